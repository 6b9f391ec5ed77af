import type { LocalDate } from "@victim-rights/core";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { QuestionId, Rule, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { holds } from "./obvious-holds.ts";
import { type CompleteFacts, referenceHolds } from "./reference-holds.ts";

/** What a question comes to by the reference: a conflict is a denial beside a standing grant that it does not name. */
export type ReferenceDetermination = {
  readonly answer: "yes" | "no" | "conflict";
  readonly grounds: readonly RuleId[];
  readonly overridden: readonly RuleId[];
  /** Each holding denial with each standing grant beside it, as `denial grant`. */
  readonly clashes: readonly string[];
};

/** What is asked of the reference. */
export type ReferenceQuestion = {
  readonly question: QuestionId;
  readonly asOf: LocalDate;
  readonly enable: readonly RuleId[];
};

/**
 * The same answer and grounds as `decide` for complete facts, reached the slow way: questions read as facts are answered
 * first, and their answers are given to json-rules-engine as booleans. A question that read itself would never end.
 */
export const referenceDetermination = async (
  law: Law,
  asked: ReferenceQuestion,
  facts: CompleteFacts,
): Promise<ReferenceDetermination> => {
  const rules = decidingRules(law, asked);
  const inner = await Promise.all(
    questionsIn(rules, law).map(
      async (question) => [question, await referenceDetermination(law, { ...asked, question }, facts)] as const,
    ),
  );
  const holding = await referenceHolds(rules, { ...facts, ...answersOf(inner) });
  return conclude(
    rules.filter((rule) => holding.has(rule.id)),
    isTainted(inner),
  );
};

/** The same once more without json-rules-engine, for brute force over many completions: each condition read as written. */
export const obviousDetermination = (
  law: Law,
  asked: ReferenceQuestion,
  facts: CompleteFacts,
): ReferenceDetermination => {
  const rules = decidingRules(law, asked);
  const inner = questionsIn(rules, law).map(
    (question) => [question, obviousDetermination(law, { ...asked, question }, facts)] as const,
  );
  const known = { ...facts, ...answersOf(inner) };
  return conclude(
    rules.filter((rule) => holds(rule.conditions, known)),
    isTainted(inner),
  );
};

type InnerAnswers = readonly (readonly [QuestionId, ReferenceDetermination])[];

const answersOf = (inner: InnerAnswers): CompleteFacts =>
  Object.fromEntries(inner.map(([question, { answer }]) => [question, answer === "yes"]));

const isTainted = (inner: InnerAnswers): boolean => inner.some(([, { answer }]) => answer === "conflict");

const decidingRules = (law: Law, asked: ReferenceQuestion): readonly Rule[] =>
  (law.questions.get(asked.question)?.file.rules ?? []).filter((rule) => decides(rule, asked));

const conclude = (holding: readonly Rule[], tainted: boolean): ReferenceDetermination => {
  const denials = holding.filter((rule) => rule.effect === "deny");
  const grants = holding
    .filter((rule) => rule.effect === "grant")
    .map((rule) => rule.id)
    .toSorted();
  const named = new Set(denials.flatMap((denial) => denial.overrides ?? []));
  const grounds = grants.filter((id) => !named.has(id));
  const conflict = tainted || (denials.length > 0 && grounds.length > 0);
  return {
    answer: conflict ? "conflict" : grounds.length > 0 ? "yes" : "no",
    grounds,
    overridden: grants.filter((id) => named.has(id)),
    clashes: grounds.flatMap((grant) => denials.map((denial) => `${denial.id} ${grant}`)),
  };
};

const decides = (rule: Rule, { asOf, enable }: ReferenceQuestion): boolean =>
  (rule.inForce.from ?? asOf) <= asOf &&
  (rule.inForce.until === null || asOf < rule.inForce.until) &&
  ((rule.basis !== "policy" && rule.verified.status !== "recalled") || enable.includes(rule.id));

const questionsIn = (rules: readonly Rule[], law: Law): readonly QuestionId[] => {
  const names = rules.flatMap((rule) => leavesOf(rule.conditions).map((leaf) => leaf.fact));
  return [...new Set(names)].filter((name) => law.questions.has(name));
};
