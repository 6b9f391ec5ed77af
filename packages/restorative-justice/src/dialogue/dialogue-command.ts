import { Instant } from "@victim-rights/core";
import type * as Result from "effect/Result";
import { z } from "zod";
import { DialogueFormat, DialogueRequest } from "../gate/request.ts";
import { COMMAND_FIELDS } from "../programme/command.ts";
import { EvidenceRef } from "../programme/ids.ts";
import { type CommandUnreadable, readAtDoor } from "../programme/read-command.ts";

/** Rests on papers: at least one is named. */
const grounded = <Act extends string>(act: Act) =>
  z.strictObject({ ...COMMAND_FIELDS, act: z.literal(act), evidence: z.array(EvidenceRef).min(1).readonly() });

/** A person's own no, pause, choice or alarm: no paper and no reason is asked, and none can be given (INV-04). */
const free = <Act extends string>(act: Act) =>
  z.strictObject({
    ...COMMAND_FIELDS,
    act: z.literal(act),
    evidence: z.array(EvidenceRef).max(0).readonly().default([]),
  });

/** Why a request is not taken, in terms that are safe to tell the victim: nothing about the other person is in them. */
export const NotAcceptedReason = z.enum([
  "outside-the-programme",
  "case-not-final",
  "another-proceeding-open",
  "safety-first",
  "programme-decision",
]);
export type NotAcceptedReason = z.infer<typeof NotAcceptedReason>;

/** What a victim whose request is not taken is offered. */
export const Alternative = z.enum([
  "surrogate-dialogue",
  "unsent-letter",
  "letter-bank",
  "impact-panel",
  "support-referral",
  "ask-again-later",
]);
export type Alternative = z.infer<typeof Alternative>;

/** Everything that can be asked of a dialogue. None has a field for a reason to withdraw, or for forgiveness (INV-15). */
export const DialogueCommand = z.discriminatedUnion("act", [
  grounded("request").extend({ ...DialogueRequest.shape, format: DialogueFormat }),
  free("choose-format").extend({ format: DialogueFormat }),
  grounded("begin-intake"),
  grounded("decline-request").extend({
    reasons: z.array(NotAcceptedReason).min(1).readonly(),
    alternatives: z.array(Alternative).min(1).readonly(),
  }),
  grounded("approach-offender"),
  free("decline-approach"),
  grounded("begin-preparation"),
  /** One side alone: there is no joint session before the dialogue. */
  grounded("hold-session").extend({ with: z.enum(["victim-side", "offender-side"]), sessionAt: Instant }),
  grounded("review-readiness"),
  grounded("return-to-preparation"),
  grounded("schedule").extend({ dialogueAt: Instant }),
  grounded("hold-dialogue"),
  grounded("debrief"),
  grounded("follow-up"),
  grounded("close"),
  free("put-on-hold"),
  grounded("resume"),
  free("withdraw"),
  grounded("terminate"),
  free("disclose-danger"),
  grounded("address-danger"),
]);
export type DialogueCommand = Readonly<z.infer<typeof DialogueCommand>>;

/** What is done in a dialogue. */
export type DialogueAct = DialogueCommand["act"];

/**
 * Reads a command at the door.
 * @errors `CommandUnreadable` with every problem at once, by path and code and never by value.
 */
export const readDialogueCommand = (raw: unknown): Result.Result<DialogueCommand, CommandUnreadable> =>
  readAtDoor(DialogueCommand, raw);
