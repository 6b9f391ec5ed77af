import type { DialogueCase } from "./dialogue-case.ts";
import type { DialogueCommand } from "./dialogue-command.ts";
import { type DialogueState, PAUSABLE, type Pausable } from "./dialogue-state.ts";
import type { DialogueAsked } from "./open-target.ts";

/** The case after a step, its log and its danger left as they were. */
export const applyCommand = ({ case: dialogue, command }: DialogueAsked, to: DialogueState): DialogueCase => ({
  ...dialogue,
  ...said(command),
  state: to,
  approached: dialogue.approached || to === "offender_approach",
  held: to === "on_hold" ? heldNow(dialogue, command) : null,
});

const said = (command: DialogueCommand): Partial<DialogueCase> => {
  if (command.act === "request") {
    const { initiator, authority, tellIfOffenderAgreesLater, format } = command;
    return { request: { initiator, authority, tellIfOffenderAgreesLater }, format };
  }
  if (command.act === "choose-format") return { format: command.format };
  return command.act === "schedule" ? { dialogueAt: command.dialogueAt } : {};
};

/** A pause asked for during a pause is one too: what was screened before it no longer counts. */
const heldNow = ({ state, held }: DialogueCase, { at, act }: DialogueCommand): DialogueCase["held"] => {
  if (held !== null) return act === "address-danger" ? held : { from: held.from, at };
  return isPausable(state) ? { from: state, at } : null;
};

const isPausable = (state: DialogueState): state is Pausable => PAUSABLE.some((each) => each === state);
