import { type DangerPolicy, firstOf } from "../programme/danger.ts";
import type { CaseId, EvidenceRef } from "../programme/ids.ts";
import type { AuthorSignal, LetterCase } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import type { DeliveryWay, LetterStage, RejectionCode } from "./letter-state.ts";

/**
 * All that a letter's author may see: that it was handed in, came back with reason codes, or was accepted. What
 * `answerAuthor` acknowledges is not listed again: a list with a gap would tell of the steps of others. Nothing follows *accepted*, except what the victim chose to have told (INV-13).
 */
export type AuthorView = {
  readonly letter: CaseId;
  readonly status: "submitted" | "returned" | "accepted";
  readonly reasons: readonly RejectionCode[];
  readonly revision: "open" | "closed";
  /** Empty unless the victim chose, in a programme that leaves it to the victim. */
  readonly fromVictim: readonly (AuthorSignal | { readonly reply: EvidenceRef })[];
};

const BEFORE_A_VERDICT: readonly LetterStage[] = ["submitted", "in_screening", "passed_on"];
const RETURNED: readonly LetterStage[] = ["returned_for_revision", "rejected"];

/** The author's view of a letter; whether it is frozen makes no difference to it. */
export const authorView = (letter: LetterCase): AuthorView => ({
  letter: letter.id,
  status: authorStatus(letter.stage),
  reasons: RETURNED.includes(letter.stage) ? letter.reasons : [],
  revision: letter.stage === "returned_for_revision" ? "open" : "closed",
  fromVictim: [
    ...letter.told,
    ...(letter.reply?.status === "released" ? [{ reply: letter.reply.addressFreeCopy }] : []),
  ],
});

const authorStatus = (stage: LetterStage): AuthorView["status"] => {
  if (BEFORE_A_VERDICT.includes(stage)) return "submitted";
  return RETURNED.includes(stage) ? "returned" : "accepted";
};

/** The commands that came from the author's side. */
export const ownCommands = ({ commands }: LetterCase): readonly LetterCommand[] =>
  commands.filter(({ by }) => by.side === "offender-side");

const TO_THE_VICTIM: readonly LetterStage[] = [
  "notice_sent",
  "delivery_requested",
  "declined_for_now",
  "declined_permanently",
  "reconfirmed",
  "delivered",
];

/**
 * What a letter is to the victim. Before the victim was told of it there is nothing: an author's interest is no message.
 * `first` is shown before all else while a danger is open; before the victim was told, one that the victim disclosed.
 */
export type LetterForVictim =
  | { readonly first: string | null; readonly letter: CaseId; readonly status: "nothing_to_tell" }
  | {
      readonly first: string | null;
      readonly letter: CaseId;
      readonly status: LetterStage;
      readonly frozen: readonly string[];
      readonly way: DeliveryWay | null;
      readonly reply: "none" | "submitted" | "returned" | "released";
      readonly told: readonly AuthorSignal[];
    };

/** The victim side's view of a letter: the choices made, what froze it, the reply, and nothing of the author's side. */
export const victimLetterView = (letter: LetterCase, policy: DangerPolicy): LetterForVictim => {
  const { id, stage, freezes, way, reply, told } = letter;
  return TO_THE_VICTIM.includes(stage)
    ? {
        first: firstOf(letter, policy),
        letter: id,
        status: stage,
        frozen: freezes.map(({ ground }) => ground),
        way,
        reply: reply?.status ?? "none",
        told,
      }
    : { first: isVictimsOwn(letter) ? firstOf(letter, policy) : null, letter: id, status: "nothing_to_tell" };
};

/** Whether the danger that is open was disclosed by the victim side. */
const isVictimsOwn = ({ commands, danger }: LetterCase): boolean =>
  commands.some(({ id, by }) => id === danger && by.side === "victim-side");

/** The programme's view: the whole case, with any open danger first. */
export const programmeLetterView = (
  letter: LetterCase,
  policy: DangerPolicy,
): { readonly first: string | null; readonly letter: LetterCase } => ({ first: firstOf(letter, policy), letter });
