import { type Revision, RevisionConflict } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { AppendStep, ProgrammeName } from "./case-store.ts";
import { StepOutOfPlace } from "./errors.ts";

/** How far a case in a store goes: how often it was written to, and how many lines that made. */
export type CaseHead = { readonly revision: Revision; readonly lines: number };

/**
 * Whether a step may be appended where a case stands: what a store asks once it knows that the command is new.
 * @errors `RevisionConflict`, `StepOutOfPlace`, in this order.
 */
export const checkStep = <Name extends ProgrammeName>(
  { case: id, expected, command, lines }: AppendStep<Name>,
  head: CaseHead,
): Result.Result<null, RevisionConflict | StepOutOfPlace> => {
  const { revision } = head;
  if (expected !== revision) return Result.fail(new RevisionConflict({ record: id, expected, actual: revision }));
  const follow = lines.every((line, at) => line.seq === head.lines + at + 1 && line.command === command.id);
  return follow && lines.length > 0
    ? Result.succeed(null)
    : Result.fail(new StepOutOfPlace({ case: id, command: command.id, expected: head.lines + 1 }));
};
