import { describe, expect, test } from "vitest";
import type { ScreenResult } from "../src/index.ts";
import { quietBut, screened } from "./screens.ts";

const came = ({ kind, flags }: ScreenResult): string => [kind, ...flags].join(" + ");

const LAP = "lap-lethality-screen 1";
const choice = (named: string) => ({ choice: named });

describe("the Partner Violence Screen", () => {
  const base = { p1: "no", "p1.who": { notApplicable: "nobody-hurt" }, p2: "yes", p3: "no" } as const;

  test.each([
    ["nothing", base, "no_indicator_found"],
    ["harm by a partner", { ...base, p1: "yes", "p1.who": choice("partner") }, "escalate"],
    ["harm by a partner and others", { ...base, p1: "yes", "p1.who": choice("partner-and-others") }, "escalate"],
    ["harm by someone else", { ...base, p1: "yes", "p1.who": choice("someone-else") }, "no_indicator_found"],
    ["a former partner", { ...base, p3: "yes" }, "escalate"],
    ["no current relationship", { ...base, p2: { notApplicable: "no-current-relationship" } }, "no_indicator_found"],
    ["safety not asked", { ...base, p2: "not_asked" }, "no_indicator_found + incomplete"],
  ] as const)("with %s comes to what its rule says", (_name, answers, expected) => {
    expect(came(screened("pvs 1997", answers))).toBe(expected);
  });
});

describe("HARK", () => {
  test.each(["humiliated", "afraid", "forced-sex", "hurt"])("counts one yes, to `%s`", (item) => {
    expect(came(screened("hark 2007", quietBut("hark 2007", { [item]: "yes" })))).toBe("escalate");
  });
});

describe("WAST-Short", () => {
  test.each([
    ["most", "least", "escalate"],
    ["least", "most", "escalate"],
    ["middle", "middle", "no_indicator_found"],
  ])("takes either extreme: %s and %s", (tension, difficulty, expected) => {
    const answers = { tension: choice(tension), arguments: choice(difficulty) };
    expect(came(screened("wast-short 1996-either", answers))).toBe(expected);
  });

  test("is incomplete with one answer that is not extreme", () => {
    expect(came(screened("wast-short 1996-either", { tension: choice("least") }))).toBe(
      "no_indicator_found + incomplete",
    );
  });
});

describe("sums at their cut-off and one below", () => {
  const even = (keys: readonly string[], sum: number): Record<string, number> =>
    Object.fromEntries(keys.map((key, at) => [key, Math.floor(sum / keys.length) + (at < sum % keys.length ? 1 : 0)]));
  const HITS_KEYS = Object.keys(quietBut("hits 1998"));
  const E_HITS_KEYS = Object.keys(quietBut("e-hits 2015"));
  const WEB_KEYS = Object.keys(quietBut("web 1995-agree-6"));

  test.each([
    ["hits 1998", "original-1998", HITS_KEYS, 11],
    ["hits 1998", "men-2005", HITS_KEYS, 11],
    ["hits 1998", "women-veterans-2013", HITS_KEYS, 6],
    ["e-hits 2015", "women-veterans-2015", E_HITS_KEYS, 7],
    ["web 1995-agree-6", "total-20", WEB_KEYS, 20],
  ])("%s by %s", (instrument, cutOff, keys, at) => {
    expect(screened(instrument, even(keys, at), { cutOff }).kind).toBe("escalate");
    expect(screened(instrument, even(keys, at - 1), { cutOff }).kind).toBe("no_indicator_found");
  });
});

describe("the Lethality Screen", () => {
  test.each(["q1", "q2", "q3", "belief"])("is triggered by `%s` alone", (item) => {
    expect(came(screened(LAP, quietBut(LAP, { [item]: "yes" })))).toBe("escalate");
  });

  test.each(["q1", "q2", "q3", "belief"])("could be triggered while `%s` has no answer", (item) => {
    expect(came(screened(LAP, quietBut(LAP, { [item]: "declined" })))).toBe("escalate + incomplete");
  });

  test("is incomplete where nothing that is missing could trigger it", () => {
    expect(came(screened(LAP, quietBut(LAP, { q4: "yes", q6: "yes", q8: "unknown" })))).toBe(
      "no_indicator_found + incomplete",
    );
  });
});
