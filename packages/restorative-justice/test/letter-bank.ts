import { addHours, Instant, ZoneId } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { AdvanceError } from "../src/programme/errors.ts";
import { advanceLetter } from "../src/letter/advance-letter.ts";
import { type LetterCase, openLetter } from "../src/letter/letter-case.ts";
import { type LetterAct, type LetterCommand, SubmitLetter } from "../src/letter/letter-command.ts";
import type { LetterFacts } from "../src/letter/letter-facts.ts";
import { loadLetterPolicy } from "../src/letter/letter-policy.ts";
import type { LetterSetting } from "../src/letter/letter-setting.ts";
import type { LetterState } from "../src/letter/letter-state.ts";

/** When the letter of every test is handed in. */
export const START = Instant.parse("2026-03-02T15:00:00Z");
export const ZONE = ZoneId.parse("America/Denver");

/** The house's settings, and an agency that allows whatever can be allowed. */
export const strict = Result.getOrThrow(loadLetterPolicy({}));
/** An agency that allows whatever can be allowed. */
export const open = Result.getOrThrow(
  loadLetterPolicy({
    notifyPolicy: "notify_registered",
    authorTold: "victim_decides",
    reply: "one_screened",
    courtOrderedRoute: "bank",
    retention: { kind: "days_in_bank", days: 2 },
  }),
);

/** Somebody of each kind. */
export const PEOPLE = {
  author: { side: "offender-side", id: "author" },
  victim: { side: "victim-side", id: "V-victim" },
  staff: { side: "programme", id: "staff" },
  reader: { side: "facilitator", id: "second-reader" },
  court: { side: "court", id: "court" },
} as const;

/** Who gives which command where nothing else is said. */
const GIVERS: Readonly<Record<LetterAct, keyof typeof PEOPLE>> = {
  submit: "author",
  "pass-on": "staff",
  "start-screening": "staff",
  "record-reading": "staff",
  accept: "staff",
  return: "staff",
  reject: "staff",
  resubmit: "author",
  bank: "staff",
  "send-notice": "staff",
  "request-delivery": "victim",
  "decline-for-now": "victim",
  "decline-permanently": "victim",
  reconfirm: "staff",
  deliver: "staff",
  "ask-to-withdraw": "author",
  supersede: "staff",
  expire: "staff",
  freeze: "victim",
  unfreeze: "victim",
  "submit-reply": "victim",
  "return-reply": "staff",
  "release-reply": "staff",
  "tell-requested": "victim",
  "tell-received": "victim",
  "tell-read": "victim",
  "disclose-danger": "victim",
  "address-danger": "staff",
};

const FIELDS: Partial<Readonly<Record<LetterAct, object>>> = {
  submit: { letter: "letter-1", origin: "voluntary", document: "letter-text-1" },
  "record-reading": { found: [], training: "dv_sv_trained", codedThreats: "looked_for" },
  return: { codes: ["blame"] },
  reject: { codes: ["threat"] },
  resubmit: { document: "letter-text-2" },
  "request-delivery": { way: "mail" },
  deliver: { coverNote: "cover-note" },
  supersede: { newer: "letter-2" },
  freeze: { ground: "victim_request" },
  unfreeze: { ground: "victim_request" },
  "submit-reply": { document: "V-reply" },
  "address-danger": { evidence: ["attended"] },
  "return-reply": { codes: ["contact_details"] },
  "release-reply": { read: "reply-reading", found: [], addressFreeCopy: "copy-of-reply" },
};

/** What the schema fills in. */
const DEFAULTS: Partial<Readonly<Record<LetterAct, object>>> = {
  "record-reading": { coReaders: [] },
  unfreeze: { courtDocument: null },
};

let counted = 0;

/** A command with an id of its own. */
export const command = (act: LetterAct, rest: object = {}): LetterCommand => {
  counted += 1;
  const by = PEOPLE[GIVERS[act]];
  const raw = { id: `${act}-${counted}`, act, by, at: START, evidence: [], ...DEFAULTS[act], ...FIELDS[act], ...rest };
  // Properties make these by the ten thousand; that the schema takes each act is a test of its own.
  return raw as unknown as LetterCommand;
};

/** A letter just handed in. */
export const handedIn = (rest: object = {}): LetterCase =>
  Result.getOrThrow(openLetter(SubmitLetter.parse(command("submit", rest))));

/** Facts with every check made at a moment and clean, and a victim who asked. */
export const cleanFacts = (at: Instant, rest: object = {}): LetterFacts =>
  ({
    zone: ZONE,
    orders: { id: "V-order-check", at, found: "no_active_order", service: "unknown" },
    conduct: { id: "V-conduct-check", at, found: "none_in_look_back" },
    track: "general",
    optIn: { id: "V-opt-in", how: "asked" },
    victimAge: 40,
    identity: { id: "V-identity", at, found: "verified" },
    channel: { id: "V-channel", at, found: "safe" },
    authorDischargedAt: null,
    ...rest,
  }) as LetterFacts;

/** Takes a command with clean facts of its own moment. */
export const take = (
  letter: LetterCase,
  asked: LetterCommand,
  setting: Partial<LetterSetting> = {},
): Result.Result<LetterCase, AdvanceError> =>
  advanceLetter(letter, asked, { facts: cleanFacts(asked.at), policy: strict, ...setting });

/** Takes commands that must all be taken. */
export const walk = (
  letter: LetterCase,
  asked: readonly LetterCommand[],
  setting: Partial<LetterSetting> = {},
): LetterCase => asked.reduce((each, next) => Result.getOrThrow(take(each, next, setting)), letter);

const second = { by: PEOPLE.reader };
const reading = (rest: object = {}) => [
  command("start-screening"),
  command("record-reading", rest),
  command("record-reading", second),
];
const toHeld = () => [...reading(), command("accept"), command("bank")];
const toNotice = () => [...toHeld(), command("send-notice")];
const toRequest = () => [...toNotice(), command("request-delivery")];
const toReconfirmed = () => [...toRequest(), command("reconfirm")];

/** The way to each stage that tests begin from, as short as it gets. */
export const WAYS = {
  submitted: () => [],
  in_screening: () => [command("start-screening")],
  returned_for_revision: () => [...reading({ found: ["blame"] }), command("return")],
  rejected: () => [...reading({ found: ["threat"] }), command("reject")],
  accepted: () => [...reading(), command("accept")],
  held: toHeld,
  notice_sent: toNotice,
  delivery_requested: toRequest,
  declined_for_now: () => [...toNotice(), command("decline-for-now")],
  declined_permanently: () => [...toNotice(), command("decline-permanently")],
  reconfirmed: toReconfirmed,
  delivered: () => [...toReconfirmed(), command("deliver")],
  withdrawn_by_author: () => [...toHeld(), command("ask-to-withdraw")],
  superseded: () => [...toHeld(), command("supersede")],
  frozen: () => [...toHeld(), command("freeze")],
} as const satisfies Readonly<Partial<Record<LetterState, () => readonly LetterCommand[]>>>;

/** A state that tests begin from. */
export type Beginning = keyof typeof WAYS;
/** The states that tests begin from. */
export const BEGINNINGS = Object.keys(WAYS) as readonly Beginning[];

/** A letter that came to a stage. */
export const letterIn = (state: Beginning): LetterCase => {
  const known = letters.get(state) ?? walk(handedIn(), WAYS[state]());
  letters.set(state, known);
  return known;
};

/** Cases are values, so that each way is walked once. */
const letters = new Map<string, LetterCase>();

/** A moment so many hours after the start. */
export const later = (hours: number): Instant => addHours(START, hours);

/** How a command fails; `null` when it is taken. */
export const failureOf = (letter: LetterCase, asked: LetterCommand, setting: Partial<LetterSetting> = {}) => {
  const outcome = take(letter, asked, setting);
  return Result.isFailure(outcome) ? outcome.failure : null;
};

/** The gates that stop a step, each with its outcome. */
export const stopping = (
  letter: LetterCase,
  asked: LetterCommand,
  setting: Partial<LetterSetting> = {},
): readonly string[] => {
  const failure = failureOf(letter, asked, setting);
  return failure?._tag === "GatesStop" ? failure.stopping.map(({ gate, outcome }) => `${gate} ${outcome}`) : [];
};
