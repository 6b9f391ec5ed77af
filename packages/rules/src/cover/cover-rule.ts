import type { BoundCondition, QuestionModel } from "../diagram/condition-model.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import { versionOf } from "../diff/rule-versions.ts";
import type { Rule } from "../file/rule-file.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";
import { leafInWords } from "./condition-words.ts";
import type { RuleCoverage } from "./coverage-report.ts";
import { type Goal, judgeGoal } from "./goal.ts";
import { holdsOf, type OpenDocket, type ReadingBuild } from "./open-docket.ts";
import { periodAmong } from "./version-period.ts";

/** What the cases show of each of a question's rules. */
export const coverRules = (open: OpenDocket, rules: readonly Rule[]): readonly RuleCoverage[] =>
  rules.map((rule) => ({ rule: rule.id, period: periodAmong(rules, rule), ...coverRule(open, rule) }));

const coverRule = (open: OpenDocket, rule: Rule): Omit<RuleCoverage, "rule" | "period"> => ({
  holds: judgeGoal(open, whereRule(rule, true)),
  doesNotHold: judgeGoal(open, whereRule(rule, false)),
  conditions: leafPlaces(rule.conditions, "$.conditions").map(({ leaf, at }, place) => ({
    at,
    test: leafInWords(leaf, vocabularyOf(open)),
    whenTrue: judgeGoal(open, whereLeafDecides(rule, { place, value: true })),
    whenFalse: judgeGoal(open, whereLeafDecides(rule, { place, value: false })),
  })),
});

const vocabularyOf = ({ docket }: OpenDocket): Vocabulary => docket.law.vocabulary;

/** Every test of a condition with its place, in the order written. */
const leafPlaces = (condition: Condition, at: string): readonly { readonly leaf: Leaf; readonly at: string }[] => {
  if ("all" in condition) return condition.all.flatMap((part, place) => leafPlaces(part, `${at}.all[${place}]`));
  if ("any" in condition) return condition.any.flatMap((part, place) => leafPlaces(part, `${at}.any[${place}]`));
  return "not" in condition ? leafPlaces(condition.not, `${at}.not`) : [{ leaf: condition, at }];
};

/** `null` in a reading where this version of the rule does not decide. */
const conditionOf = (model: QuestionModel, rule: Rule): BoundCondition | null =>
  model.rules.find((each) => versionOf(each.rule) === versionOf(rule))?.condition ?? null;

const whereRule =
  (rule: Rule, value: boolean): Goal =>
  (build, model) => {
    const condition = conditionOf(model, rule);
    return condition === null ? null : valued(build, holdsOf(build, condition), value);
  };

const valued = ({ build }: ReadingBuild, node: NodeId, value: boolean): NodeId =>
  value ? node : build.algebra.not(node);

/** The test at a place has the value, and the rule would come out otherwise with this test alone turned round. */
const whereLeafDecides =
  (rule: Rule, { place, value }: { readonly place: number; readonly value: boolean }): Goal =>
  (build, model) => {
    const condition = conditionOf(model, rule);
    if (condition === null) return null;
    const leaf = itemAt(boundLeaves(condition), place);
    const flips = build.xor(
      fixing(build, condition, { leaf, as: true }),
      fixing(build, condition, { leaf, as: false }),
    );
    return build.build.algebra.and(valued(build, holdsOf(build, leaf), value), flips);
  };

const boundLeaves = (condition: BoundCondition): readonly BoundCondition[] => {
  switch (condition.kind) {
    case "test":
    case "answer":
      return [condition];
    case "all":
    case "any":
      return condition.parts.flatMap(boundLeaves);
    case "not":
      return boundLeaves(condition.part);
  }
};

type Fixed = { readonly leaf: BoundCondition; readonly as: boolean };

/** Where a condition holds when one of its tests is taken to have come out one way. */
const fixing = (build: ReadingBuild, condition: BoundCondition, fixed: Fixed): NodeId => {
  const { algebra } = build.build;
  if (condition === fixed.leaf) return fixed.as ? algebra.always : algebra.never;
  switch (condition.kind) {
    case "test":
    case "answer":
      return holdsOf(build, condition);
    case "all":
      return condition.parts.map((part) => fixing(build, part, fixed)).reduce(algebra.and, algebra.always);
    case "any":
      return condition.parts.map((part) => fixing(build, part, fixed)).reduce(algebra.or, algebra.never);
    case "not":
      return algebra.not(fixing(build, condition.part, fixed));
  }
};
