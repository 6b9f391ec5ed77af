import {
  DIALOGUE_MACHINE,
  type DialogueCase,
  type DialogueCommand,
  type DialogueState,
  newDialogue,
} from "@victim-rights/restorative-justice";

/** The log of a dialogue as a file keeps it. */
export type DialogueLog = Pick<DialogueCase, "id" | "commands" | "record">;

/**
 * A dialogue as its commands and record made it. Nothing but the log is read from a file, so that a state, a pause or an
 * open danger cannot be written into one by hand.
 */
export const dialogueFromLog = ({ id, commands, record }: DialogueLog): DialogueCase => ({
  ...commands.reduce((before, command, at) => after(before, command, record[at]?.to ?? before.state), newDialogue(id)),
  commands,
  record,
});

const after = (before: DialogueCase, command: DialogueCommand, to: DialogueState): DialogueCase => ({
  ...before,
  ...said(command),
  state: to,
  approached: before.approached || to === "offender_approach",
  held: to === "on_hold" ? heldAfter(before, command) : null,
  danger: dangerAfter(before, command),
});

const said = (command: DialogueCommand): Partial<DialogueCase> => {
  if (command.act === "request") {
    const { initiator, authority, tellIfOffenderAgreesLater, format } = command;
    return { request: { initiator, authority, tellIfOffenderAgreesLater }, format };
  }
  if (command.act === "choose-format") return { format: command.format };
  return command.act === "schedule" ? { dialogueAt: command.dialogueAt } : {};
};

const heldAfter = ({ state, held }: DialogueCase, { at, act }: DialogueCommand): DialogueCase["held"] => {
  if (held !== null) return act === "address-danger" ? held : { from: held.from, at };
  return isPausable(state) ? { from: state, at } : null;
};

type Pausable = NonNullable<DialogueCase["held"]>["from"];

/** What the table lets a pause go back to. */
const isPausable = (state: DialogueState): state is Pausable =>
  DIALOGUE_MACHINE.transitions.some(({ act, to }) => act === "resume" && to === state);

const dangerAfter = ({ danger }: DialogueCase, { act, id }: DialogueCommand): DialogueCase["danger"] => {
  if (act === "disclose-danger") return id;
  return act === "address-danger" ? null : danger;
};
