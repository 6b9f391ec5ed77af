import fc from "fast-check";
import { LocalDate, SourceId, type VerificationStatus } from "@victim-rights/core";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import { arbitraryConditions, type ConditionNames } from "./arbitrary-condition.ts";

/** A day on which every generated rule without a period is law. */
export const SAMPLE_DAY: LocalDate = LocalDate.parse("2024-06-01");

/** A rule written out in full, for examples: a grant, read, in force. */
export const sampleRule = (id: RuleId, conditions: Rule["conditions"], change: Partial<Rule> = {}): Rule => ({
  id,
  title: `Rule ${id}`,
  effect: "grant",
  rows: [],
  cites: [{ source: SourceId.parse("sample-act"), at: id.split("/").at(-1) ?? "1" }],
  verified: { status: "read", on: SAMPLE_DAY },
  inForce: { from: null, until: null },
  reviewedOn: SAMPLE_DAY,
  conditions,
  event: { type: "sample-right", params: {} },
  ...change,
});

/** Rules of one question: grants, and denials that override some of the grants; a few recalled, policy or not in force. */
export const arbitraryRules = (question: QuestionId, names: ConditionNames): fc.Arbitrary<Rule[]> =>
  fc.array(arbitraryDraft(names), { minLength: 1, maxLength: 5 }).map((drafts) => {
    const ids = drafts.map((_, place) => `xx-yy/${question}/rule-${place}`);
    const grants = ids.filter((_, place) => drafts[place]?.denies === false);
    return drafts.map((draft, place) => ruleOf(draft, ids[place] ?? "", grants));
  });

type Draft = {
  readonly conditions: Rule["conditions"];
  readonly denies: boolean;
  readonly spares: number;
  readonly status: VerificationStatus;
  readonly policy: boolean;
  readonly inForce: Rule["inForce"];
};

const arbitraryDraft = (names: ConditionNames): fc.Arbitrary<Draft> =>
  fc.record({
    conditions: arbitraryConditions(names),
    denies: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 3, arbitrary: fc.constant(true) }),
    spares: fc.oneof({ weight: 1, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(3) }),
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<VerificationStatus>("read", "partial", "agency-statement") },
      { weight: 1, arbitrary: fc.constant<VerificationStatus>("recalled") },
    ),
    policy: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    inForce: fc.oneof(
      { weight: 6, arbitrary: fc.constant(PERIODS.always) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.values(PERIODS)) },
    ),
  });

const day = (text: string): LocalDate => LocalDate.parse(text);

const PERIODS = {
  always: { from: null, until: null },
  fromThatDay: { from: SAMPLE_DAY, until: null },
  untilThatDay: { from: day("2000-01-01"), until: SAMPLE_DAY },
  later: { from: day("2024-06-02"), until: null },
} as const;

const ruleOf = (draft: Draft, id: RuleId, grants: readonly RuleId[]): Rule => {
  const named = grants.filter((_, place) => place !== draft.spares);
  return sampleRule(id, draft.conditions, {
    effect: draft.denies ? "deny" : "grant",
    verified: { status: draft.status, on: SAMPLE_DAY },
    inForce: draft.inForce,
    ...(draft.policy ? { basis: "policy" } : {}),
    ...(draft.denies && named.length > 0 ? { overrides: named } : {}),
  });
};
