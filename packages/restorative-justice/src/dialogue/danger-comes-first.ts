import * as Data from "effect/Data";
import type { CommandId } from "../programme/ids.ts";
import type { DialogueAct } from "./dialogue-command.ts";

/** Somebody disclosed immediate danger: that comes before anything else (INV-16), and the case is unchanged. */
export class DangerComesFirst extends Data.TaggedError("DangerComesFirst")<{
  readonly act: DialogueAct;
  readonly disclosure: CommandId;
  /** What to show, before anything else. */
  readonly guidance: string;
}> {
  override get message(): string {
    return `danger was disclosed in \`${this.disclosure}\`: attend to it before \`${this.act}\``;
  }
}

/** What danger never holds up: stopping, pausing, and attending to it. */
const ALWAYS_OPEN: readonly DialogueAct[] = [
  "withdraw",
  "decline-approach",
  "terminate",
  "put-on-hold",
  "disclose-danger",
  "address-danger",
];

/** Whether an open disclosure interrupts an act. */
export const isInterrupted = (act: DialogueAct): boolean => !ALWAYS_OPEN.includes(act);
