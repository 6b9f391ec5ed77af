import * as Data from "effect/Data";
import type { CaseId, CommandId } from "../programme/ids.ts";

/** Lines were given to be kept that are not what a command adds next to the record of a case. */
export class StepOutOfPlace extends Data.TaggedError("StepOutOfPlace")<{
  readonly case: CaseId;
  readonly command: CommandId;
  /** The place of the first line that is expected. */
  readonly expected: number;
}> {
  override get message(): string {
    return `the lines of \`${this.command}\` do not go on from line ${this.expected - 1} of case \`${this.case}\`: append each command with the lines that it added`;
  }
}
