import type { JurisdictionId, LocalDate } from "@victim-rights/core";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { Ground } from "../decide/determination.ts";
import { groundOf } from "../decide/ground.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { namesTested, type NotExported, notExported, questionsInOrder, rulesOf } from "./exported-question.ts";

/** A rule exactly as `new Engine(rules)` of json-rules-engine takes it; the rule's id is its name. */
export type EngineRule = Pick<Rule, "conditions" | "event"> & { readonly name: RuleId };

/** What the stock engine cannot say of a rule: its effect, what it overrides, its source and how well that was checked. */
export type Provision = Omit<Ground, "event"> & {
  readonly effect: Rule["effect"];
  /** The grants that a denial sets aside; empty for a grant. */
  readonly overrides: readonly RuleId[];
};

/** One question for one run of a new engine. */
export type EngineQuestion = {
  readonly question: QuestionId;
  readonly title: string;
  readonly edition: string;
  /** Questions that come earlier in the list, whose answers this run takes as facts: `true` when yes, else `false`. */
  readonly reads: readonly QuestionId[];
  /** The facts of the world that this run takes: every one must be given, a missing one is not unknown to the engine. */
  readonly facts: readonly FactDefinition[];
  readonly rules: readonly EngineRule[];
  /** Of each rule in `rules`, in the same order. */
  readonly provisions: readonly Provision[];
  readonly leftOut: readonly NotExported[];
};

/** A question as plain JSON for json-rules-engine. */
export type JsonRulesEngineExport = {
  readonly format: "json-rules-engine";
  readonly jurisdiction: JurisdictionId;
  readonly question: QuestionId;
  readonly asOf: LocalDate;
  readonly enabled: readonly RuleId[];
  readonly ruleHash: string;
  /** In the order to run: each question after those it reads, the asked one last. */
  readonly questions: readonly EngineQuestion[];
};

/**
 * Writes a compiled question, and every question it reads, as rules for a stock json-rules-engine. The engine says which
 * rules hold; `provisions` says how grants and denials among them come to an answer. The JSON is a copy: an engine may
 * keep it and change it.
 */
export const exportJsonRulesEngine = (compiled: CompiledQuestion): JsonRulesEngineExport => ({
  format: "json-rules-engine",
  jurisdiction: compiled.law.id,
  question: compiled.question,
  asOf: compiled.asOf,
  enabled: compiled.enabled,
  ruleHash: compiled.ruleHash,
  questions: questionsInOrder(compiled).map(engineQuestion),
});

const engineQuestion = (compiled: CompiledQuestion): EngineQuestion => {
  const tested = namesTested(compiled);
  const reads = compiled.within.map(({ question }) => question);
  const rules = rulesOf(compiled);
  return structuredClone({
    question: compiled.question,
    title: compiled.law.questions.get(compiled.question)?.file.title ?? compiled.question,
    edition: compiled.edition,
    reads,
    facts: [...compiled.law.vocabulary.values()].filter(({ name }) => tested.has(name) && !reads.includes(name)),
    rules: rules.map(({ id, conditions, event }) => ({ name: id, conditions, event })),
    provisions: rules.map(provisionOf),
    leftOut: notExported(compiled),
  });
};

const provisionOf = (rule: Rule): Provision => {
  const { event: _, ...ground } = groundOf(rule);
  return { ...ground, effect: rule.effect, overrides: rule.overrides ?? [] };
};
