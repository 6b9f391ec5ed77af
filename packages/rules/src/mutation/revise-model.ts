import type { CaseReading } from "../cover/docket.ts";
import { versionOf } from "../diff/rule-versions.ts";
import { bindCondition, type BoundCondition, type QuestionModel, type RuleModel } from "../diagram/condition-model.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { Mutant } from "./mutant.ts";

/** A question found in a model: itself, or one it reads, directly or through others. */
export const findQuestion = (model: QuestionModel, question: QuestionId): QuestionModel | null => {
  if (model.question === question) return model;
  for (const inner of model.reads) {
    const found = findQuestion(inner, question);
    if (found !== null) return found;
  }
  return null;
};

/**
 * The mutant's question as it reads with the mutant in place; `null` when nothing changes, since this version of the rule
 * does not decide there.
 */
export const reviseModel = (
  { model, turnedOn }: Pick<CaseReading, "model" | "turnedOn">,
  { rule, version, revision }: Mutant,
  space: FactSpace,
): QuestionModel | null => {
  const isOn = hasVersion(model, version);
  if (revision.kind === "turned-on") {
    const on = turnedOn.get(rule);
    return isOn || on === undefined || !hasVersion(on, version) ? null : on;
  }
  if (!isOn) return null;
  const questions = new Map(model.reads.map((inner) => [inner.question, inner]));
  const rules = model.rules.flatMap((each): readonly Draft[] => {
    if (versionOf(each.rule) !== version) return [each];
    if (revision.kind === "removed") return [];
    // A changed condition reads no question that the rule did not.
    const isRebound = revision.kind === "conditions";
    const condition = isRebound ? bindCondition(revision.rule.conditions, { space, questions }) : each.condition;
    return [{ rule: revision.rule, condition }];
  });
  return { question: model.question, rules: rules.map((each) => withOverriders(each, rules)), reads: readsOf(rules) };
};

/** Whether a version of a rule decides in a model. */
export const hasVersion = (model: QuestionModel, version: string): boolean =>
  model.rules.some(({ rule }) => versionOf(rule) === version);

type Draft = Pick<RuleModel, "rule" | "condition">;

const withOverriders = ({ rule, condition }: Draft, rules: readonly Draft[]): RuleModel => ({
  rule,
  condition,
  overriddenBy:
    rule.effect === "grant" ? rules.flatMap((other, place) => (names(other.rule, rule.id) ? [place] : [])) : [],
});

const names = (denial: Rule, grant: RuleId): boolean =>
  denial.effect === "deny" && (denial.overrides ?? []).includes(grant);

const readsOf = (rules: readonly Draft[]): readonly QuestionModel[] => {
  const found = new Map(
    rules.flatMap(({ condition }) => questionsIn(condition)).map((inner) => [inner.question, inner]),
  );
  return [...found.values()].toSorted((left, right) => (left.question < right.question ? -1 : 1));
};

const questionsIn = (condition: BoundCondition): readonly QuestionModel[] => {
  switch (condition.kind) {
    case "test":
      return [];
    case "answer":
      return [condition.question];
    case "all":
    case "any":
      return condition.parts.flatMap(questionsIn);
    case "not":
      return questionsIn(condition.part);
  }
};

/** A model with one of the questions it reads replaced, wherever it is read. */
export const replaceQuestion = (model: QuestionModel, replacement: QuestionModel): QuestionModel => {
  const made = new Map<QuestionModel, QuestionModel>();
  const replace = (each: QuestionModel): QuestionModel => {
    if (each.question === replacement.question) return replacement;
    const known = made.get(each);
    if (known !== undefined) return known;
    const reads = each.reads.map(replace);
    const changed = {
      ...each,
      reads,
      rules: each.rules.map((rule) => ({ ...rule, condition: replaceIn(rule.condition, replace) })),
    };
    made.set(each, changed);
    return changed;
  };
  return replace(model);
};

const replaceIn = (condition: BoundCondition, replace: (model: QuestionModel) => QuestionModel): BoundCondition => {
  switch (condition.kind) {
    case "test":
      return condition;
    case "answer":
      return { ...condition, question: replace(condition.question) };
    case "all":
    case "any":
      return { ...condition, parts: condition.parts.map((part) => replaceIn(part, replace)) };
    case "not":
      return { ...condition, part: replaceIn(condition.part, replace) };
  }
};
