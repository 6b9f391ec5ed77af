import type { LogLine } from "@victim-rights/auditing";
import type { Kysely } from "kysely";
import type { Database } from "../database/database.ts";

/** How many rows are read at a time. */
const PAGE = 1_000;

/**
 * The audit log as lines of JSON, each without its line end, for `victim-rights audit-log verify` and for whoever is to
 * keep a copy: the events of each batch, the batch, its checkpoints, and at last the events that no batch has sealed yet.
 * Only rows that are never changed are read, page by page, so that a log of any length takes little memory and no lock.
 * Rejects with the client's error when the database fails: a copy that ends without one is whole.
 */
export async function* exportAuditLog(db: Kysely<Database>): AsyncGenerator<string, void, undefined> {
  let sealedTo = Number.MIN_SAFE_INTEGER;
  for await (const { number, last_position, batch } of batchesOf(db)) {
    yield* eventsBetween(db, sealedTo, last_position);
    yield line({ batch: batch as never });
    yield* checkpointsOf(db, number);
    sealedTo = last_position;
  }
  yield* eventsBetween(db, sealedTo, Number.MAX_SAFE_INTEGER);
}

const line = (value: LogLine): string => JSON.stringify(value);

async function* batchesOf(db: Kysely<Database>) {
  let after = 0;
  for (;;) {
    const page = await db
      .selectFrom("audit_batch")
      .select(["number", "last_position", "batch"])
      .where("number", ">", after)
      .orderBy("number")
      .limit(PAGE)
      .execute();
    yield* page;
    after = page.at(-1)?.number ?? after;
    if (page.length < PAGE) return;
  }
}

async function* eventsBetween(db: Kysely<Database>, after: number, last: number): AsyncGenerator<string> {
  let reached = after;
  for (;;) {
    const page = await db
      .selectFrom("audit_event")
      .select(["position", "event"])
      .where("position", ">", reached)
      .where("position", "<=", last)
      .orderBy("position")
      .limit(PAGE)
      .execute();
    for (const { event } of page) yield line({ event: event as never });
    reached = page.at(-1)?.position ?? reached;
    if (page.length < PAGE) return;
  }
}

async function* checkpointsOf(db: Kysely<Database>, batch: number): AsyncGenerator<string> {
  const rows = await db
    .selectFrom("audit_checkpoint")
    .select("compact")
    .where("batch_number", "=", batch)
    .orderBy("position")
    .execute();
  for (const { compact } of rows) yield line({ checkpoint: compact });
}
