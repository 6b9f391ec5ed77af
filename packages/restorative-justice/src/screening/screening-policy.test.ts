import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import parameters from "./screening-parameters.json" with { type: "json" };
import { TriggerEvent } from "./expiry.ts";
import { loadScreeningPolicy } from "./screening-policy.ts";

const problemsOf = (raw: unknown) => {
  const outcome = loadScreeningPolicy(raw);
  return Result.isFailure(outcome) ? outcome.failure.problems : [];
};

describe("loadScreeningPolicy", () => {
  test("excludes intimate-partner cases where nothing is said, with the house's times", () => {
    expect(Result.getOrThrow(loadScreeningPolicy({}))).toEqual({
      ipvPolicy: "excluded",
      screenExpiresAfterDays: 90,
      specialistApprovalExpiresAfterDays: 30,
      orderCheckExpiresAfterDays: 7,
    });
  });

  test("takes the specialist track and shorter times", () => {
    const policy = Result.getOrThrow(loadScreeningPolicy({ ipvPolicy: "specialist_only", screenExpiresAfterDays: 14 }));
    expect(policy).toMatchObject({ ipvPolicy: "specialist_only", screenExpiresAfterDays: 14 });
  });

  test.each(["standard", "allowed", "", null, true])("has no third value: refuses `%s` and names INV-09", (value) => {
    expect(problemsOf({ ipvPolicy: value })).toEqual([
      { path: "ipvPolicy", invariant: "INV-09", fix: "write `excluded` or `specialist_only`; there is no third value" },
    ]);
  });

  test.each([
    ["INV-06", "INV-06"],
    ["inv07", "INV-07"],
    ["inv-08", "INV-08"],
    ["INV-12", "INV-12"],
    ["INV-10", "INV-10"],
    ["allowClearedResult", "INV-06"],
    ["unknownCountsAsNo", "INV-07"],
    ["negativeToolCancels", "INV-08"],
    ["skipRelationshipQuestion", "INV-07"],
    ["relationshipOptional", "INV-09"],
    ["requirePrivacy", "INV-12"],
  ])("refuses the switch `%s` and names %s", (key, invariant) => {
    expect(problemsOf({ [key]: false }).map((problem) => problem.invariant)).toEqual([invariant]);
  });

  test.each([
    ["screenExpiresAfterDays", 91],
    ["specialistApprovalExpiresAfterDays", 31],
    ["orderCheckExpiresAfterDays", 8],
    ["screenExpiresAfterDays", 0],
    ["screenExpiresAfterDays", 1.5],
    ["screenExpiresAfterDays", null],
  ])("refuses `%s` of %s", (key, days) => {
    expect(problemsOf({ [key]: days })).toHaveLength(1);
  });

  test("tells everything at once, in one line", () => {
    const outcome = loadScreeningPolicy({ ipvPolicy: "standard", "INV-08": false, orderCheckExpiresAfterDays: 30 });
    expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
      "`ipvPolicy` would break INV-09: write `excluded` or `specialist_only`; there is no third value; " +
        "`orderCheckExpiresAfterDays` does not fit: write at most 7: a time may only be made shorter; " +
        "`INV-08` would break INV-08: remove it: a policy sets `ipvPolicy` and times, and nothing else",
    );
  });

  test("its parameters are marked as the house's own, and list the events that end a screen", () => {
    expect(parameters.mark).toMatch(/^house design rule/u);
    expect(parameters.screenExpiresOn).toEqual(TriggerEvent.shape.kind.options);
  });
});
