import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { loadDialoguePolicy } from "../src/gate/dialogue-policy.ts";

describe("loadDialoguePolicy", () => {
  const problemsOf = (raw: unknown) => {
    const outcome = loadDialoguePolicy(raw);
    return Result.isFailure(outcome) ? outcome.failure.problems.map(({ invariant }) => invariant) : [];
  };

  test("takes the house's defaults, under which nothing is in scope that the jurisdiction did not cite", () => {
    expect(Result.getOrThrow(loadDialoguePolicy({}))).toMatchObject({
      requesters: [{ initiator: "victim" }],
      whenVictimDied: null,
      offenceScope: null,
      allowedStatuses: null,
      minAgeYears: 18,
      conductLookBackMonths: 12,
      facilitators: { atLeast: 1, atMost: 2 },
      maxDialogues: 1,
      outreachPolicy: "none",
      screening: { ipvPolicy: "excluded", orderCheckExpiresAfterDays: 7 },
    });
  });

  test.each([
    ["an offender as requester", { requesters: [{ initiator: "offender", cites: [{ source: "x" }] }] }, "INV-01"],
    [
      "a chaplain for a victim who died",
      { whenVictimDied: [{ initiator: "chaplain", cites: [{ source: "x" }] }] },
      "INV-01",
    ],
    ["going to victims about a case", { outreachPolicy: "case_specific_solicitation" }, "INV-02"],
    ["passing an offender's interest on", { notifyVictimOfOffenderInterest: true }, "INV-02"],
    ["a consent taken as given", { impliedConsent: true }, "INV-03"],
    ["no consent gate", { G08: "off" }, "INV-03"],
    ["a reason to withdraw", { withdrawalNeedsReason: true }, "INV-04"],
    ["sharing with parole", { shareWithParole: true }, "INV-05"],
    ["sentence credit", { sentenceCreditDays: 30 }, "INV-05"],
    ["a cleared screen", { treatNoIndicatorAsCleared: true }, "INV-06"],
    ["a third IPV policy", { screening: { ipvPolicy: "standard" } }, "INV-09"],
    ["an unknown answer that counts as a no", { screening: { unknownCountsAsNo: true } }, "INV-07"],
    ["a screen without privacy", { screening: { requirePrivacy: false } }, "INV-12"],
    ["no order gate", { G10: false }, "INV-10"],
    ["a waiver of orders", { waiveNoContactOrder: true }, "INV-10"],
    ["victim data for the offender", { offenderSeesVictimLocation: true }, "INV-11"],
    ["forgiveness", { forgivenessExpected: true }, "INV-15"],
    ["no words for danger", { emergencyGuidance: "" }, "INV-16"],
    ["a record that shrinks", { deleteRecordsAfterDays: 30 }, "INV-21"],
    ["an invariant by its name", { "INV-12": false }, "INV-12"],
  ])("refuses %s and names the invariant", (_name, raw, invariant) => {
    expect(problemsOf(raw)).toEqual([invariant]);
  });

  test("takes the specialist track and shorter times, and tells everything that is wrong at once", () => {
    const screening = { ipvPolicy: "specialist_only", orderCheckExpiresAfterDays: 2 };
    expect(Result.getOrThrow(loadDialoguePolicy({ screening }))).toMatchObject({ screening });
    expect(problemsOf({ G10: false, maxDialogues: 2, screening: { ipvPolicy: "standard" } })).toEqual([
      null,
      "INV-10",
      "INV-09",
    ]);
  });

  test.each([
    ["an order check that stands longer", { screening: { orderCheckExpiresAfterDays: 30 } }],
    ["no object", null],
    ["two dialogues", { maxDialogues: 2 }],
    ["three facilitators", { facilitators: { atLeast: 1, atMost: 3 } }],
    ["fewer at most than at least", { facilitators: { atLeast: 2, atMost: 1 } }],
    ["a requester without a citation", { offenceScope: { kinds: ["death"], cites: [] } }],
    ["a consent that never ends", { consentExpiresAfterDays: 10_000 }],
  ])("refuses %s", (_name, raw) => {
    expect(problemsOf(raw)).toEqual([null]);
  });
});
