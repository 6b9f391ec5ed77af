import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { caseOn, CHANGED_RULE, EARLIER_VERSION, LATER_VERSION, lawOf } from "../arbitrary/sample-versions.ts";
import type { Law } from "../load/law.ts";
import { coverCases } from "./cover-cases.ts";
import type { RuleCoverage } from "./coverage-report.ts";

const cover = (law: Law): readonly RuleCoverage[] => Result.getOrThrow(coverCases(law, SAMPLE_QUESTION)).rules;

const THEN = [caseOn("2010-06-01", "release", { holds: true }), caseOn("2010-06-01", "escape", { holds: false })];

describe("coverCases of a rule with versions", () => {
  test("counts a case for the version that was law on its day alone", () => {
    const [earlier, later] = cover(lawOf([EARLIER_VERSION, LATER_VERSION], THEN));
    expect(earlier?.holds).toEqual({ state: "shown", by: "release in 2010" });
    expect(earlier?.doesNotHold).toEqual({ state: "shown", by: "escape in 2010" });
    expect(later).toMatchObject({
      holds: { state: "missing", witness: { asOf: "2020-01-01", facts: { "event.kind": "escape" } } },
      doesNotHold: { state: "missing" },
      conditions: [{ whenTrue: { state: "missing" }, whenFalse: { state: "missing" } }],
    });
  });

  test("tells each version by its days, and a rule that has one version without any", () => {
    const alone = sampleRule(`xx-yy/${SAMPLE_QUESTION}/alone`, LATER_VERSION.conditions);
    const told = cover(lawOf([LATER_VERSION, EARLIER_VERSION, alone], [])).map(({ rule, period }) => [rule, period]);
    expect(told).toEqual([
      [CHANGED_RULE, { from: "2020-01-01", until: null }],
      [CHANGED_RULE, { from: null, until: "2020-01-01" }],
      [`xx-yy/${SAMPLE_QUESTION}/alone`, null],
    ]);
  });

  test("looks at every test of a version that has more of them than another", () => {
    const adult = { fact: "person.adult", operator: "equal", value: true } as const;
    const longer = { ...EARLIER_VERSION, conditions: { any: [EARLIER_VERSION.conditions, adult] } };
    const today = caseOn("2024-06-01", "escape", { holds: true });
    const [earlier, later] = cover(lawOf([longer, LATER_VERSION], [today]));
    expect(earlier?.conditions.map(({ at }) => at)).toEqual(["$.conditions.any[0].all[0]", "$.conditions.any[1]"]);
    expect(later?.conditions).toHaveLength(1);
  });
});
