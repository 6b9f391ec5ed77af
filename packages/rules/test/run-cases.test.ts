import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { coverage, loadLaw, runCase, runCases } from "../src/index.ts";
import { EXAMPLE_LAW, readFolder } from "./law-folder.ts";

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
