import { invariant } from "@victim-rights/core";
import type { EventBatch, ObligationId, OpenedEntry, RecordedEvent } from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { isOneOf } from "../database/match-keys.ts";
import { rowKey } from "./row-key.ts";

/** A batch that was recorded, whole, and what was answered. */
export type RecordedBatch = { readonly batch: EventBatch; readonly answer: RecordedEvent };

/** A batch as its row keeps it: in the place of an entry that it opened stands the obligation's id, whose first entry it is. */
export type KeptBatch = Omit<EventBatch, "obligations"> & {
  readonly obligations: readonly (OpenedEntry | ObligationId)[];
};

/** What the row of a batch keeps, so that nothing is written twice. `opened` are those of its entries that were written as first entries. */
export const keptBatch = (batch: EventBatch, opened: ReadonlySet<OpenedEntry>): KeptBatch => ({
  ...batch,
  obligations: batch.obligations.map((entry) => (opened.has(entry) ? entry.obligation : entry)),
});

/** Those of some batches that were recorded before, by their keys. */
export const findBatches = async (
  transaction: Transaction<Database>,
  keys: readonly string[],
): Promise<Map<string, RecordedBatch>> => {
  const byRow = new Map(keys.map((key) => [rowKey(key), key]));
  const rows = await transaction
    .selectFrom("recorded_event")
    .select(["batch_key", "batch", "answer"])
    .where(isOneOf("batch_key", byRow.keys()))
    .execute();
  const kept = rows.map(({ batch }) => batch as KeptBatch);
  const firsts = await firstEntries(
    transaction,
    kept.flatMap(({ obligations }) => obligations.filter((each) => typeof each === "string")),
  );
  return new Map(
    rows.flatMap(({ batch_key, batch, answer }) => {
      const key = byRow.get(batch_key);
      return key === undefined
        ? []
        : [[key, { batch: whole(batch as KeptBatch, firsts), answer: answer as RecordedEvent }]];
    }),
  );
};

const whole = (batch: KeptBatch, firsts: ReadonlyMap<ObligationId, OpenedEntry>): EventBatch => ({
  ...batch,
  obligations: batch.obligations.map((each) => {
    if (typeof each !== "string") return each;
    const entry = firsts.get(each);
    invariant(entry !== undefined, "an obligation that a batch opened has a first entry");
    return entry;
  }),
});

const firstEntries = async (
  transaction: Transaction<Database>,
  ids: readonly ObligationId[],
): Promise<ReadonlyMap<ObligationId, OpenedEntry>> => {
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .selectFrom("obligation")
    .innerJoin("obligation_entry", "obligation_entry.obligation_sequence", "obligation.sequence")
    .select("entry")
    .where(isOneOf("obligation_key", ids.map(rowKey)))
    .where("seq", "=", 1)
    .execute();
  return new Map(rows.map(({ entry }) => [(entry as OpenedEntry).obligation, entry as OpenedEntry]));
};
