import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type Case, coverage, loadLaw, runCase, runCases } from "../src/index.ts";
import { EXAMPLE_LAW, readFolder } from "./law-folder.ts";

type ExpectedEvents = NonNullable<Case["expect"]["events"]>;

const law = Result.getOrThrow(loadLaw(readFolder(join(EXAMPLE_LAW, "good"))));

describe("runCases", () => {
  test("answers the example law's cases as their authors expect", () => {
    expect(runCases(law).filter((outcome) => outcome.differences.length > 0)).toEqual([]);
    expect(runCases(law)).toHaveLength(3);
  });

  test("names every way in which an answer differs", () => {
    const outcome = runCase(law, "notice", {
      name: "wrong on purpose",
      reason: "shows the differences",
      asOf: law.profile.calendar.verified.on,
      facts: { "event.kind": "death" },
      expect: { answer: "yes", grounds: ["xx-yy/notice/escape"], missing: ["claimant.kind"] },
    });
    expect(outcome.differences).toEqual([
      "answer: expected yes, found no",
      "grounds: expected but not found: xx-yy/notice/escape",
      "missing: expected but not found: claimant.kind",
    ]);
  });
});

describe("what a case says must follow", () => {
  const [first] = law.cases.get("notice")?.cases ?? [];
  const PAROLE = "xx-yy/notice/parole-hearing";
  const differences = (events: ExpectedEvents): readonly string[] => {
    if (first === undefined) throw new Error("the example law has cases");
    return runCase(law, "notice", { ...first, expect: { ...first.expect, events } }).differences;
  };

  test("is compared field by field, and only the fields named", () => {
    expect(differences({ [PAROLE]: {} })).toEqual([]);
    expect(differences({ [PAROLE]: { window: { amount: 30 }, rights: ["attend"] } })).toEqual([]);
    expect(differences({ [PAROLE]: { window: { amount: 31, unit: "working-day" }, ifMissed: "not-stated" } })).toEqual([
      `events: ${PAROLE} params.window.amount: expected 31, found 30`,
      `events: ${PAROLE} params.window.unit: expected "working-day", found "calendar-day"`,
    ]);
  });

  test("holds a list to every item in its order", () => {
    expect(differences({ [PAROLE]: { methods: ["mail", "email"] } })).toEqual([
      `events: ${PAROLE} params.methods: expected ["mail","email"], found ["mail"]`,
    ]);
    expect(differences({ [PAROLE]: { methods: [] } })).toEqual([
      `events: ${PAROLE} params.methods: expected [], found ["mail"]`,
    ]);
  });

  test("takes an empty list for a parameter that the rule leaves out, and nothing else", () => {
    expect(differences({ [PAROLE]: { otherReadings: [] } })).toEqual([]);
    expect(differences({ [PAROLE]: { exceptions: null } })).toEqual([
      `events: ${PAROLE} params.exceptions: expected null, found nothing`,
    ]);
  });

  test("is said of grounds only", () => {
    expect(differences({ "xx-yy/notice/escape": { automatedSystemSatisfies: true } })).toEqual([
      "events: xx-yy/notice/escape is not among the grounds",
    ]);
  });
});

describe("coverage", () => {
  test("accounts for each row once", () => {
    expect(coverage(law).map((row) => [row.row, row.state])).toEqual([
      ["R1", "encoded"],
      ["R2", "encoded"],
      ["R3", "not-encoded"],
    ]);
  });

  test("calls a row that nothing mentions absent", () => {
    expect(coverage({ ...law, notEncoded: null }).map((row) => row.state)).toEqual(["encoded", "encoded", "absent"]);
  });
});
