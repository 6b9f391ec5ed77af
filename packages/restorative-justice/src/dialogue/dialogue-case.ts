import type { Instant } from "@victim-rights/core";
import type { DialogueFormat, DialogueRequest } from "../gate/request.ts";
import type { ProgrammeCase } from "../programme/advance-case.ts";
import type { CaseId } from "../programme/ids.ts";
import type { DialogueCommand } from "./dialogue-command.ts";
import type { DialogueState, Pausable } from "./dialogue-state.ts";

/** One dialogue, with every command that was taken and the record of what it did. */
export type DialogueCase = ProgrammeCase<DialogueState, DialogueCommand> & {
  readonly id: CaseId;
  readonly state: DialogueState;
  readonly request: DialogueRequest | null;
  readonly format: DialogueFormat | null;
  /** Whether the offender was ever approached: before that he learns nothing and has nothing to withdraw. */
  readonly approached: boolean;
  /** Where it goes back to after the pause, and since when it has stood still. */
  readonly held: { readonly from: Pausable; readonly at: Instant } | null;
  readonly dialogueAt: Instant | null;
};

/** A case before anybody asked for anything. */
export const newDialogue = (id: CaseId): DialogueCase => ({
  id,
  state: "none",
  request: null,
  format: null,
  approached: false,
  held: null,
  danger: null,
  dialogueAt: null,
  commands: [],
  record: [],
});
