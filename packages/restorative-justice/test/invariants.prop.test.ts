import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../src/index.ts";
import {
  combine,
  concernResult,
  evaluateIpvGate,
  evaluateScreen,
  GATE_OUTCOMES,
  missingConditions,
  relationshipResult,
  type Screen,
  SCREEN_KINDS,
  type ScreenItem,
  type ScreenResult,
  Tie,
} from "../src/index.ts";
import {
  answersOf,
  arbitraryRound,
  arbitraryScreen,
  gateInputOf,
  type Round,
  scaleAnswers,
  screenForms,
} from "../src/testing.ts";
import { licences, NOW, screening } from "./screens.ts";

const shape = { now: NOW, screening };
const setting = { now: NOW, triggers: [] };
const RUNS = { numRuns: 2000 };

const resultOf = (screen: Screen): ScreenResult => evaluateScreen(screening, screen, licences);
const gateOf = (round: Round) => evaluateIpvGate(gateInputOf(round, shape), setting);
const rank = ({ kind }: ScreenResult): number => SCREEN_KINDS.indexOf(kind);
/** The higher, the further from passing. */
const severity = (outcome: (typeof GATE_OUTCOMES)[number]): number => -GATE_OUTCOMES.indexOf(outcome);

const itemsOf = ({ instrument }: Screen): readonly ScreenItem[] =>
  screenForms(screening).find(({ ref }) => ref.id === instrument.id && ref.version === instrument.version)?.items ?? [];

const answered = (screen: Screen, item: string): Answer =>
  screen.answers.find((each) => each.item === item)?.answer ?? "not_asked";

const withAnswer = (screen: Screen, item: string, answer: Answer): Screen => ({
  ...screen,
  answers: answersOf(new Map([...screen.answers.map((each) => [each.item, each.answer] as const), [item, answer]])),
});

const isValue = (answer: Answer): boolean =>
  answer === "yes" ||
  answer === "no" ||
  typeof answer === "number" ||
  (typeof answer === "object" && "choice" in answer);

/** The values of an item from least to most concern, for every instrument. */
const rising = ({ instrument }: Screen, item: ScreenItem): readonly Answer[] => {
  if (item.positiveWhen !== undefined) return item.positiveWhen === "yes" ? ["no", "yes"] : ["yes", "no"];
  if (item.key === "p1.who")
    return [{ choice: "someone-else" }, { choice: "partner-and-others" }, { choice: "partner" }];
  return instrument.version === "1995-agree-1" ? scaleAnswers(item).toReversed() : scaleAnswers(item);
};

const leastSum = ({ screens }: ScreenResult): number => screens[0]?.score?.lo ?? 0;

/** A screen, one of its items, and the item's next or a later value of more concern. */
const arbitraryRaise = arbitraryScreen(shape).chain((screen) =>
  fc.record({
    screen: fc.constant(screen),
    item: fc.constantFrom(...itemsOf(screen)),
    step: fc.nat({ max: 5 }),
  }),
);

const raisedAnswer = (screen: Screen, item: ScreenItem, step: number): Answer => {
  const values = rising(screen, item);
  const at = values.findIndex((value) => JSON.stringify(value) === JSON.stringify(answered(screen, item.key)));
  return values[Math.min(values.length - 1, at < 0 ? values.length - 1 : at + step)] ?? "not_asked";
};

/** Every name and every text of a value, except the notice that says what screening is not. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]);
};

const booleansIn = (value: unknown): number => {
  if (typeof value === "boolean") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((count: number, inner) => count + booleansIn(inner), 0);
};

/** No answer, for whichever reason; a reason for leaving out that the item does not allow is none either. */
const NO_ANSWERS: readonly Answer[] = ["unknown", "declined", "not_asked", { notApplicable: "some-other-reason" }];

const CLEARANCE = /\b(cleared?|clearance|safe|ok|okay|negative|passed|approved|low.risk|no.risk)\b/iu;

describe("INV-06: screening clears nobody", () => {
  test("no name or text of any result reads as clearance, and nothing in it is a boolean", () => {
    fc.assert(
      fc.property(arbitraryScreen(shape), (screen) => {
        const result = resultOf(screen);
        expect(SCREEN_KINDS).toContain(result.kind);
        expect(wordsIn(result).filter((word) => CLEARANCE.test(word))).toEqual([]);
        expect(booleansIn(result)).toBe(0);
        expect(result.label).toBe("not-a-validated-instrument");
      }),
      RUNS,
    );
  });

  test("the gate opens only on a complete round that found nothing, or with every condition of the specialist track", () => {
    const opened = { nothingFound: 0, bySpecialists: 0 };
    fc.assert(
      fc.property(arbitraryRound(shape), (round) => {
        const { outcome, result } = gateOf(round);
        const { policy } = gateInputOf(round, shape);
        const concerns = result.reasons.map(({ from }) => from);
        const needed =
          result.kind === "escalate" ? missingConditions(round.approval, { ...setting, policy, concerns }) : [];
        const against = [
          ...result.flags,
          ...needed,
          ...(result.kind === "blocked" ? ["blocked"] : []),
          ...(result.track === "ipv" && policy.ipvPolicy === "excluded" ? ["excluded"] : []),
        ];
        const isOpen = outcome === "pass";
        if (isOpen) opened[result.kind === "escalate" ? "bySpecialists" : "nothingFound"] += 1;
        expect(isOpen).toBe(against.length === 0);
      }),
      RUNS,
    );
    expect(opened.nothingFound).toBeGreaterThan(10);
    expect(opened.bySpecialists).toBeGreaterThan(10);
  });
});

describe("INV-07: no answer is never a no", () => {
  test("taking an answer of least concern away leaves the result incomplete and no better", () => {
    fc.assert(
      fc.property(arbitraryRaise, fc.constantFrom(...NO_ANSWERS), ({ screen, item }, none) => {
        const quiet = withAnswer(screen, item.key, rising(screen, item)[0] ?? "not_asked");
        const [before, after] = [resultOf(quiet), resultOf(withAnswer(screen, item.key, none))];
        expect(after.flags).toContain("incomplete");
        // What an answer decides about whether another applies may go with it; the concern that was there stays.
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      }),
      RUNS,
    );
  });

  test("no gate opens while an item of a screen has no answer", () => {
    fc.assert(
      fc.property(arbitraryRound(shape), fc.nat(), (round, at) => {
        const [first, ...others] = round.screens;
        const items = first === undefined ? [] : itemsOf(first);
        const item = items[at % items.length];
        fc.pre(first !== undefined && item !== undefined);
        const screens = [withAnswer(first, item.key, "declined"), ...others];
        expect(gateOf({ ...round, screens }).outcome).not.toBe("pass");
      }),
      RUNS,
    );
  });
});

describe("INV-08: concern can only be raised", () => {
  test("an answer of more concern never lowers the result of any instrument", () => {
    fc.assert(
      fc.property(arbitraryRaise, ({ screen, item, step }) => {
        const raised = withAnswer(screen, item.key, raisedAnswer(screen, item, step));
        const [before, after] = [resultOf(screen), resultOf(raised)];
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        const [flags, lo] = isValue(answered(screen, item.key)) ? [before.flags, leastSum(before)] : [[], 0];
        expect(after.flags).toEqual(expect.arrayContaining([...flags]));
        expect(leastSum(after)).toBeGreaterThanOrEqual(lo);
      }),
      { numRuns: 4000 },
    );
  });

  test("an answer of more concern never brings the gate nearer to opening", () => {
    fc.assert(
      fc.property(arbitraryRound(shape), fc.nat(), fc.nat({ max: 5 }), (round, at, step) => {
        const [first, ...others] = round.screens;
        const items = first === undefined ? [] : itemsOf(first).filter(({ key }) => isValue(answered(first, key)));
        const item = items[at % Math.max(1, items.length)];
        fc.pre(first !== undefined && item !== undefined);
        const raised = withAnswer(first, item.key, raisedAnswer(first, item, step));
        const [before, after] = [gateOf(round), gateOf({ ...round, screens: [raised, ...others] })];
        expect(severity(after.outcome)).toBeGreaterThanOrEqual(severity(before.outcome));
      }),
      RUNS,
    );
  });

  test("one more result, screen or concern never brings anything nearer to opening", () => {
    fc.assert(
      fc.property(arbitraryScreen(shape), arbitraryScreen(shape), (one, other) => {
        const [left, right] = [resultOf(one), resultOf(other)];
        const both = combine([left, right]);
        expect(rank(both)).toBe(Math.max(rank(left), rank(right)));
        expect(both.flags).toEqual(expect.arrayContaining([...left.flags, ...right.flags]));
        expect(rank(combine([left, concernResult({ id: "c", by: "a", at: NOW })]))).toBeGreaterThanOrEqual(1);
      }),
      RUNS,
    );
  });
});

describe("INV-09: who the two are to each other decides the track", () => {
  const IPV: readonly Tie[] = Tie.options.filter((tie) => !["other-family", "acquaintance", "stranger"].includes(tie));

  test("any intimate, dating, co-parent, household or unknown tie is on the track, and so is an open first item", () => {
    fc.assert(
      fc.property(arbitraryRound(shape), (round) => {
        const first = round.screens[0];
        const tie = first === undefined ? "not_asked" : answered(first, "s01");
        const { result, outcome } = gateOf(round);
        fc.pre(tie !== "no" || round.relationship.some((each) => IPV.includes(each)));
        expect(result.track).toBe("ipv");
        expect(rank(result)).toBeGreaterThanOrEqual(1);
        expect(round.ipvPolicy === "excluded" ? outcome : "block").toBe("block");
        expect(round.approval === null && outcome === "pass").toBe(false);
      }),
      RUNS,
    );
  });

  test("ties alone: each by itself, and any beside it only adds", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...Tie.options), { minLength: 1 }), (ties) => {
        const result = relationshipResult(ties);
        expect(result.track).toBe(ties.some((tie) => IPV.includes(tie)) ? "ipv" : "general");
        expect(rank(result)).toBe(ties.every((tie) => tie === "stranger" || tie === "acquaintance") ? 0 : 1);
      }),
      RUNS,
    );
  });
});

describe("INV-12: answers count only when given alone and in private", () => {
  test("a screen without privacy is incomplete, opens no gate, and loses no concern", () => {
    fc.assert(
      fc.property(arbitraryRound(shape), (round) => {
        const [first, ...others] = round.screens;
        fc.pre(first !== undefined);
        const open: Screen = { ...first, origin: { kind: "victim_alone", privacy: "not_confirmed" } };
        const quiet: Screen = { ...first, origin: { kind: "victim_alone", privacy: "confirmed" } };
        const result = resultOf(open);
        expect(result.flags).toContain("incomplete");
        expect(result.reasons.map(({ because }) => because)).toContain("privacy-not-confirmed");
        expect(result.kind).toBe(resultOf(quiet).kind);
        expect(gateOf({ ...round, screens: [open, ...others] }).outcome).not.toBe("pass");
      }),
      RUNS,
    );
  });
});
