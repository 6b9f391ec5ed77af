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
  type StoreSequence,
} from "@victim-rights/notification";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { textKey } from "../database/text-key.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

type Head = { readonly sequence: StoreSequence };

/** The obligations of some rows, folded from their entries, in the order of the rows. */
export const foldRows = async (
  transaction: Transaction<Database>,
  heads: readonly Head[],
): Promise<readonly StoredObligation[]> => {
  if (heads.length === 0) return [];
  const rows = await transaction
    .selectFrom("obligation_entry")
    .select(["obligation_sequence", "entry"])
    .where(
      "obligation_sequence",
      "in",
      heads.map(({ sequence }) => sequence),
    )
    .orderBy("obligation_sequence")
    .orderBy("seq")
    .execute();
  const entries = Map.groupBy(rows, ({ obligation_sequence }) => obligation_sequence);
  return heads.map(({ sequence }) => {
    const own = entries.get(sequence) ?? [];
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
export const openObligations = (writing: Writing, entries: Iterable<OpenedEntry>): void => {
  for (const entry of entries) {
    const obligation = openedBy(entry);
    const sequence = writing.next();
    const person_id = textKey(obligation.subject.personId);
    const obligation_key = rowKey(entry.obligation);
    writing.add("obligation", { obligation_key, sequence, person_id, ...projected(obligation) });
    writing.add("obligation_entry", { obligation_sequence: sequence, seq: 1, entry: JSON.stringify(entry) });
    for (const deadline of deadlinesOf(obligation, sequence)) writing.add("obligation_deadline", deadline);
    for (const wakeUp of wakeUpsOf(obligation, sequence)) writing.add("wake_up", wakeUp);
    writing.tell({ kind: "obligation-opened", obligation: entry.obligation });
  }
};

/** Writes what a command did in an obligation, as it stands after it. */
export const writeAdvance = async (
  writing: Writing,
  { obligation, sequence }: Pick<StoredObligation, "obligation" | "sequence">,
  entries: readonly AdvancedEntry[],
): Promise<void> => {
  for (const entry of entries)
    writing.add("obligation_entry", {
      obligation_sequence: sequence,
      seq: entry.seq,
      entry: JSON.stringify(entry),
    });
  await writing.transaction
    .updateTable("obligation")
    .set(projected(obligation))
    .where("sequence", "=", sequence)
    .execute();
  for (const wakeUp of wakeUpsOf(obligation, sequence)) writing.add("wake_up", wakeUp);
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

const deadlinesOf = ({ deadline: { law, policy } }: Obligation, obligation_sequence: StoreSequence) => [
  ...(law === null ? [] : [{ obligation_sequence, basis: "law" as const, due_by: law.by }]),
  ...(policy === null ? [] : [{ obligation_sequence, basis: "policy" as const, due_by: policy.by }]),
];

const wakeUpsOf = (obligation: Obligation, obligation_sequence: StoreSequence) => {
  const wake_at = dueAt(obligation);
  return wake_at === null ? [] : [{ obligation_sequence, obligation_revision: obligation.revision, wake_at }];
};
