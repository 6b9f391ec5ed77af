import type { Side } from "../programme/actor.ts";
import { dangerSteps } from "../programme/danger.ts";
import type { GateId } from "../programme/gate-result.ts";
import type { Machine, Transition } from "../programme/machine.ts";
import type { LetterAct } from "./letter-command.ts";
import { LetterStage, LetterState } from "./letter-state.ts";

type Step<State extends string> = Transition<State, LetterAct>;

const VICTIM: readonly Side[] = ["victim-side"];
const AUTHOR: readonly Side[] = ["offender-side"];
const STAFF: readonly Side[] = ["programme"];
const READERS: readonly Side[] = ["programme", "facilitator"];

const DELIVERY: readonly GateId[] = ["G10", "G11", "G-LB-identity", "G-LB-channel"];
const VERDICT: readonly GateId[] = ["G-LB-readers", "G-LB-codes", "G-LB-order-known"];
/** From the notice on, the letter is the victim's to choose about, and every choice can be taken back until delivery. */
const CHOICE: readonly LetterStage[] = [
  "notice_sent",
  "delivery_requested",
  "reconfirmed",
  "declined_for_now",
  "declined_permanently",
];
const OTHERS: readonly LetterStage[] = LetterStage.options.filter((stage) => stage !== "held");

const SCREENING: readonly Step<LetterStage>[] = [
  { act: "pass-on", from: ["submitted"], to: "passed_on", by: STAFF, gates: ["G-LB-route"] },
  { act: "start-screening", from: ["submitted"], to: "in_screening", by: STAFF, gates: ["G-LB-route"] },
  { act: "record-reading", from: ["in_screening"], to: "in_screening", by: READERS, gates: ["G-LB-other-reader"] },
  {
    act: "accept",
    from: ["in_screening"],
    to: "accepted",
    by: STAFF,
    gates: ["G-LB-readers", "G-LB-unanimous", "G-LB-trained-reader"],
  },
  { act: "return", from: ["in_screening"], to: "returned_for_revision", by: STAFF, gates: VERDICT },
  { act: "reject", from: ["in_screening"], to: "rejected", by: STAFF, gates: VERDICT },
  { act: "resubmit", from: ["returned_for_revision"], to: "submitted", by: AUTHOR, gates: [] },
  { act: "bank", from: ["accepted"], to: "held", by: STAFF, gates: [] },
];

const HOLDING: readonly Step<LetterStage>[] = [
  {
    act: "send-notice",
    from: ["held"],
    to: "notice_sent",
    by: STAFF,
    gates: ["G-LB-opt-in", "G03", "G10", "G11", "G-LB-channel", "G-LB-trained-reader"],
  },
  { act: "supersede", from: ["held"], to: "superseded", by: STAFF, gates: [] },
  { act: "expire", from: ["held"], to: "expired", by: STAFF, gates: ["G-LB-retention"] },
  { act: "ask-to-withdraw", from: ["held"], to: "withdrawn_by_author", by: AUTHOR, gates: [] },
  ...OTHERS.map((stage): Step<LetterStage> => ({
    act: "ask-to-withdraw",
    from: [stage],
    to: stage,
    by: AUTHOR,
    gates: [],
  })),
];

const CHOOSING: readonly Step<LetterStage>[] = [
  { act: "request-delivery", from: CHOICE, to: "delivery_requested", by: VICTIM, gates: ["G-LB-way"] },
  { act: "decline-for-now", from: CHOICE, to: "declined_for_now", by: VICTIM, gates: [] },
  { act: "decline-permanently", from: CHOICE, to: "declined_permanently", by: VICTIM, gates: [] },
  { act: "reconfirm", from: ["delivery_requested", "reconfirmed"], to: "reconfirmed", by: STAFF, gates: DELIVERY },
  { act: "deliver", from: ["reconfirmed"], to: "delivered", by: STAFF, gates: DELIVERY },
];

const telling = (act: LetterAct, stage: LetterStage): Step<LetterStage> => ({
  act,
  from: [stage],
  to: stage,
  by: VICTIM,
  gates: ["G-LB-told"],
});

const AFTERWARDS: readonly Step<LetterStage>[] = [
  { act: "submit-reply", from: ["delivered"], to: "delivered", by: VICTIM, gates: ["G-LB-reply"] },
  { act: "return-reply", from: ["delivered"], to: "delivered", by: STAFF, gates: ["G-LB-reply"] },
  {
    act: "release-reply",
    from: ["delivered"],
    to: "delivered",
    by: STAFF,
    gates: ["G-LB-reply", "G-LB-reply-screened", "G10", "G11"],
  },
  telling("tell-requested", "delivery_requested"),
  telling("tell-requested", "reconfirmed"),
  telling("tell-requested", "delivered"),
  telling("tell-received", "delivered"),
  telling("tell-read", "delivered"),
];

/** The letter bank while nothing is frozen. */
export const LETTER_STAGES: readonly Step<LetterStage>[] = [
  ...SCREENING,
  ...HOLDING,
  ...CHOOSING,
  ...AFTERWARDS,
  ...dangerSteps(LetterStage.options),
];

/**
 * What an open danger never holds up (INV-16): freezing, the victim's noes, and what the author does beneath, since a
 * refusal would tell of the danger. What comes of the author's steps waits with everything else.
 */
export const LETTER_OPEN_IN_DANGER: readonly LetterAct[] = [
  "freeze",
  "decline-for-now",
  "decline-permanently",
  "ask-to-withdraw",
  "resubmit",
  "disclose-danger",
  "address-danger",
];

/**
 * What goes on while a letter is frozen, and leaves it frozen: what the author does without learning of it, the
 * victim's choices, which stand open at any time, and danger.
 */
export const OPEN_WHILE_FROZEN: readonly LetterAct[] = [
  "ask-to-withdraw",
  "resubmit",
  "request-delivery",
  "decline-for-now",
  "decline-permanently",
  "disclose-danger",
  "address-danger",
];

const whileFrozen = (act: LetterAct): Step<LetterState> => {
  const { by, gates } = LETTER_STAGES.find((step) => step.act === act) ?? { by: [], gates: [] };
  return { act, from: ["frozen"], to: "frozen", by, gates };
};

const FREEZERS: readonly Side[] = ["victim-side", "programme", "court"];

/** The apology letter bank as a table. The author's side hands in, revises and asks to withdraw, and nothing else. */
export const LETTER_MACHINE: Machine<LetterState, LetterAct> = {
  programme: "letter-bank",
  initial: "submitted",
  states: LetterState.options,
  terminal: ["rejected", "withdrawn_by_author", "superseded", "expired", "passed_on"],
  transitions: [
    ...LETTER_STAGES,
    ...OPEN_WHILE_FROZEN.map(whileFrozen),
    { act: "freeze", from: LetterState.options, to: "frozen", by: FREEZERS, gates: [] },
    { act: "unfreeze", from: ["frozen"], to: "frozen", by: FREEZERS, gates: ["G-LB-unfreeze"] },
    ...LetterStage.options.map((to): Step<LetterState> => ({
      act: "unfreeze",
      from: ["frozen"],
      to,
      by: FREEZERS,
      gates: ["G-LB-unfreeze"],
    })),
  ],
};
