import { type Command, type Entry, type Ledger, type LedgerError, record } from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { EXIT, type ExitCode } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { PlacedCommand } from "./read-commands.ts";

/** What commands come to: the entries of all of them, and those that made none because they were posted before. */
export type Posted = {
  readonly ledger: Ledger;
  readonly entries: readonly Entry[];
  readonly known: readonly Command[];
};

/** Posts commands one after another in memory, up to the first that is refused: then none of them counts. */
export const postCommands = (ledger: Ledger, commands: readonly PlacedCommand[]): Result.Result<Posted, Failure> => {
  const entries: Entry[] = [];
  const known: Command[] = [];
  let last = ledger;
  for (const { where, command } of commands) {
    const recorded = record(last, command);
    if (Result.isFailure(recorded)) return Result.fail(refusedBy(where, command, recorded.failure));
    if (recorded.success.entries.length === 0) known.push(command);
    for (const entry of recorded.success.entries) entries.push(entry);
    last = recorded.success.ledger;
  }
  return Result.succeed({ ledger: last, entries, known });
};

const refusedBy = (where: string, { id }: Command, error: LedgerError): Failure =>
  failure(exitFor(error), [{ where: `${where} \`${id}\``, problem: error.message, fix: "nothing was posted" }]);

/** Money that waits for a person is a finding, and no mistake of the call. */
const exitFor = ({ _tag }: LedgerError): Exclude<ExitCode, 0> =>
  _tag === "DiscretionNeeded" || _tag === "NoPolicyDecides" ? EXIT.findings : EXIT.badInput;
