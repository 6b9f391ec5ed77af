import { periodAmong } from "../cover/version-period.ts";
import { versionOf } from "../diff/rule-versions.ts";
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

/** A change of one rule, which need not say of which. */
type Change = Omit<Mutant, "rule" | "version" | "period">;

/** Every mutant of one version of a rule that the loader would take. */
export const mutantsOfRule = (rule: Rule, source: MutantSource): readonly Mutant[] => {
  const rules = source.law.questions.get(source.question)?.file.rules ?? [];
  const head = { rule: rule.id, version: versionOf(rule), period: periodAmong(rules, rule) };
  return changesOf(rule, rules, source).map((change) => ({ ...head, ...change }));
};

const changesOf = (rule: Rule, rules: readonly Rule[], { law, eventMutants }: MutantSource): readonly Change[] => [
  ...wholeRuleChanges(rule, rules),
  ...conditionMutants(rule, law.vocabulary)
    .filter(({ conditions }) => isLoadable(conditions, law))
    .map(({ conditions, kind, at, change }) => ({
      kind,
      at,
      change,
      revision: { kind: "conditions" as const, rule: { ...rule, conditions } },
    })),
  ...eventMutants(rule).map(({ event, at, change }) => ({
    kind: "event" as const,
    at,
    change,
    revision: { kind: "event" as const, rule: { ...rule, event } },
  })),
];

const isLoadable = (conditions: Condition, { vocabulary, questions }: Law): boolean =>
  checkCondition(conditions, { vocabulary, questions: new Set(questions.keys()) }, { file: "", path: "$" }).length ===
  0;

const wholeRuleChanges = (rule: Rule, rules: readonly Rule[]): readonly Change[] => {
  const isNamed = rules.some((other) => (other.overrides ?? []).includes(rule.id));
  return [
    ...(rules.length < 2 ? [] : [DROPPED]),
    ...(isNamed ? [] : [flipped(rule)]),
    ...(offByDefault(rule) === null ? [] : [ALWAYS_ON]),
    ...(rule.overrides ?? []).map((_, place) => withoutOverride(rule, place)),
  ];
};

const DROPPED: Change = {
  kind: "rule-dropped",
  at: "$",
  change: "the rule is left out",
  revision: { kind: "removed" },
};

/** A grant that a denial names cannot become a denial, and a denial that becomes a grant sets nothing aside. */
const flipped = (rule: Rule): Change => {
  const { overrides: _, ...rest } = rule;
  return {
    kind: "effect",
    at: "$.effect",
    change: rule.effect === "grant" ? "the rule denies what it grants" : "the rule grants what it denies",
    revision: { kind: "rule", rule: { ...rest, effect: rule.effect === "grant" ? "deny" : "grant" } },
  };
};

const ALWAYS_ON: Change = {
  kind: "always-on",
  at: "$",
  change: "the rule decides without being turned on",
  revision: { kind: "turned-on" },
};

const withoutOverride = (rule: Rule, place: number): Change => {
  const { overrides = [], ...rest } = rule;
  const left = overrides.filter((_, other) => other !== place);
  return {
    kind: "override-dropped",
    at: `$.overrides[${place}]`,
    change: `the rule no longer sets aside ${overrides[place] ?? ""}`,
    revision: { kind: "rule", rule: left.length === 0 ? rest : { ...rest, overrides: left } },
  };
};
