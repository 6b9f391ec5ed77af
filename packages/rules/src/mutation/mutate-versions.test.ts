import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { caseOn, CHANGED_RULE, EARLIER_VERSION, LATER_VERSION, lawOf } from "../arbitrary/sample-versions.ts";
import type { Law } from "../load/law.ts";
import { casesToWrite } from "./cases-to-write.ts";
import { mutateCases } from "./mutate-cases.ts";
import type { MutationReport } from "./mutation-report.ts";

const mutate = (law: Law): MutationReport =>
  Result.getOrThrow(mutateCases(law, SAMPLE_QUESTION, { rule: CHANGED_RULE }));

const HURT = { fact: "person.hurt", operator: "equal", value: true } as const;
const DEATH = { fact: "event.kind", operator: "equal", value: "death" } as const;

const THEN = [
  caseOn("2010-06-01", "release", { holds: true, days: 10 }),
  caseOn("2010-06-01", "escape", { holds: false }),
];

describe("mutateCases of a rule with versions", () => {
  test("changes each version by itself, and holds a change against the cases of its days alone", () => {
    const { rules } = mutate(lawOf([EARLIER_VERSION, LATER_VERSION], THEN));
    expect(rules.map(({ rule, period }) => [rule, period])).toEqual([
      [CHANGED_RULE, { from: null, until: "2020-01-01" }],
      [CHANGED_RULE, { from: "2020-01-01", until: null }],
    ]);
    const [earlier, later] = rules;
    expect(earlier?.survivors).toEqual([]);
    expect(earlier?.killed.map(({ by }) => by.case)).toContain("release in 2010");
    expect(later?.killed).toEqual([]);
    expect(new Set(later?.survivors.map(({ witness }) => witness.asOf))).toEqual(new Set(["2020-01-01"]));
    expect(later?.survivors.map(({ period }) => period)).toContainEqual({ from: "2020-01-01", until: null });
  });

  test("does not take what a case says of an earlier version's event for what a later one promises", () => {
    const same = { ...LATER_VERSION, event: EARLIER_VERSION.event };
    const [earlier, later] = mutate(lawOf([EARLIER_VERSION, same], THEN)).rules;
    expect(earlier?.killed.filter(({ kind }) => kind === "event")).not.toEqual([]);
    expect(later?.survivors.filter(({ kind }) => kind === "event")).not.toEqual([]);
  });

  test("turns on the version that is off, and no other", () => {
    const off = { ...LATER_VERSION, basis: "policy" as const };
    const [earlier, later] = mutate(
      lawOf([EARLIER_VERSION, off], [...THEN, caseOn("2024-06-01", "escape", { holds: false })]),
    ).rules;
    expect(earlier?.killed.map(({ kind }) => kind)).not.toContain("always-on");
    expect(later?.killed.filter(({ kind }) => kind === "always-on").map(({ by }) => by.case)).toEqual([
      "escape in 2024",
    ]);
  });

  test("turns on a rule on each day that it is law, though the rules that decide are the same on another", () => {
    const alone = sampleRule(`xx-yy/${SAMPLE_QUESTION}/alone`, { all: [DEATH] });
    const off = { ...LATER_VERSION, basis: "policy" as const };
    const cases = [caseOn("2010-06-01", "escape", { holds: false }), caseOn("2024-06-01", "escape", { holds: false })];
    const [rule] = mutate(lawOf([alone, off], cases)).rules;
    expect(rule?.killed.find(({ kind }) => kind === "always-on")?.by.case).toBe("escape in 2024");
  });

  test("says which version a case to write is for", () => {
    const law = lawOf([EARLIER_VERSION, LATER_VERSION], THEN);
    const notices = casesToWrite(mutate(law)).cases.flatMap((each) => each.notices);
    expect(notices).toContain(`${CHANGED_RULE} from 2020-01-01: the rule denies what it grants`);
  });
});

describe("repeats", () => {
  test("are not told from a change that no longer reads a question which can contradict itself", () => {
    const inner = "definition/notice";
    const reads = { fact: inner, operator: "equal", value: true } as const;
    const outer = sampleRule(CHANGED_RULE, { any: [HURT, HURT, { all: [HURT, reads] }] });
    const grant = sampleRule(`xx-yy/${inner}/grant`, LATER_VERSION.conditions);
    const denial = sampleRule(`xx-yy/${inner}/denial`, LATER_VERSION.conditions, { effect: "deny" });
    const other = sampleRule(`xx-yy/${SAMPLE_QUESTION}/other`, EARLIER_VERSION.conditions);
    const { rules } = mutate(lawOf([outer, other], [], { [inner]: [grant, denial] }));
    const atLast = (list: readonly { readonly at: string; readonly kind: string }[] = []) =>
      list.filter(({ at, kind }) => at === "$.conditions.any[2]" && kind === "condition-dropped");
    expect(atLast(rules[0]?.survivors)).toHaveLength(1);
    expect(rules[0]?.equivalent.map(({ at }) => at)).toContain("$.conditions.any[0]");
  });
});
