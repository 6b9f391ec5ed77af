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

/** What a letter is to the victim. Before the victim was told of it there is nothing: an author's interest is no message. */
export type LetterForVictim =
  | { readonly letter: CaseId; readonly status: "nothing_to_tell" }
  | {
      readonly letter: CaseId;
      readonly status: LetterStage;
      readonly frozen: readonly string[];
      readonly way: DeliveryWay | null;
      readonly reply: "none" | "submitted" | "returned" | "released";
      readonly told: readonly AuthorSignal[];
    };

/** The victim side's view of a letter: the choices made, what froze it, the reply, and nothing of the author's side. */
export const victimLetterView = ({ id, stage, freezes, way, reply, told }: LetterCase): LetterForVictim =>
  TO_THE_VICTIM.includes(stage)
    ? {
        letter: id,
        status: stage,
        frozen: freezes.map(({ ground }) => ground),
        way,
        reply: reply?.status ?? "none",
        told,
      }
    : { letter: id, status: "nothing_to_tell" };

/** The programme's view: the whole case. */
export const programmeLetterView = (letter: LetterCase): LetterCase => letter;
