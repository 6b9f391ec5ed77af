import { type Revision, RevisionConflict } from "@victim-rights/core";
import * as Result from "effect/Result";
import { EntryOutOfPlace } from "../ledger/errors.ts";
import { EntryOfOtherCommand } from "./errors.ts";
import type { AppendEntries } from "./ledger-store.ts";

/** How far a ledger in a store goes: how often it was written to, and how many entries that made. */
export type LedgerHead = { readonly revision: Revision; readonly length: number };

/**
 * Whether entries may be appended where a ledger stands: what a store asks once it knows that the command is new.
 * @errors `RevisionConflict`, `EntryOutOfPlace`, `EntryOfOtherCommand`, in this order.
 */
export const checkAppend = (
  { ledger, expected, command, entries }: AppendEntries,
  { revision, length }: LedgerHead,
): Result.Result<null, RevisionConflict | EntryOutOfPlace | EntryOfOtherCommand> => {
  if (expected !== revision) return Result.fail(new RevisionConflict({ record: ledger, expected, actual: revision }));
  const misplaced = entries.findIndex(({ seq }, at) => seq !== length + at + 1);
  const out = entries[misplaced];
  if (out !== undefined)
    return Result.fail(new EntryOutOfPlace({ seq: out.seq, id: out.id, expected: length + misplaced + 1 }));
  const other = entries.find((entry) => entry.command.id !== command.id);
  return other === undefined
    ? Result.succeed(null)
    : Result.fail(new EntryOfOtherCommand({ entry: other.id, command: command.id }));
};
