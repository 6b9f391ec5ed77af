import { addHours, type Instant } from "@victim-rights/core";
import fc from "fast-check";
import { advanceLetter } from "../src/letter/advance-letter.ts";
import { type LetterCase, letterState } from "../src/letter/letter-case.ts";
import type { LetterAct, LetterCommand } from "../src/letter/letter-command.ts";
import type { LetterFacts } from "../src/letter/letter-facts.ts";
import { LETTER_MACHINE } from "../src/letter/letter-machine.ts";
import type { LetterSetting } from "../src/letter/letter-setting.ts";
import { type Beginning, cleanFacts, command, letterIn, open, PEOPLE, START, strict } from "./letter-bank.ts";
import { arbitraryRolls, type PlayedStep, playRolls, type Roll, rolledAct, rolledGiver } from "./random-steps.ts";

/** Random steps. */
export const rolls = (maxLength = 16): fc.Arbitrary<readonly Roll[]> =>
  arbitraryRolls({ minutes: [0, 1, 5, 10, 10, 10, 30, 60, 120, 300, -30, 1440, 14_400], facts: 33, maxLength });

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

/** A command of a random act, mostly by whom it is for. */
const rolledCommand = (letter: LetterCase, roll: Roll, at: Instant): LetterCommand => {
  const [state, { danger }] = [letterState(letter), letter];
  const act = rolledAct({ machine: LETTER_MACHINE, state, danger, seldom: SELDOM, stray: "submit" }, roll);
  const reader = act === "record-reading" && letter.readings.length > 0 ? { by: PEOPLE.reader } : {};
  return command(act, { at, ...reader, ...VARIANTS[act]?.[roll.fields], ...rolledGiver(PEOPLE, roll) });
};

/** One step that was played on a letter. */
export type Played = PlayedStep<LetterCase, LetterCommand, LetterFacts>;

/** Plays random steps on a letter, whatever comes of each. */
export const play = (letter: LetterCase, steps: readonly Roll[], policy: LetterSetting["policy"]) =>
  playRolls<LetterCase, LetterCommand, LetterFacts>(letter, steps, {
    start: START,
    command: rolledCommand,
    facts: (roll, at) => rolledFacts(roll.facts, at),
    advance: (each, asked, facts) => advanceLetter(each, asked, { facts, policy }),
  });

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

/** The declared signals of a letter: accepted, or returned with reason codes. */
export const isVerdict = (act: string): boolean => act === "accept" || act === "return" || act === "reject";
