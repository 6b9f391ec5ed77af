import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { loadLetterPolicy } from "../src/letter/letter-policy.ts";
import { strict } from "./letter-bank.ts";

describe("loadLetterPolicy", () => {
  const problemsOf = (raw: unknown) => {
    const outcome = loadLetterPolicy(raw);
    return Result.isFailure(outcome) ? outcome.failure.problems.map(({ path, invariant }) => [path, invariant]) : [];
  };

  test("left out, everything takes the setting that contacts the fewest people", () => {
    expect(strict).toEqual({
      notifyPolicy: "opt_in_only",
      authorTold: "never",
      reply: "off",
      minimumVictimAge: null,
      courtOrderedRoute: null,
      retention: { kind: "indefinite" },
      readers: 2,
      deliveryWays: ["mail", "email", "read_with_advocate"],
      orderCheckExpiresAfterDays: 7,
      emergencyGuidance: expect.stringContaining("911"),
    });
  });

  test.each([
    [{ notifyPolicy: "notify_all" }, "INV-02"],
    [{ authorTold: "always" }, "INV-13"],
    [{ reply: "unscreened" }, "INV-11"],
    [{ emergencyGuidance: "" }, "INV-16"],
    [{ dangerWaits: false }, "INV-16"],
    [{ orderCheckExpiresAfterDays: 8 }, "INV-10"],
    [{ waiveOrders: true }, "INV-10"],
    [{ exportToParole: true }, "INV-05"],
    [{ earnedTime: 5 }, "INV-05"],
    [{ directMailByAuthor: true }, "INV-14"],
    [{ authorSeesDelivery: true }, "INV-13"],
    [{ askForForgiveness: true }, "INV-15"],
    [{ unsolicitedNotices: true }, "INV-02"],
    [{ showAddress: true }, "INV-11"],
    [{ rewriteRecord: true }, "INV-21"],
    [{ "INV-05": false }, "INV-05"],
    [{ inv10: "off" }, "INV-10"],
    [{ "INV-11": false }, "INV-11"],
    [{ "INV-13": false }, "INV-13"],
    [{ "INV-14": false }, "INV-14"],
    [{ "INV-21": false }, "INV-21"],
  ])("refuses %j and names %s", (raw, invariant) => {
    expect(problemsOf(raw)).toEqual([[Object.keys(raw)[0], invariant]]);
  });

  test("refuses one reader, an age under 18, no way of delivery, and tells all at once", () => {
    expect(problemsOf({ readers: 1, minimumVictimAge: 12, deliveryWays: [] })).toEqual([
      ["minimumVictimAge", null],
      ["readers", null],
      ["deliveryWays", null],
    ]);
  });
});
