import { invariant, type Revision } from "@victim-rights/core";
import {
  type AdvancedEntry,
  dueAt,
  foldEntries,
  type Obligation,
  type ObligationEntry,
  type ObligationId,
  type OpenedEntry,
  type StoredObligation,
} from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { inChunks } from "../database/in-chunks.ts";
import { textKey } from "../database/text-key.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

type Head = { readonly obligation_key: string; readonly sequence: number };

/** The obligations of some rows, folded from their entries, in the order of the rows. */
export const foldRows = async (
  transaction: Transaction<Database>,
  heads: readonly Head[],
): Promise<readonly StoredObligation[]> => {
  if (heads.length === 0) return [];
  const keys = heads.map(({ obligation_key }) => obligation_key);
  const rows = await transaction
    .selectFrom("obligation_entry")
    .select(["obligation_key", "entry"])
    .where("obligation_key", "in", keys)
    .orderBy("obligation_key")
    .orderBy("seq")
    .execute();
  const entries = Map.groupBy(rows, ({ obligation_key }) => obligation_key);
  return heads.map(({ obligation_key, sequence }) => {
    const own = entries.get(obligation_key) ?? [];
    const obligation = foldEntries(own.map(({ entry }) => entry as ObligationEntry));
    invariant(obligation !== null, "a stored obligation has an entry that opens it");
    return { obligation, revision: obligation.revision as Revision, sequence };
  });
};

/** The stored obligation of an id; `null` where there is none. */
export const findObligation = async (
  transaction: Transaction<Database>,
  id: ObligationId,
): Promise<StoredObligation | null> => {
  const heads = await transaction
    .selectFrom("obligation")
    .select(["obligation_key", "sequence"])
    .where("obligation_key", "=", rowKey(id))
    .execute();
  const [stored] = await foldRows(transaction, heads);
  return stored ?? null;
};

/** Opens obligations that are not there yet, each with its deadlines, its first entry and its wake-up. */
export const openObligations = async (writing: Writing, entries: readonly OpenedEntry[]): Promise<void> => {
  for (const some of inChunks(entries)) {
    const opened = some.map((entry) => ({
      entry,
      obligation: openedBy(entry),
      obligation_key: rowKey(entry.obligation),
    }));
    const { transaction, next } = writing;
    const heads = opened.map(({ obligation, obligation_key }) => ({
      obligation_key,
      sequence: next(),
      person_id: textKey(obligation.subject.personId),
      ...projected(obligation),
    }));
    await transaction.insertInto("obligation").values(heads).execute();
    const firsts = opened.map(({ entry, obligation_key }) => ({
      obligation_key,
      seq: 1,
      entry: JSON.stringify(entry),
    }));
    await transaction.insertInto("obligation_entry").values(firsts).execute();
    const deadlines = opened.flatMap(({ obligation, obligation_key }) => deadlinesOf(obligation, obligation_key));
    if (deadlines.length > 0) await transaction.insertInto("obligation_deadline").values(deadlines).execute();
    const wakeUps = opened.flatMap(({ obligation, obligation_key }) => wakeUpsOf(obligation, obligation_key));
    if (wakeUps.length > 0) await transaction.insertInto("wake_up").values(wakeUps).execute();
    for (const { entry } of opened) writing.tell({ kind: "obligation-opened", obligation: entry.obligation });
  }
};

/** Writes what a command did in an obligation. */
export const writeAdvance = async (
  writing: Writing,
  obligation: Obligation,
  entries: readonly AdvancedEntry[],
): Promise<void> => {
  const { transaction } = writing;
  const obligation_key = rowKey(obligation.id);
  const rows = entries.map((entry) => ({ obligation_key, seq: entry.seq, entry: JSON.stringify(entry) }));
  await transaction.insertInto("obligation_entry").values(rows).execute();
  await transaction
    .updateTable("obligation")
    .set(projected(obligation))
    .where("obligation_key", "=", obligation_key)
    .execute();
  const wakeUps = wakeUpsOf(obligation, obligation_key);
  if (wakeUps.length > 0) await transaction.insertInto("wake_up").values(wakeUps).execute();
  const { id, revision, state } = obligation;
  writing.tell({ kind: "obligation-advanced", obligation: id, revision, state });
};

const openedBy = (entry: OpenedEntry): Obligation => {
  const obligation = foldEntries([entry]);
  invariant(obligation !== null, "an entry that opens an obligation makes one");
  return obligation;
};

/** The columns that lists go by. */
const projected = (obligation: Obligation) => ({
  revision: obligation.revision,
  state: obligation.state,
  due_at: dueAt(obligation),
});

const deadlinesOf = ({ deadline: { law, policy } }: Obligation, obligation_key: string) => [
  ...(law === null ? [] : [{ obligation_key, basis: "law" as const, due_by: law.by }]),
  ...(policy === null ? [] : [{ obligation_key, basis: "policy" as const, due_by: policy.by }]),
];

const wakeUpsOf = (obligation: Obligation, obligation_key: string) => {
  const wake_at = dueAt(obligation);
  return wake_at === null ? [] : [{ obligation_key, obligation_revision: obligation.revision, wake_at }];
};
