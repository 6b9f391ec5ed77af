import type { Instant } from "@victim-rights/core";
import type { DangerPolicy } from "../programme/danger.ts";
import type { DialogueCase } from "./dialogue-case.ts";
import type { DialogueCommand } from "./dialogue-command.ts";
import { isEnded } from "./dialogue-state.ts";

/**
 * What the offender side may learn of a dialogue, and there is nothing else: that it is approached, the time of a session
 * of its own or of the dialogue, and that the process has ended, never by whom or why.
 */
export type OffenderSignal =
  | { readonly kind: "approached" }
  | { readonly kind: "session"; readonly at: Instant }
  | { readonly kind: "ended" };

/** All that the offender side sees of a dialogue. Before the approach it is the same as of no dialogue at all. */
export type OffenderSideView = { readonly signals: readonly OffenderSignal[] };

/** The offender side's view: the signals declared to it, in their order, and nothing about what led to them. */
export const offenderSideView = (dialogue: DialogueCase): OffenderSideView => ({
  signals: dialogue.approached ? [...dialogue.commands.flatMap(signalOf), ...endOf(dialogue)] : [],
});

const signalOf = (command: DialogueCommand): readonly OffenderSignal[] => {
  if (command.act === "approach-offender") return [{ kind: "approached" }];
  if (command.act === "schedule") return [{ kind: "session", at: command.dialogueAt }];
  if (command.act === "hold-session" && command.with === "offender-side")
    return [{ kind: "session", at: command.sessionAt }];
  return [];
};

const endOf = ({ state }: DialogueCase): readonly OffenderSignal[] => (isEnded(state) ? [{ kind: "ended" }] : []);

/** The record as the offender side may read it: its signals, counted for themselves. */
export const offenderSideRecord = (
  dialogue: DialogueCase,
): readonly { readonly seq: number; readonly signal: OffenderSignal }[] =>
  offenderSideView(dialogue).signals.map((signal, at) => ({ seq: at + 1, signal }));

/** What the offender side hears when it asks for anything. */
export type OffenderSideReply = {
  /** Shown before all else to whoever discloses danger. */
  readonly first: string | null;
  readonly answer: "received" | "nothing-open";
};

/**
 * Answers the offender side, whatever its command came to. It takes no outcome and so cannot tell one: a pause of the
 * victim's, a gate that stops, a clock that went back all sound the same. Whoever serves the programme sees the error.
 */
export const replyToOffenderSide = (
  dialogue: DialogueCase,
  { act }: Pick<DialogueCommand, "act">,
  { emergencyGuidance }: DangerPolicy,
): OffenderSideReply => ({
  first: act === "disclose-danger" ? emergencyGuidance : null,
  answer: dialogue.approached && !isEnded(dialogue.state) ? "received" : "nothing-open",
});
