import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsup";
import type { TestProject } from "vitest/node";
import { command } from "./tsup.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The worker that tests kill, in one file: from its sources it takes six times as long to start. */
    readonly killedWorker: string;
  }
}

const root = join(import.meta.dirname, "..");

/** Builds the worker that tests kill and start again, with everything that it needs, into a folder of this run. */
export default async function buildWorker(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-worker-"));
  await build({
    ...command(),
    config: false,
    entry: { worker: join(root, "examples/delivery-worker/test/kill/worker.ts") },
    outDir: folder,
    outExtension: () => ({ js: ".mjs" }),
    treeshake: false,
    // What only a worker on the embedded database loads is left in a file of its own, which nothing here asks for.
    splitting: true,
    noExternal: [/./u],
    external: ["@electric-sql/pglite", "pg-native"],
  });
  project.provide("killedWorker", join(folder, "worker.mjs"));
  return () => rmSync(folder, { recursive: true, force: true });
}
