import type { Condition } from "../file/condition.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import { checkCondition } from "../load/check-conditions.ts";
import type { Law } from "../load/law.ts";
import { conditionMutants } from "./condition-mutants.ts";
import type { EventMutant } from "./event-mutants.ts";
import type { Mutant } from "./mutant.ts";

/** What mutants are made of. */
export type MutantSource = {
  readonly law: Law;
  readonly question: QuestionId;
  readonly eventMutants: (rule: Rule) => readonly EventMutant[];
};

/** Every mutant of one rule that the loader would take. */
export const mutantsOfRule = (rule: Rule, source: MutantSource): readonly Mutant[] => [
  ...wholeRuleMutants(rule, source),
  ...conditionMutants(rule, source.law.vocabulary)
    .filter(({ conditions }) => isLoadable(conditions, source.law))
    .map(({ conditions, kind, at, change }) => ({
      rule: rule.id,
      kind,
      at,
      change,
      revision: { kind: "conditions" as const, rule: { ...rule, conditions } },
    })),
  ...source.eventMutants(rule).map(({ event, at, change }) => ({
    rule: rule.id,
    kind: "event" as const,
    at,
    change,
    revision: { kind: "event" as const, rule: { ...rule, event } },
  })),
];

const isLoadable = (conditions: Condition, { vocabulary, questions }: Law): boolean =>
  checkCondition(conditions, { vocabulary, questions: new Set(questions.keys()) }, { file: "", path: "$" }).length ===
  0;

const wholeRuleMutants = (rule: Rule, { law, question }: MutantSource): readonly Mutant[] => {
  const rules = law.questions.get(question)?.file.rules ?? [];
  const isNamed = rules.some((other) => (other.overrides ?? []).includes(rule.id));
  return [
    ...(rules.length < 2 ? [] : [dropped(rule)]),
    ...(isNamed ? [] : [flipped(rule)]),
    ...(offByDefault(rule) === null ? [] : [alwaysOn(rule)]),
    ...(rule.overrides ?? []).map((_, place) => withoutOverride(rule, place)),
  ];
};

const dropped = ({ id }: Rule): Mutant => ({
  rule: id,
  kind: "rule-dropped",
  at: "$",
  change: "the rule is left out",
  revision: { kind: "removed" },
});

/** A grant that a denial names cannot become a denial, and a denial that becomes a grant sets nothing aside. */
const flipped = (rule: Rule): Mutant => {
  const { overrides: _, ...rest } = rule;
  return {
    rule: rule.id,
    kind: "effect",
    at: "$.effect",
    change: rule.effect === "grant" ? "the rule denies what it grants" : "the rule grants what it denies",
    revision: { kind: "rule", rule: { ...rest, effect: rule.effect === "grant" ? "deny" : "grant" } },
  };
};

const alwaysOn = ({ id }: Rule): Mutant => ({
  rule: id,
  kind: "always-on",
  at: "$",
  change: "the rule decides without being turned on",
  revision: { kind: "turned-on" },
});

const withoutOverride = (rule: Rule, place: number): Mutant => {
  const { overrides = [], ...rest } = rule;
  const left = overrides.filter((_, other) => other !== place);
  return {
    rule: rule.id,
    kind: "override-dropped",
    at: `$.overrides[${place}]`,
    change: `the rule no longer sets aside ${overrides[place] ?? ""}`,
    revision: { kind: "rule", rule: left.length === 0 ? rest : { ...rest, overrides: left } },
  };
};
