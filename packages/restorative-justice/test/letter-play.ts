import { addHours, epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { advanceLetter } from "../src/letter/advance-letter.ts";
import { type LetterCase, letterState } from "../src/letter/letter-case.ts";
import type { LetterAct, LetterCommand } from "../src/letter/letter-command.ts";
import type { LetterFacts } from "../src/letter/letter-facts.ts";
import { LETTER_MACHINE } from "../src/letter/letter-machine.ts";
import type { LetterSetting } from "../src/letter/letter-setting.ts";
import type { AdvanceError } from "../src/programme/errors.ts";
import { type Beginning, cleanFacts, command, letterIn, open, PEOPLE, START, strict } from "./letter-bank.ts";

/** One random step: which act, by whom, how much later, and what the facts say. */
export type Roll = {
  readonly act: number;
  readonly giver: number;
  readonly minutes: number;
  readonly facts: number;
  readonly fields: number;
};

/** Random steps. */
export const rolls = (maxLength = 16): fc.Arbitrary<readonly Roll[]> =>
  fc.array(
    fc.record({
      act: fc.nat(10_000),
      giver: fc.nat(15),
      minutes: fc.constantFrom(0, 1, 5, 10, 10, 10, 30, 60, 120, 300, -30, 1440, 14_400),
      facts: fc.nat(33),
      fields: fc.nat(5),
    }),
    { maxLength, size: "max" },
  );

/** Facts that are clean more often than not, and otherwise wrong in one way. */
const rolledFacts = (roll: number, at: Instant): LetterFacts => {
  const old = addHours(at, -200);
  const wrong: readonly object[] = [
    { orders: null },
    { orders: { id: "V-order-check", at, found: "active_order", service: "served_on_author" } },
    { orders: { id: "V-order-check", at: old, found: "no_active_order", service: "unknown" } },
    { orders: { id: "V-order-check", at: addHours(at, 1), found: "no_active_order", service: "unknown" } },
    { conduct: { id: "V-conduct-check", at, found: "contact_or_misconduct" } },
    { optIn: { id: "V-opt-in", how: "custody_notices_only" } },
    { optIn: { id: "V-opt-in", how: "registered_for_letters" } },
    { optIn: { id: null, how: "none" } },
    { identity: null },
    { channel: { id: "V-channel", at, found: "not_safe" } },
    { track: "unknown" },
  ];
  return cleanFacts(at, wrong[roll] ?? {});
};

const VARIANTS: Partial<Readonly<Record<LetterAct, readonly object[]>>> = {
  "record-reading": [{ found: ["blame", "threat"] }, { training: "other" }],
  return: [{ codes: ["order_in_force"] }],
  freeze: [
    { ground: "new_order", by: PEOPLE.court },
    { ground: "unwanted_contact", by: PEOPLE.staff },
  ],
  unfreeze: [
    { ground: "new_order", courtDocument: "order-lifted", by: PEOPLE.court },
    { ground: "new_order", by: PEOPLE.staff },
    { ground: "unwanted_contact", by: PEOPLE.staff },
  ],
  "release-reply": [{ addressFreeCopy: null }, { found: ["contact_details"] }],
};

const SELDOM: readonly LetterAct[] = ["freeze", "ask-to-withdraw", "expire", "supersede", "reject", "return"];

/** Mostly an act that leads on; now and then any that the state has open, or one that none has. */
const rolledAct = (letter: LetterCase, { act }: Roll): LetterAct => {
  const openActs = LETTER_MACHINE.transitions
    .filter((step) => step.from.includes(letterState(letter)))
    .map((step) => step.act);
  const forward = openActs.filter((each) => !SELDOM.includes(each));
  const pool = act % 4 === 0 || forward.length === 0 ? openActs : forward;
  return act % 23 === 0 ? "submit" : (pool[Math.floor(act / 4) % pool.length] ?? "freeze");
};

/** A command of a random act, mostly by whom it is for. */
const rolledCommand = (letter: LetterCase, roll: Roll, at: Instant): LetterCommand => {
  const act = rolledAct(letter, roll);
  const reader = act === "record-reading" && letter.readings.length > 0 ? { by: PEOPLE.reader } : {};
  const stranger = Object.values(PEOPLE)[roll.giver];
  return command(act, {
    at,
    ...reader,
    ...VARIANTS[act]?.[roll.fields],
    ...(stranger === undefined ? {} : { by: stranger }),
  });
};

/** One step that was played: before, the command, the facts, and what came of it. */
export type Played = {
  readonly before: LetterCase;
  readonly command: LetterCommand;
  readonly facts: LetterFacts;
  readonly outcome: Result.Result<LetterCase, AdvanceError>;
};

/** Plays random steps on a letter, whatever comes of each. */
export const play = (
  letter: LetterCase,
  steps: readonly Roll[],
  policy: LetterSetting["policy"],
): { readonly played: readonly Played[]; readonly last: LetterCase } => {
  const played: Played[] = [];
  let [each, now] = [letter, START];
  for (const roll of steps) {
    now = instantAt(epochMilliseconds(now) + roll.minutes * 60_000);
    const asked = rolledCommand(each, roll, now);
    const facts = rolledFacts(roll.facts, now);
    const outcome = advanceLetter(each, asked, { facts, policy });
    played.push({ before: each, command: asked, facts, outcome });
    if (Result.isSuccess(outcome)) each = outcome.success;
    else if (roll.minutes < 0) now = each.commands.at(-1)?.at ?? now;
  }
  return { played, last: each };
};

/** Most runs start deep in the bank, so that what is rare at the far end is common here. */
export const beginnings = fc.constantFrom<Beginning>(
  ...([
    "submitted",
    "accepted",
    "held",
    "notice_sent",
    "reconfirmed",
    "reconfirmed",
    "delivered",
    "delivered",
  ] as const),
);

/** Random steps on a letter somewhere in the bank, of an agency that allows much or little. */
export const plays = fc
  .tuple(beginnings, rolls(), fc.constantFrom(open, open, strict))
  .map(([state, steps, policy]) => ({ ...play(letterIn(state), steps, policy), policy }));

/** The steps that were taken, each with the letter after it. */
export const taken = (played: readonly Played[]) =>
  played.flatMap((step) =>
    Result.isSuccess(step.outcome) && step.outcome.success !== step.before
      ? [{ ...step, after: step.outcome.success }]
      : [],
  );

/** The declared signals of a letter: accepted, or returned with reason codes. */
export const isVerdict = (act: string): boolean => act === "accept" || act === "return" || act === "reject";
