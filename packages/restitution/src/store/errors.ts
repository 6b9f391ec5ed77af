import * as Data from "effect/Data";
import type { CommandId, EntryId } from "../ledger/ids.ts";

/** An entry was given to be kept with a command that did not make it. */
export class EntryOfOtherCommand extends Data.TaggedError("EntryOfOtherCommand")<{
  readonly entry: EntryId;
  readonly command: CommandId;
}> {
  override get message(): string {
    return `entry \`${this.entry}\` was not made by command \`${this.command}\`: append what \`post\` returned for it`;
  }
}
