import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { versionOf } from "../diff/rule-versions.ts";
import { RuleFile } from "../file/rule-file.ts";
import { checkPeriods } from "../load/check-periods.ts";
import type { Law } from "../load/law.ts";
import { runCasesOf } from "../load/run-cases.ts";
import { arbitraryLawWithCases } from "./arbitrary-cases.ts";

const sample = fc.sample(arbitraryLawWithCases(), { numRuns: 200, seed: 1 });

const shareOf = (holds: (law: Law) => boolean): number => sample.filter(holds).length / sample.length;

const rulesIn = (law: Law) => [...law.questions.values()].flatMap(({ file }) => file.rules);

const hasVersions = (law: Law): boolean => new Set(rulesIn(law).map(({ id }) => id)).size < rulesIn(law).length;

const daysIn = (law: Law) => new Set([...law.cases.values()].flatMap(({ cases }) => cases.map(({ asOf }) => asOf)));

describe("arbitraryLawWithCases", () => {
  test("makes files that the schemas accept, versions that follow each other, and cases that hold", () => {
    for (const law of sample) {
      for (const { file } of law.questions.values()) {
        expect(RuleFile.parse(file)).toEqual(file);
        expect(checkPeriods("", file.rules)).toEqual([]);
        expect(new Set(file.rules.map(versionOf)).size).toBe(file.rules.length);
      }
      for (const question of law.cases.keys()) {
        expect(runCasesOf(law, question).flatMap(({ differences }) => differences)).toEqual([]);
      }
    }
  });

  test("draws versions, and cases of more days than one, often enough to tell them apart", () => {
    expect(shareOf(hasVersions)).toBeGreaterThan(0.4);
    expect(shareOf((law) => hasVersions(law) && daysIn(law).size > 1)).toBeGreaterThan(0.3);
  });
});
