import { describe, expect, test } from "vitest";
import { combine, concernResult, GROUP_RATE_NOTICE, relationshipResult, type ScreenResult } from "../src/index.ts";
import { INVENTORY, NOW, quietBut, screened } from "./screens.ts";

/** A result's kind and flags, in words. */
const came = ({ kind, flags }: ScreenResult): string => [kind, ...flags].join(" + ");

const scoreOf = ({ screens }: ScreenResult) => screens[0]?.score;

const becauseOf = ({ reasons }: ScreenResult) => reasons.map(({ because }) => because);

const hits = (hurts: number, insults: number, threatens: number, screams?: number) => ({
  hurts,
  insults,
  threatens,
  ...(screams === undefined ? {} : { screams }),
});

const LAP = "lap-lethality-screen 1";
const LAP_2 = "lap-lethality-screen 2.0-strangulation";

describe("the specification's test vectors", () => {
  test("T02: a HITS of 10 is below the original cut, at the veterans' cut, and escalates where that is in use", () => {
    const original = screened("hits 1998", hits(3, 3, 2, 2), { cutOff: "original-1998" });
    const veterans = screened("hits 1998", hits(3, 3, 2, 2), { cutOff: "women-veterans-2013", id: "screen-2" });
    expect(scoreOf(original)).toMatchObject({ lo: 10, hi: 10, standing: "not_reached" });
    expect(scoreOf(veterans)).toMatchObject({ standing: "reached", cutOff: { id: "women-veterans-2013", atLeast: 6 } });
    expect([original, veterans, combine([original, veterans])].map(came)).toEqual([
      "no_indicator_found",
      "escalate",
      "escalate",
    ]);
  });

  test("T03: a HITS whose least sum is 11 counts in spite of the gap", () => {
    const result = screened("hits 1998", hits(3, 3, 4), { cutOff: "original-1998" });
    expect(scoreOf(result)).toMatchObject({ lo: 11, hi: 15, standing: "reached" });
    expect(came(result)).toBe("escalate + incomplete");
  });

  test("T04: a HITS whose most is below the cut is incomplete all the same", () => {
    const result = screened("hits 1998", hits(1, 1, 1), { cutOff: "original-1998" });
    expect(scoreOf(result)).toMatchObject({ lo: 4, hi: 8, standing: "open" });
    expect(came(result)).toBe("no_indicator_found + incomplete");
  });

  test("T05: a PVS whose only risk answer is a no counts", () => {
    const nobody = { notApplicable: "nobody-hurt" };
    expect(came(screened("pvs 1997", { p1: "no", "p1.who": nobody, p2: "no", p3: "no" }))).toBe("escalate");
  });

  test("T06: a PVS with harm by nobody knows whom escalates", () => {
    const result = screened("pvs 1997", { p1: "yes", "p1.who": "unknown", p2: "yes", p3: "no" });
    expect(came(result)).toBe("escalate + incomplete");
    expect(becauseOf(result)).toContain("by-whom-not-known");
  });

  test("T07: four of the second part trigger the Lethality Screen", () => {
    const result = screened(LAP, quietBut(LAP, { q4: "yes", q6: "yes", q7: "yes", q8: "yes" }));
    expect(came(result)).toBe("escalate");
    expect(becauseOf(result)).toEqual(["triggered"]);
  });

  test("T08: three and one unknown could trigger it, and escalate", () => {
    const result = screened(LAP, quietBut(LAP, { q4: "yes", q6: "yes", q7: "yes", q8: "unknown" }));
    expect(came(result)).toBe("escalate + incomplete");
    expect(becauseOf(result)).toContain("could-be-triggered");
  });

  test("T09: strangulation alone does not trigger the first version, triggers 2.0, and escalates in the inventory", () => {
    expect(came(screened(LAP, quietBut(LAP, { q5: "yes" })))).toBe("no_indicator_found");
    expect(came(screened(LAP_2, { q5: "yes" }))).toBe("escalate");
    const inventory = screened(INVENTORY, quietBut(INVENTORY, { s06: "yes" }));
    expect(came(inventory)).toBe("escalate");
    expect(becauseOf(inventory)).toEqual(["strangulation"]);
  });

  const quietTools = () =>
    combine([
      screened(INVENTORY, quietBut(INVENTORY)),
      screened("hark 2007", quietBut("hark 2007")),
      screened("hits 1998", hits(1, 1, 1, 1), { cutOff: "original-1998" }),
    ]);

  test("T10: tools that found nothing do not outweigh a worried professional", () => {
    expect(came(quietTools())).toBe("no_indicator_found");
    const concern = concernResult({ id: "concern-1", by: "advocate-1", at: NOW });
    expect(came(combine([quietTools(), concern]))).toBe("escalate");
  });

  test("T11: tools that found nothing do not outweigh an order in force", () => {
    const order = screened(INVENTORY, quietBut(INVENTORY, { s14: "yes" }), { id: "screen-2" });
    expect(came(combine([quietTools(), order]))).toBe("blocked");
  });

  test("T18: an unknown relationship is on the specialist track", () => {
    expect(relationshipResult(["unknown"]).track).toBe("ipv");
  });

  test("T19: an ODARA of 5 is shown with its group's rate, and as nothing else", () => {
    const yes = ["earlier-domestic", "earlier-other", "earlier-custody", "failed-release", "substances"];
    const answers = quietBut("odara 2004", Object.fromEntries(yes.map((item) => [item, "yes"])));
    const result = screened("odara 2004", answers, { origin: { kind: "records", documents: ["file-1"] } });
    expect(scoreOf(result)).toEqual({
      lo: 5,
      hi: 5,
      cutOff: null,
      standing: "no_cut_off",
      groupRates: [{ scores: { from: 5, to: 6 }, percent: 59, notice: GROUP_RATE_NOTICE }],
    });
    expect(GROUP_RATE_NOTICE).toContain("never this person's probability");
    expect([result.kind, result.track]).toEqual(["escalate", "ipv"]);
  });

  test("T20: a WEB printed with agreement as 1 is turned round before it is summed", () => {
    const result = screened(
      "web 1995-agree-1",
      Object.fromEntries(Object.keys(quietBut("web 1995-agree-1")).map((item) => [item, 1])),
      { cutOff: "total-20" },
    );
    expect(scoreOf(result)).toMatchObject({ lo: 60, hi: 60, standing: "reached" });
    expect(came(result)).toBe("escalate");
  });
});
