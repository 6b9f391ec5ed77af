import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openPglite } from "../../src/database/open-pglite.ts";
import { quiet } from "./quiet.ts";
import { startServer } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A dump of an embedded database that is up to date. */
    readonly pgliteSnapshot: string;
    /** Where the server is, and what its databases of this run are called; `null` where there is none. */
    readonly server: { readonly url: string; readonly how: string; readonly prefix: string } | null;
  }
}

/**
 * Once for all files: one server if there is one, and a snapshot that every embedded database begins from. It is made
 * in a directory that was not there, as a service makes one, and the snapshot is without the databases that others are made from: nobody asks for one, and a third of the reading is theirs.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-snapshot-"));
  const snapshot = join(folder, "snapshot.tar");
  const server = startServer();
  const made = await openPglite({ directory: join(folder, "made"), notices: quiet });
  for (const template of ["template0", "template1"]) {
    await made.client.query(`update pg_database set datistemplate = false where datname = '${template}'`);
    await made.client.query(`drop database ${template}`);
  }
  const dump = await made.client.alone((instance) => instance.dumpDataDir("none"));
  writeFileSync(snapshot, new Uint8Array(await dump.arrayBuffer()));
  await made.close();
  project.provide("pgliteSnapshot", snapshot);
  project.provide(
    "server",
    server === null ? null : { url: server.url, how: server.how, prefix: `vr_${randomUUID().slice(0, 8)}` },
  );
  const also = server === null ? "no PostgreSQL server was found: ONLY PGlite ran" : `also on ${server.how}`;
  process.stdout.write(`storage contracts: on PGlite, ${also}\n`);
  return () => {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
