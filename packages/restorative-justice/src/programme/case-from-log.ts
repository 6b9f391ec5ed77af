import * as Data from "effect/Data";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { advanceCase, type CaseLog, type Programme, type ProgrammeCase } from "./advance-case.ts";
import type { RecordLine } from "./case-record.ts";
import type { ProgrammeCommand } from "./command.ts";
import type { GateId, GateResult } from "./gate-result.ts";
import type { CaseId } from "./ids.ts";

/** A stored log is none that its programme can have written: a record is only ever added to, and never edited (INV-21). */
export class LogBroken extends Data.TaggedError("LogBroken")<{
  /** What does not fit, by the number of its line or command, and never by content. */
  readonly problem: string;
}> {
  override get message(): string {
    return this.problem;
  }
}

/** What is kept of a case: everything else in it follows from this. */
export type StoredLog<State extends string, Command extends ProgrammeCommand> = CaseLog<State, Command> & {
  readonly id: CaseId;
};

/**
 * A case as of its log: every command is given again, and each gate answers what the record says that it gave. Nothing
 * is decided anew, and what cannot have come about so is refused. `begun` is the case as it was opened.
 * @errors `LogBroken` where a line is none that its command adds, is left out, or has no command.
 */
export const caseFromLog = <
  State extends string,
  Command extends ProgrammeCommand,
  Case extends ProgrammeCase<State, Command>,
>(
  programme: Programme<State, Command, Case>,
  begun: Case,
  { commands, record }: CaseLog<State, Command>,
): Result.Result<Case, LogBroken> => {
  const steps = commands.slice(begun.commands.length);
  const made = steps.reduce<Result.Result<Case, LogBroken>>(
    (before, command) => Result.flatMap(before, (each) => takeAgain(programme, { each, command }, record)),
    matching(begun, record, 0),
  );
  return Result.flatMap(made, (each) =>
    each.record.length === record.length
      ? Result.succeed({ ...each, commands, record })
      : broken(`record line ${each.record.length + 1} has no command`),
  );
};

/** What a log without its opening command comes to. */
export const notBegun = (act: string): Result.Result<never, LogBroken> =>
  broken(`the case does not begin with its own \`${act}\``);

const broken = (problem: string): Result.Result<never, LogBroken> => Result.fail(new LogBroken({ problem }));

type Again<Case, Command> = { readonly each: Case; readonly command: Command };

const takeAgain = <State extends string, Command extends ProgrammeCommand, Case extends ProgrammeCase<State, Command>>(
  programme: Programme<State, Command, Case>,
  { each, command }: Again<Case, Command>,
  record: readonly RecordLine<State, Command["act"]>[],
): Result.Result<Case, LogBroken> => {
  const seq = each.record.length + 1;
  const line = record[seq - 1];
  if (line === undefined) return broken(`command ${each.commands.length + 1} has no line in the record`);
  if (line.command !== command.id) return broken(`record line ${seq} is not of its command`);
  const outcome = advanceCase(
    programme,
    { case: each, command },
    { gate: (gate) => asStored(line, gate), guidance: "" },
  );
  if (Result.isFailure(outcome))
    return broken(`record line ${seq} is no step of the programme's: ${outcome.failure._tag}`);
  if (outcome.success === each) return broken(`command ${each.commands.length + 1} was given before`);
  return matching(outcome.success, record, seq - 1);
};

/** The case, if what it recorded from a place on is what stands in the log. */
const matching = <State extends string, Command extends ProgrammeCommand, Case extends CaseLog<State, Command>>(
  each: Case,
  record: readonly RecordLine<State, Command["act"]>[],
  start: number,
): Result.Result<Case, LogBroken> => {
  const wrong = each.record.slice(start).find((line) => !Equal.equals(line, record[line.seq - 1]));
  return wrong === undefined
    ? Result.succeed(each)
    : broken(`record line ${wrong.seq} is not what its command does there`);
};

/** What a gate gave when it was asked; one that the record has no answer of stops the step. */
const asStored = ({ gates, by, at }: RecordLine<string, string>, gate: GateId): GateResult =>
  gates.find((each) => each.gate === gate) ?? {
    gate,
    outcome: "block",
    rules: [],
    lifts: [],
    inputs: [],
    decidedBy: by.id,
    at,
  };
