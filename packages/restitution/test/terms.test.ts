import { describe, expect, test } from "vitest";
import { debtDuration } from "../src/terms/debt-duration.ts";
import { delinquencyRules } from "../src/terms/delinquency-rules.ts";
import { payableTo } from "../src/terms/payable-to.ts";
import { PaymentRouteTerm } from "../src/terms/payment-route-term.ts";
import { termsOf } from "../src/terms/term-sections.ts";
import { unclaimedRoute } from "../src/terms/unclaimed-route.ts";
import { FELONY, fileOf, JUVENILE, MISDEMEANOR, term } from "./terms-sample.ts";

const montana = fileOf("us-mt");
const mississippi = fileOf("us-ms");
const missouri = fileOf("us-mo");

test("no file invents a waiting time or days of grace", () => {
  for (const file of [montana, mississippi, missouri]) {
    expect(file.unclaimed.filter(({ afterDays }) => afterDays !== null)).toEqual([]);
    expect(file.delinquency.filter(({ graceDays }) => graceDays !== null)).toEqual([]);
    expect(file.interest).toBeNull();
  }
});

test("a term that rests on memory alone is in Missouri's fees and nowhere else", () => {
  const recalled = [montana, mississippi, missouri].flatMap((file) =>
    termsOf(file).filter(({ term: { verified } }) => verified.status === "recalled"),
  );
  expect(recalled.map(({ term: { id } }) => id)).toEqual([
    "us-mo/restitution/prosecutor-handling-cost",
    "us-mo/restitution/prosecutor-instalment-cost",
  ]);
});

describe("unclaimedRoute", () => {
  test("Montana's department gives a felony's money to the Department of Revenue (ARM 20.12.111(4))", () => {
    const { answer, routes } = unclaimedRoute(montana, { ...FELONY, heldBy: "corrections" });
    expect(answer).toBe("known");
    expect(routes).toMatchObject([
      {
        cites: [{ source: "arm-20.12.111", at: "(4)" }],
        route: expect.stringContaining("Department of Revenue"),
        needsCourtOrder: false,
        afterDays: null,
      },
    ]);
  });

  test("Montana's court may order it into a county fund, which pays back (46-18-250)", () => {
    expect(unclaimedRoute(montana, { ...MISDEMEANOR, heldBy: "court" })).toMatchObject({
      answer: "known",
      routes: [{ needsCourtOrder: true, ifFound: expect.stringContaining("if money is available") }],
    });
  });

  test("leaves to a person what no text gives a route for", () => {
    expect(unclaimedRoute(montana, { ...MISDEMEANOR, heldBy: "corrections" }).answer).toBe("needs-a-person");
    expect(unclaimedRoute(mississippi, { ...FELONY, heldBy: "court" }).answer).toBe("needs-a-person");
    expect(unclaimedRoute(missouri, { ...FELONY, heldBy: "court" }).answer).toBe("needs-a-person");
  });

  test("leaves to a person which of two routes to take", () => {
    const twice = { unclaimed: [...montana.unclaimed, ...montana.unclaimed] };
    expect(unclaimedRoute(twice, { ...FELONY, heldBy: "court" })).toMatchObject({
      answer: "needs-a-person",
      routes: [{ heldBy: "court" }, { heldBy: "court" }],
    });
  });
});

describe("payableTo", () => {
  test("Mississippi: after release from the department, directly to the victim (99-37-15)", () => {
    expect(payableTo(mississippi, { ...FELONY, stage: "released-from-corrections" })).toMatchObject({
      answer: "directly-to-the-victim",
      grounds: [{ cites: [{ source: "ms-code-99-37-15" }], verified: { status: "read" } }],
    });
    expect(payableTo(mississippi, { ...FELONY, stage: "confined" }).answer).toBe("needs-a-person");
  });

  test("Montana: a felony through the department, a misdemeanor through the court (46-18-241(2))", () => {
    const through = (question: typeof FELONY | typeof MISDEMEANOR) =>
      payableTo(montana, { ...question, stage: "not-confined" }).grounds.map(({ payTo, agency }) => [payTo, agency]);
    expect(through(FELONY)).toEqual([["through-the-agency", "Department of Corrections"]]);
    expect(through(MISDEMEANOR)).toEqual([["through-the-agency", "The court"]]);
  });

  test("Missouri: nothing read says", () => {
    expect(payableTo(missouri, { ...FELONY, stage: "not-confined" }).answer).toBe("needs-a-person");
  });

  test("gives both provisions to a person where they disagree", () => {
    const directPayment = ["through-the-agency", "directly-to-the-victim"].map((payTo) =>
      PaymentRouteTerm.parse(term(payTo, { payTo, agency: null })),
    );
    const { answer, grounds } = payableTo({ directPayment }, { ...FELONY, stage: "confined" });
    expect([answer, grounds.length]).toEqual(["needs-a-person", 2]);
  });
});

describe("delinquencyRules", () => {
  const told = (...given: Parameters<typeof delinquencyRules>) =>
    delinquencyRules(...given).rules.map(({ provision, when, verified }) => [
      provision.split("/").at(-1),
      when,
      verified.status,
    ]);

  test("Montana: show cause, and remedies only where a person finds no good-faith effort (46-18-247)", () => {
    expect(told(montana, FELONY)).toEqual([["show-cause", "instalment-missed", "read"]]);
    expect(delinquencyRules(montana, FELONY).rules[0]?.needsFinding).toMatch(/good-faith effort/u);
  });

  test("Mississippi: 99-37-7, 99-19-20.1 and 99-37-15", () => {
    expect(told(mississippi, FELONY)).toEqual([
      ["show-cause", "instalment-missed", "read"],
      ["no-automatic-jail", "instalment-missed", "read"],
      ["refusal-after-release", "instalment-missed", "read"],
    ]);
    expect(delinquencyRules(mississippi, FELONY).rules.every(({ needsFinding }) => needsFinding !== null)).toBe(true);
  });

  test("Missouri: 559.105 as it stood in 2013", () => {
    expect(told(missouri, FELONY)).toEqual([
      ["probation-extended", "unpaid-at-end-of-term", "partial"],
      ["parole-not-discharged", "unpaid-at-end-of-term", "partial"],
      ["referred-to-the-board", "instalment-missed", "partial"],
    ]);
  });

  test("has no rule for a juvenile case", () => {
    expect(delinquencyRules(missouri, JUVENILE)).toEqual({ rules: [], leftOut: [] });
  });
});

describe("debtDuration", () => {
  test("Montana: until fully paid, by the estate too (46-18-241)", () => {
    expect(debtDuration(montana, FELONY)).toMatchObject({
      answer: "when-fully-paid",
      grounds: [{ bindsEstate: true }],
    });
  });

  test("Mississippi: an opinion on enforcing it does not say when it ends", () => {
    expect(debtDuration(mississippi, FELONY)).toMatchObject({
      answer: "needs-a-person",
      grounds: [{ verified: { status: "partial" }, says: expect.stringContaining("no limitation period") }],
    });
  });

  test("Missouri: nothing read says", () => {
    expect(debtDuration(missouri, FELONY)).toEqual({ answer: "needs-a-person", grounds: [], leftOut: [] });
  });
});
