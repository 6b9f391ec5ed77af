import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, type AnswerSheet, answerTo } from "../answer.ts";
import { arbitrarySheet, scaleAnswers } from "../arbitrary/arbitrary-answers.ts";
import { isSettled, type ScreenItem } from "../screen-item.ts";
import { E_HITS, HITS } from "./hits.ts";
import type { Instrument } from "./instrument.ts";
import { LAP_V1 } from "./lap.ts";
import { INSTRUMENTS } from "./instruments.ts";
import { NOT_AVAILABLE } from "./not-available.ts";
import { ODARA, odaraBand } from "./odara.ts";
import { WEB_AGREE_1, WEB_AGREE_6 } from "./web.ts";

const RUNS = { numRuns: 2000 };

/** A few items of an instrument without an answer, so that every way of filling them in can be tried. */
const withGaps = (items: readonly ScreenItem[]): fc.Arbitrary<AnswerSheet> =>
  fc
    .tuple(
      fc.tuple(...items.map((item) => fc.constantFrom(...scaleAnswers(item)))),
      fc.subarray([...items], { maxLength: 3 }),
      fc.constantFrom<Answer>("unknown", "declined", "not_asked"),
    )
    .map(
      ([answers, gaps, none]) =>
        new Map(items.map((item, at) => [item.key, gaps.includes(item) ? none : (answers[at] ?? none)])),
    );

/** Every way of filling in what is missing: the slow reading that ranges and unknowns are held to. */
const completions = (items: readonly ScreenItem[], sheet: AnswerSheet): readonly AnswerSheet[] =>
  items
    .filter((item) => !isSettled(item, sheet))
    .reduce<readonly AnswerSheet[]>(
      (sheets, item) =>
        sheets.flatMap((each) => scaleAnswers(item).map((answer) => new Map([...each, [item.key, answer]]))),
      [sheet],
    );

const total = ({ items, version }: Instrument, sheet: AnswerSheet): number =>
  items.reduce((sum, { key }) => {
    const answer = answerTo(sheet, key);
    if (typeof answer !== "number") return sum + (answer === "yes" ? 1 : 0);
    return sum + (version === "1995-agree-1" ? 7 - answer : answer);
  }, 0);

const summed = [HITS, E_HITS, WEB_AGREE_6, WEB_AGREE_1].flatMap((instrument) =>
  instrument.cutOffs.map(
    (cutOff) => [`${instrument.id} ${instrument.version} ${cutOff.id}`, instrument, cutOff] as const,
  ),
);

describe("a sum with gaps", () => {
  test.each(summed)("%s agrees with every way of filling the gaps in", (_name, instrument, cutOff) => {
    fc.assert(
      fc.property(withGaps(instrument.items), (sheet) => {
        const { reasons, score } = instrument.score(sheet, cutOff);
        const totals = completions(instrument.items, sheet).map((each) => total(instrument, each));
        expect([score?.lo, score?.hi]).toEqual([Math.min(...totals), Math.max(...totals)]);
        const raised = reasons.map(({ raises }) => raises);
        expect(raised.includes("escalate")).toBe(totals.every((sum) => sum >= cutOff.atLeast));
        expect(raised.includes("incomplete")).toBe(instrument.items.some((item) => !isSettled(item, sheet)));
      }),
      { numRuns: 500 },
    );
  });
});

/** The trigger rule of the first Lethality Screen on a full sheet, in plain words. */
const isTriggered = (sheet: AnswerSheet): boolean => {
  const yes = (...keys: readonly string[]): number => keys.filter((key) => sheet.get(key) === "yes").length;
  return yes("q1", "q2", "q3", "belief") > 0 || yes("q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11") >= 4;
};

const expectedOf = (outcomes: readonly boolean[]): readonly string[] => {
  if (outcomes.every(Boolean)) return ["triggered"];
  return outcomes.some(Boolean) ? ["could-be-triggered"] : [];
};

const gapsIn = (sheet: AnswerSheet): number => LAP_V1.items.filter((item) => !isSettled(item, sheet)).length;

const lapSheets = fc.oneof(
  withGaps(LAP_V1.items),
  arbitrarySheet(LAP_V1.items).filter((sheet) => gapsIn(sheet) < 6),
);

describe("the Lethality Screen", () => {
  test("triggers when every way of filling the gaps in does, and may trigger when one does", () => {
    fc.assert(
      fc.property(lapSheets, (sheet) => {
        const outcomes = completions(LAP_V1.items, sheet).map(isTriggered);
        const raised = LAP_V1.score(sheet, null).reasons.filter(({ raises }) => raises === "escalate");
        expect(raised.map(({ because }) => because)).toEqual(expectedOf(outcomes));
      }),
      RUNS,
    );
  });
});

describe("ODARA", () => {
  test("shows the band of the least and of the most that a sum can be, and prorates nothing", () => {
    fc.assert(
      fc.property(withGaps(ODARA.items), (sheet) => {
        const totals = completions(ODARA.items, sheet).map((each) => total(ODARA, each));
        const [lo, hi] = [Math.min(...totals), Math.max(...totals)];
        const { score, reasons } = ODARA.score(sheet, null);
        expect(score).toMatchObject({ lo, hi, standing: "no_cut_off", cutOff: null });
        expect(score?.groupRates).toEqual([...new Set([odaraBand(lo), odaraBand(hi)])]);
        expect(reasons.some(({ raises }) => raises === "incomplete")).toBe(lo < hi);
      }),
      RUNS,
    );
  });

  test("has the norms as they were read, rising with the score", () => {
    const percents = Array.from({ length: 14 }, (_, score) => odaraBand(score).percent);
    expect(percents).toEqual([5, 10, 20, 27, 41, 59, 59, 70, 70, 70, 70, 70, 70, 70]);
  });
});

describe("the catalogue", () => {
  test("ships no questionnaire text, and states population, citation, licence and rule of each", () => {
    for (const { textSupplied, population, citation, licence, rule, accuracy } of INSTRUMENTS) {
      expect(textSupplied).toBe(false);
      for (const told of [population, citation, licence, rule, accuracy]) expect(told.length).toBeGreaterThan(3);
    }
  });

  test("offers nothing that it says is not available", () => {
    const offered = new Set(INSTRUMENTS.map(({ id }) => id));
    expect(NOT_AVAILABLE.filter(({ id }) => offered.has(id))).toEqual([]);
  });

  test("has the cut-offs as they were read", () => {
    const cutOffs = INSTRUMENTS.flatMap(({ id, cutOffs: each }) =>
      each.map((cutOff) => [id, cutOff.id, cutOff.atLeast]),
    );
    expect(cutOffs).toEqual([
      ["hits", "original-1998", 11],
      ["hits", "men-2005", 11],
      ["hits", "women-veterans-2013", 6],
      ["e-hits", "women-veterans-2015", 7],
      ["web", "total-20", 20],
      ["web", "total-20", 20],
    ]);
  });
});
