import type { Condition, Leaf } from "../file/condition.ts";
import type { Rule } from "../file/rule-file.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";
import { conditionInWords } from "../cover/condition-words.ts";
import { leafMutants } from "./leaf-mutants.ts";
import type { MutantKind } from "./mutant.ts";

type Group = Exclude<Condition, Leaf>;

/** A condition tree changed in one place. */
export type ConditionMutant<Tree extends Condition = Group> = {
  readonly conditions: Tree;
  readonly kind: MutantKind;
  readonly at: string;
  readonly change: string;
};

/** Every small change of a rule's conditions, in the order written: tests, dropped parts, all for any, dropped nots. */
export const conditionMutants = (rule: Rule, vocabulary: Vocabulary): readonly ConditionMutant[] =>
  mutantsOf(rule.conditions, "$.conditions", vocabulary).map((mutant) => ({
    ...mutant,
    conditions: "fact" in mutant.conditions ? { all: [mutant.conditions] } : mutant.conditions,
  }));

const mutantsOf = (condition: Condition, at: string, vocabulary: Vocabulary): readonly ConditionMutant<Condition>[] => {
  if ("fact" in condition)
    return leafMutants(condition, vocabulary).map(({ leaf, kind, change }) => ({ conditions: leaf, kind, at, change }));
  if ("not" in condition) return notMutants(condition, at, vocabulary);
  const isAll = "all" in condition;
  const name = isAll ? "all" : "any";
  const parts = isAll ? condition.all : condition.any;
  const regroup = (changed: readonly Condition[]): Condition => (isAll ? { all: changed } : { any: changed });
  const within = parts.flatMap((part, place) =>
    mutantsOf(part, `${at}.${name}[${place}]`, vocabulary).map((mutant) => ({
      ...mutant,
      conditions: regroup(parts.with(place, mutant.conditions)),
    })),
  );
  return [...(parts.length < 2 ? [] : groupMutants({ name, parts, at }, regroup, vocabulary)), ...within];
};

const notMutants = (
  condition: { readonly not: Condition },
  at: string,
  vocabulary: Vocabulary,
): readonly ConditionMutant<Condition>[] => [
  {
    conditions: condition.not,
    kind: "not-dropped",
    at,
    change: `the \`not\` before \`${conditionInWords(condition.not, vocabulary)}\` is dropped`,
  },
  ...mutantsOf(condition.not, `${at}.not`, vocabulary).map((mutant) => ({
    ...mutant,
    conditions: { not: mutant.conditions },
  })),
];

type GroupAt = { readonly name: "all" | "any"; readonly parts: readonly Condition[]; readonly at: string };

const groupMutants = (
  { name, parts, at }: GroupAt,
  regroup: (parts: readonly Condition[]) => Condition,
  vocabulary: Vocabulary,
): readonly ConditionMutant<Condition>[] => [
  {
    conditions: name === "all" ? { any: parts } : { all: parts },
    kind: "all-any",
    at,
    change: `\`${name}\` becomes \`${name === "all" ? "any" : "all"}\` of: ${parts.map((part) => conditionInWords(part, vocabulary)).join("; ")}`,
  },
  ...parts.map((part, place) => ({
    conditions: regroup(parts.filter((_, other) => other !== place)),
    kind: "condition-dropped" as const,
    at: `${at}.${name}[${place}]`,
    change: `no longer looks at: ${conditionInWords(part, vocabulary)}`,
  })),
];
