import { openAsBlob } from "node:fs";
import { Client } from "pg";
import { inject } from "vitest";
import { openPglite, type OpenedPglite } from "../../../storage-postgres/src/database/open-pglite.ts";

/** An embedded database from the run's snapshot. */
export const openEmbedded = async (): Promise<OpenedPglite> =>
  openPglite({
    directory: null,
    snapshot: await openAsBlob(inject("pgliteSnapshot")),
    notices: { warn: () => undefined },
  });

/** Makes an empty database on the run's server and tells where it is. */
export const newDatabase = async ({
  url,
  prefix,
}: {
  readonly url: string;
  readonly prefix: string;
}): Promise<string> => {
  const name = `${prefix}_worker_${process.hrtime.bigint()}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const at = new URL(url.replace("@/", "@localhost/"));
  at.pathname = `/${name}`;
  return at.href;
};
