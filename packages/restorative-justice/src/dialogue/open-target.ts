import { type Instant, minutesBetween } from "@victim-rights/core";
import { type DialogueFormat, hasNoMoreContact } from "../gate/request.ts";
import type { DialogueCase } from "./dialogue-case.ts";
import type { DialogueCommand } from "./dialogue-command.ts";
import type { DialogueState } from "./dialogue-state.ts";

/** A command beside the case that it is given in. */
export type DialogueAsked = { readonly case: DialogueCase; readonly command: DialogueCommand };

/** Where an act leads from here, among where its table leads; `null` where this case does not have it open. */
export const openTarget = (asked: DialogueAsked, steps: readonly DialogueState[]): DialogueState | null => {
  const { held } = asked.case;
  const [first] = steps;
  if (first === undefined || !isOpen(asked)) return null;
  if (asked.command.act !== "resume") return first;
  return held !== null && steps.includes(held.from) ? held.from : null;
};

const isOpen = (asked: DialogueAsked): boolean => isOpenToSide(asked) && isOpenNow(asked.case, asked.command);

/** Before the approach the table itself keeps the offender side out, but for a pause, in which it cannot tell. */
const isOpenToSide = ({ case: { approached, state }, command: { by } }: DialogueAsked): boolean =>
  by.side !== "offender-side" || approached || state !== "on_hold";

const isOpenNow = (dialogue: DialogueCase, command: DialogueCommand): boolean => {
  if (command.act === "choose-format") return isFormatOpen(command.format, dialogue);
  if (command.act === "schedule") return command.dialogueAt >= command.at;
  if (command.act === "hold-dialogue") return isOnTheDay(command.at, dialogue.dialogueAt);
  return command.act !== "decline-approach" || isStillApproach(dialogue);
};

const isStillApproach = ({ held }: DialogueCase): boolean => held === null || held.from === "offender_approach";

/** Once somebody was approached, contact can only become less, and with the same person. */
const isFormatOpen = (format: DialogueFormat, { approached, format: former }: DialogueCase): boolean => {
  if (!approached) return true;
  return former !== null && (former === "surrogate") === (format === "surrogate") && hasNoMoreContact(format, former);
};

const HALF_A_DAY = 720;

/** Within the twelve hours before or after the time set: what was checked the day before is not of the day. */
const isOnTheDay = (at: Instant, dialogueAt: Instant | null): boolean =>
  dialogueAt !== null && Math.abs(minutesBetween(at, dialogueAt)) <= HALF_A_DAY;
