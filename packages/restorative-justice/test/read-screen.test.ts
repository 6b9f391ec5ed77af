import { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { formatScreenProblem, readCurrentScreen, readScreen, type ScreenProblem } from "../src/index.ts";
import { excluded, INVENTORY, NOW, quietBut, rawScreen, screening } from "./screens.ts";

const problemsOf = (raw: unknown): readonly ScreenProblem[] => {
  const outcome = readScreen(raw, { screening, now: NOW });
  return Result.isFailure(outcome) ? outcome.failure.problems : [];
};

const codesOf = (raw: unknown) => problemsOf(raw).map(({ code }) => code);

const HITS = { hurts: 1, insults: 1, threatens: 1, screams: 1 };
const hits = (answers: Parameters<typeof rawScreen>[1] = HITS, rest: Readonly<Record<string, unknown>> = {}) =>
  rawScreen("hits 1998", answers, { cutOff: "original-1998", ...rest });

describe("readScreen", () => {
  test("takes a whole screen", () => {
    expect(problemsOf(hits())).toEqual([]);
    expect(problemsOf(rawScreen(INVENTORY, quietBut(INVENTORY)))).toEqual([]);
  });

  test("takes a screen in which nothing was answered: refusing is fine", () => {
    expect(problemsOf(rawScreen(INVENTORY, {}))).toEqual([]);
  });

  test.each([
    ["an unknown item", hits({ ...HITS, kicks: 1 }), ["item-unknown"]],
    ["an answer above the scale", hits({ ...HITS, hurts: 6 }), ["answer-out-of-range"]],
    ["an answer below the scale", hits({ ...HITS, hurts: 0 }), ["answer-out-of-range"]],
    ["a yes on a scale", hits({ ...HITS, hurts: "yes" }), ["answer-out-of-range"]],
    ["a fraction", hits({ ...HITS, hurts: 1.5 }), ["wrong-shape"]],
    ["a choice nobody offers", rawScreen("pvs 1997", { "p1.who": { choice: "neighbour" } }), ["answer-out-of-range"]],
    ["an impossible day", hits(HITS, { at: "2026-02-30T10:00:00Z" }), ["impossible-date"]],
    ["a moment without its offset", hits(HITS, { at: "2026-02-20T10:00:00" }), ["impossible-date"]],
    ["a screen of tomorrow", hits(HITS, { at: "2026-11-23T12:00:00Z" }), ["screen-in-the-future"]],
    ["no cut-off where there are three", hits(HITS, { cutOff: null }), ["cut-off-unknown"]],
    ["a cut-off of another's", hits(HITS, { cutOff: "total-20" }), ["cut-off-unknown"]],
    ["a cut-off where there is none", rawScreen("hark 2007", {}, { cutOff: "any" }), ["cut-off-unknown"]],
    [
      "a reason to leave out an item that has none",
      hits({ ...HITS, hurts: { notApplicable: "x" } }),
      ["not-applicable-not-allowed"],
    ],
    [
      "another reason than the item's",
      rawScreen("pvs 1997", { p2: { notApplicable: "busy" } }),
      ["not-applicable-not-allowed"],
    ],
    [
      "a follow-up left out beside a yes",
      rawScreen(INVENTORY, { s04: "yes", "s04.recent": { notApplicable: "no-threats" } }),
      ["not-applicable-not-allowed"],
    ],
    ["no word on privacy", hits(HITS, { origin: { kind: "victim_alone" } }), ["privacy-missing"]],
    ["no origin", hits(HITS, { origin: undefined }), ["privacy-missing"]],
    ["the offender's side", hits(HITS, { origin: { kind: "offender", privacy: "confirmed" } }), ["wrong-shape"]],
    [
      "records for what a victim is asked",
      hits(HITS, { origin: { kind: "records", documents: ["a"] } }),
      ["origin-differs"],
    ],
    ["a victim's word for what records show", rawScreen("odara 2004", {}), ["origin-differs"]],
    ["an instrument nobody has", rawScreen("hots 1", {}), ["instrument-unknown"]],
    ["something beside", hits(HITS, { cleared: true }), ["wrong-shape"]],
    ["nothing at all", null, ["wrong-shape"]],
  ])("refuses %s", (_name, raw, codes) => {
    expect(codesOf(raw)).toEqual(codes);
  });

  test("refuses an item answered twice, even alike", () => {
    const raw = hits();
    expect(codesOf({ ...raw, answers: [...raw.answers, { item: "hurts", answer: 1 }] })).toEqual(["item-repeated"]);
  });

  test("says why an instrument is not offered", () => {
    const [problem] = problemsOf(rawScreen("da 2009", {}));
    expect(problem).toMatchObject({ code: "instrument-unknown", because: expect.stringContaining("recalled") });
  });

  test("tells everything at once, and repeats no answer", () => {
    const raw = hits(
      { hurts: 9, kicks: "yes" },
      { at: "2027-01-01T00:00:00Z", cutOff: "none", origin: { kind: "victim_alone" } },
    );
    const problems = problemsOf(raw);
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      "answer-out-of-range",
      "cut-off-unknown",
      "item-unknown",
      "privacy-missing",
      "screen-in-the-future",
    ]);
    const told = problems.map(formatScreenProblem).join("\n");
    expect(told).not.toMatch(/\b9\b|`yes`/u);
    expect(told).toContain("`hurts`");
  });

  test("words every kind of problem in one line", () => {
    const outcome = readScreen(hits({ ...HITS, kicks: 1 }), { screening, now: NOW });
    expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
      "no item `kicks`: write one of `hurts`, `insults`, `threatens`, `screams`",
    );
  });
});

describe("readCurrentScreen", () => {
  const at = (moment: string) => hits(HITS, { at: moment });
  const read = (raw: unknown, triggers: readonly { readonly kind: "order-change"; readonly at: Instant }[] = []) => {
    const outcome = readCurrentScreen(raw, { screening, now: NOW, triggers, policy: excluded });
    return Result.isFailure(outcome) ? outcome.failure.problems : [];
  };

  test("takes a screen until the minute before its ninety days are over", () => {
    expect(read(at("2026-08-24T12:01:00Z"))).toEqual([]);
    expect(read(at("2026-08-24T12:00:00Z"))).toEqual([{ code: "screen-expired", because: "too-old" }]);
  });

  test("refuses a screen after an event that ends it, or of the same moment", () => {
    const event = (moment: string) => [{ kind: "order-change", at: Instant.parse(moment) }] as const;
    expect(read(at("2026-11-20T12:00:00Z"), event("2026-11-20T11:59:00Z"))).toEqual([]);
    expect(read(at("2026-11-20T12:00:00Z"), event("2026-11-20T12:00:00Z"))).toEqual([
      { code: "screen-expired", because: "order-change" },
    ]);
  });

  test("tells that it has expired beside everything else", () => {
    const codes = read(hits({ ...HITS, hurts: 7 }, { at: "2026-01-01T00:00:00Z" })).map(({ code }) => code);
    expect(codes).toEqual(["answer-out-of-range", "screen-expired"]);
  });

  test("an expired record can still be read as a record", () => {
    expect(problemsOf(at("2026-01-01T00:00:00Z"))).toEqual([]);
  });
});
