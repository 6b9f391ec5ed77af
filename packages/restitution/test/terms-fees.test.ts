import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { feeOn } from "../src/terms/fee-on.ts";
import type { FeeQuestion } from "../src/terms/fee-question.ts";
import { FeeTerm } from "../src/terms/fee-term.ts";
import { choosing, FELONY, fileOf, JUVENILE, MISDEMEANOR, term } from "./terms-sample.ts";

const ORDER = { kind: "order-entered" } as const;
const ask = (state: string, more: Partial<FeeQuestion> & { readonly orderedCents: number }) =>
  feeOn(fileOf(state), { ...FELONY, occasion: ORDER, ...more });
const centsOf = (...given: Parameters<typeof ask>): number => Result.getOrThrow(ask(...given)).cents;
const failureOf = (...given: Parameters<typeof ask>) => {
  const outcome = ask(...given);
  return Result.isFailure(outcome) ? outcome.failure : null;
};

describe("feeOn", () => {
  describe("Montana: ten percent of what was ordered, at least $5 (46-18-241(2)(a))", () => {
    test.each([
      ["$500.00", 50_000, 5_000],
      ["$50.00, where ten percent is the minimum itself", 5_000, 500],
      ["$49.90, below which the minimum holds", 4_990, 500],
      ["one cent", 1, 500],
      ["$33.33, whose fraction the minimum swallows", 3_333, 500],
      ["$1,000,000.00", 100_000_000, 10_000_000],
    ])("%s", (_, orderedCents, cents) => {
      expect(centsOf("us-mt", { orderedCents })).toBe(cents);
      expect(centsOf("us-mt", { orderedCents, ...MISDEMEANOR })).toBe(cents);
    });

    test("comes with its class, payee and citation", () => {
      expect(Result.getOrThrow(ask("us-mt", { orderedCents: 50_000 })).fees).toMatchObject([
        {
          cents: 5_000,
          class: "administration-fee",
          document: null,
          ground: {
            cites: [{ source: "mca-46-18-241", at: "(2)(a)" }, { source: "arm-20.12.103" }],
            verified: { status: "read" },
          },
        },
      ]);
    });

    test("asks how a fraction of a cent rounds, and says where", () => {
      expect(failureOf("us-mt", { orderedCents: 123_455 })).toMatchObject({
        _tag: "DiscretionNeeded",
        choice: { id: "rounding-of-the-ten-percent-fee" },
        at: { policy: "us-mt/restitution/ten-percent-fee", path: "$.fee.fraction" },
      });
    });

    test("follows a recorded choice and tells of it", () => {
      const by = (option: string) =>
        Result.getOrThrow(
          ask("us-mt", { orderedCents: 123_455, choices: choosing({ "rounding-of-the-ten-percent-fee": option }) }),
        );
      expect(["down", "half-up", "up"].map((option) => by(option).cents)).toEqual([12_345, 12_346, 12_346]);
      expect(by("down").choices).toMatchObject([{ choice: "rounding-of-the-ten-percent-fee", option: "down" }]);
    });

    test("tells of no choice where none was needed", () => {
      const choices = choosing({ "rounding-of-the-ten-percent-fee": "up" });
      expect(Result.getOrThrow(ask("us-mt", { orderedCents: 50_000, choices })).choices).toEqual([]);
    });

    test("refuses a choice that the file does not offer, even where none is needed", () => {
      const choices = choosing({ "rounding-of-the-ten-percent-fee": "upp" });
      expect(failureOf("us-mt", { orderedCents: 50_000, choices })?._tag).toBe("OptionUnknown");
    });

    test("is for no juvenile case", () => {
      expect(Result.getOrThrow(ask("us-mt", { orderedCents: 50_000, ...JUVENILE }))).toEqual({
        cents: 0,
        fees: [],
        choices: [],
        leftOut: [{ provision: "us-mt/restitution/ten-percent-fee", because: "other-grade" }],
      });
    });
  });

  test("Mississippi has no fee on top of restitution that was read", () => {
    expect(centsOf("us-ms", { orderedCents: 50_000 })).toBe(0);
    expect(failureOf("us-ms", { orderedCents: 50_000, fee: "us-ms/restitution/fee" })?.message).toBe(
      "no fee `us-ms/restitution/fee` in this state's file: it has none",
    );
  });

  describe("Missouri: $25 that the court may add after thirty days (488.5025)", () => {
    const fee = "us-mo/restitution/time-payment-fee";
    const unpaid = (days: number) => ({ orderedCents: 50_000, occasion: { kind: "still-unpaid", days } }) as const;
    const documents = new Map([[fee, "order-of-time-payment"]]);

    test("is owed only by the court's document", () => {
      expect(failureOf("us-mo", { ...unpaid(31), fee })?.message).toBe(
        "`us-mo/restitution/time-payment-fee` is not owed here: the law allows it and does not require it; name the court's document that sets it",
      );
      expect(Result.getOrThrow(ask("us-mo", unpaid(31))).leftOut).toContainEqual({
        provision: fee,
        because: "no-document",
      });
      expect(Result.getOrThrow(ask("us-mo", { ...unpaid(31), fee, documents })).fees).toMatchObject([
        { cents: 2_500, document: "order-of-time-payment", split: [{ cents: 1_000 }, { cents: 800 }, { cents: 700 }] },
      ]);
    });

    test("waits for the thirty-first day", () => {
      expect(failureOf("us-mo", { ...unpaid(30), fee, documents })).toMatchObject({ because: "other-occasion" });
    });
  });

  describe("Missouri: the prosecutor's handling cost (559.100), of which no text was read", () => {
    const fee = "us-mo/restitution/prosecutor-handling-cost";
    const on = { fee, enable: [fee], documents: new Map([[fee, "plea"]]) };

    test("is off until turned on by name", () => {
      expect(failureOf("us-mo", { orderedCents: 9_999, fee })).toMatchObject({ because: "recalled" });
    });

    test.each([
      ["under $100", 9_999, 2_500],
      ["exactly $100", 10_000, 5_000],
      ["under $250", 24_999, 5_000],
      ["exactly $250", 25_000, 2_500],
      ["$600", 60_000, 6_000],
      ["at the bound of $75", 75_000, 7_500],
      ["a fraction that the bound swallows", 100_001, 7_500],
    ])("%s", (_, orderedCents, cents) => {
      expect(centsOf("us-mo", { orderedCents, ...on })).toBe(cents);
    });

    test("asks how a fraction rounds, in the tier where one arises", () => {
      expect(failureOf("us-mo", { orderedCents: 60_001, ...on })).toMatchObject({
        at: { path: "$.fee.tiers[2].fee.fraction" },
      });
    });

    test("adds two dollars for each instalment after the first", () => {
      const each = "us-mo/restitution/prosecutor-instalment-cost";
      const paid = (number: number) =>
        centsOf("us-mo", {
          orderedCents: 60_000,
          occasion: { kind: "instalment-paid", number },
          enable: [each],
          documents: new Map([[each, "plea"]]),
        });
      expect([paid(1), paid(2), paid(9)]).toEqual([0, 200, 200]);
    });
  });

  describe("of a sample state", () => {
    const fees = [
      term("each", { fee: { kind: "fixed", cents: 1_500 }, perCharge: true }),
      term("half", {
        fee: { kind: "percent", basisPoints: 5_000, minimumCents: 0, maximumCents: null, fraction: "half-up" },
      }),
    ].map((own) => FeeTerm.parse({ ...own, when: ORDER, mandatory: true, class: "statutory-charge", payee: "court" }));
    const total = (more: Partial<FeeQuestion>) =>
      feeOn({ fees, choices: [] }, { ...FELONY, occasion: ORDER, orderedCents: 101, ...more });

    test("adds up all that the occasion brings, one of them for each charge", () => {
      expect(Result.getOrThrow(total({ charges: 3 })).cents).toBe(4_500 + 51);
    });

    test.each([undefined, 0, 1.5, 1001])("wants to know how many charges there are, not %s", (charges) => {
      const outcome = total(charges === undefined ? {} : { charges });
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("ChargesUncounted");
    });

    test.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])("refuses %s cents ordered", (orderedCents) => {
      const outcome = total({ orderedCents, fee: "xx-yy/restitution/none" });
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("OrderedNotPositive");
    });

    test("names the fees there are when asked for another", () => {
      const outcome = total({ fee: "xx-yy/restitution/hafl" });
      expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
        "no fee `xx-yy/restitution/hafl` in this state's file: write one of `xx-yy/restitution/each`, `xx-yy/restitution/half`",
      );
    });
  });
});
