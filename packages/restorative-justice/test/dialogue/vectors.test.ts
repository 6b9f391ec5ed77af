import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { readDialogueCommand } from "../../src/dialogue/dialogue-command.ts";
import { fileInterest, OffenderInterest, wantsToHearOfLaterAgreement } from "../../src/dialogue/offender-interest.ts";
import { refusalForVictimSide } from "../../src/dialogue/refusal-for-victim-side.ts";
import { offenderSideView, replyToOffenderSide } from "../../src/dialogue/view-offender-side.ts";
import { programmeView } from "../../src/dialogue/view-programme.ts";
import { victimSideView } from "../../src/dialogue/view-victim-side.ts";
import { statusConsumerView } from "../../src/programme/status-consumer-view.ts";
import { caseIn, command, emptyCase, give, goodFacts, outcomeOf, stage, taken } from "./stage.ts";

const interest = OffenderInterest.parse({ id: "i-1", offender: "o-1", at: "2026-11-22T12:00:00Z", recordedBy: "s-1" });

describe("vectors of the domain page", () => {
  test("T01: an opening by the offender is rejected; interest is filed apart, and nothing reaches the victim", () => {
    const asked = command("request", "offender-side", { fields: { initiator: "offender" } });
    expect(outcomeOf(give(emptyCase, asked))).toBe("SideMayNot");
    const disguised = command("request", "victim-side", { fields: { initiator: "offender" } });
    const outcome = give(emptyCase, disguised);
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
      stopping: [{ gate: "G01", outcome: "block" }],
    });

    const before = victimSideView(emptyCase, stage.policy);
    expect(Result.getOrThrow(fileInterest([], interest))).toEqual([interest]);
    expect(victimSideView(emptyCase, stage.policy)).toEqual(before);
    expect(before.phase).toBe("not-asked");
    expect(replyToOffenderSide(emptyCase, asked, stage.policy)).toEqual({ first: null, answer: "nothing-open" });
  });

  test("T11: every tool negative and an order in force is blocked", () => {
    const { papers, screening } = goodFacts();
    const orderChecks = papers.orderChecks.map((check) => ({ ...check, found: "active_order" as const }));
    const facts = { papers: { ...papers, orderChecks }, screening };
    const outcome = give(caseIn("intake"), command("approach-offender", "programme"), { facts });
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
      stopping: [{ gate: "G10", outcome: "block", lifts: [expect.stringContaining("cannot waive")] }],
    });
  });

  test("T12: the victim withdraws at `scheduled`: the offender hears that it ended, and no reason is stored anywhere", () => {
    const after = taken(caseIn("scheduled"), "withdraw", "victim-side");
    expect(after.state).toBe("withdrawn");
    expect(offenderSideView(after).signals.at(-1)).toEqual({ kind: "ended" });
    const fields = Object.keys(after.commands.at(-1) ?? {}).toSorted();
    expect(fields).toEqual(["act", "at", "by", "evidence", "id"]);
    expect(JSON.stringify(programmeView(after, stage.policy))).not.toMatch(/reason/u);
    for (const extra of [{ reason: "afraid" }, { reasons: ["afraid"] }, { evidence: ["paper-1"] }, { note: "" }])
      expect(Result.isFailure(readDialogueCommand({ ...command("withdraw", "victim-side"), ...extra }))).toBe(true);
  });

  test("T13: a parole export of somebody who completed a dialogue has no field of it", () => {
    const closed = caseIn("closed");
    const parole = { offender: "o-1", hearing: "2027-01-05" };
    const exported = JSON.stringify({ ...parole, ...statusConsumerView() });
    expect(exported).toBe(JSON.stringify(parole));
    expect(closed.state).toBe("closed");
  });
});

describe("an offender who declined", () => {
  const declined = (tellIfOffenderAgreesLater: boolean) =>
    ["begin-intake", "approach-offender"].reduce(
      (dialogue, act) => taken(dialogue, act as "begin-intake", "programme"),
      taken(emptyCase, "request", "victim-side", { fields: { tellIfOffenderAgreesLater } }),
    );

  test("leaves the victim's request as it was, and it is told to her alone if she asked for that", () => {
    for (const isWanted of [true, false]) {
      const dialogue = taken(declined(isWanted), "decline-approach", "offender-side");
      expect(dialogue.request).toMatchObject({ initiator: "victim" });
      expect(wantsToHearOfLaterAgreement(dialogue)).toBe(isWanted);
    }
    expect(wantsToHearOfLaterAgreement(taken(declined(true), "withdraw", "offender-side"))).toBe(false);
  });

  test("interest filed again changes nothing, and under the same id with other content it is refused", () => {
    const register = [interest];
    expect(Result.getOrThrow(fileInterest(register, { ...interest }))).toBe(register);
    const other = OffenderInterest.parse({ ...interest, offender: "o-2" });
    expect(Result.isFailure(fileInterest(register, other))).toBe(true);
    expect(OffenderInterest.safeParse({ ...interest, victim: "v-1" }).success).toBe(false);
  });
});

describe("a request that is not taken", () => {
  test("is told to the victim in safe terms, with what is offered, and to nobody else", () => {
    const dialogue = caseIn("not_accepted");
    expect(victimSideView(dialogue, stage.policy)).toMatchObject({
      phase: "not-accepted",
      notAccepted: { reasons: ["safety-first"], alternatives: ["support-referral"] },
    });
    expect(offenderSideView(dialogue)).toEqual({ signals: [] });
  });
});

describe("refusalForVictimSide", () => {
  const told = (state: Parameters<typeof caseIn>[0], fields: Readonly<Record<string, unknown>> = {}) => {
    const outcome = give(caseIn(state), command("request", "victim-side", { id: "again", fields }));
    return Result.isFailure(outcome) ? refusalForVictimSide(outcome.failure, stage.policy) : "taken";
  };

  test("says the same of every end, whoever brought it about", () => {
    for (const state of ["offender_declined", "withdrawn", "terminated", "closed"] as const)
      expect(told(state)).toEqual({ first: null, because: "ended", lifts: [] });
    for (const state of ["intake", "on_hold"] as const)
      expect(told(state)).toEqual({ first: null, because: "not-open-now", lifts: [] });
  });

  test("says what would let a request be taken, and shows danger first", () => {
    expect(told("none", { initiator: "victim-representative", authority: "p" })).toEqual({
      first: null,
      because: "not-yet",
      lifts: [expect.stringContaining("somebody the jurisdiction lists")],
    });
    const alarmed = taken(caseIn("intake"), "disclose-danger", "victim-side");
    const outcome = give(alarmed, command("choose-format", "victim-side"));
    expect(Result.isFailure(outcome) && refusalForVictimSide(outcome.failure, stage.policy)).toEqual({
      first: stage.policy.emergencyGuidance,
      because: "danger-first",
      lifts: [],
    });
  });
});

describe("readDialogueCommand", () => {
  const request = command("request", "victim-side");

  test.each([
    ["a day that is in no calendar", { at: "2026-02-30T00:00:00Z" }, "at"],
    ["a moment without an offset", { at: "2026-02-03T00:00:00" }, "at"],
    ["an act that is in no list", { act: "mediate" }, "act"],
    ["no paper where one is needed", { evidence: [] }, "evidence"],
    ["a side that is none", { by: { side: "offender", id: "o-1" } }, "by.side"],
    ["a field for forgiveness (INV-15)", { forgave: true }, "$"],
  ])("refuses %s, by path and without the value", (_name, rest, path) => {
    const outcome = readDialogueCommand({ ...request, ...rest });
    expect(Result.isFailure(outcome) && outcome.failure.problems.map((problem) => problem.path)).toEqual([path]);
  });
});
