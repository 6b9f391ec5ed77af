import type { BoundCondition } from "../diagram/condition-model.ts";
import { readFact } from "../diagram/fact-space.ts";
import { testOf } from "../diagram/fact-test.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { type Given, type Kleene, readCondition } from "../decide/plain/kleene.ts";
import type { Facts } from "../facts.ts";
import type { Leaf } from "../file/condition.ts";
import { givenInWords, neededInWords } from "./fact-words.ts";
import type { Reason, TestReason } from "./explanation.ts";

/** What reasons are read from: the question, the facts, and what conditions come to for them. */
export type ReasonSource = { readonly compiled: CompiledQuestion; readonly facts: Facts; readonly given: Given };

/** The tests that make a condition come out as wanted: of several that each would do, those that did. */
export const supporting = (source: ReasonSource, condition: BoundCondition): Reason =>
  collect(source, condition, { wanted: true, keep: "supporting" });

/** The tests that keep a condition from holding, or leave it open. */
export const lacking = (source: ReasonSource, condition: BoundCondition): Reason =>
  collect(source, condition, { wanted: true, keep: "lacking" });

type Aim = { readonly wanted: boolean; readonly keep: "supporting" | "lacking" };

const collect = (source: ReasonSource, condition: BoundCondition, aim: Aim): Reason => {
  switch (condition.kind) {
    case "not":
      return collect(source, condition.part, { ...aim, wanted: !aim.wanted });
    case "all":
    case "any":
      return group(source, condition, aim);
    case "test":
    case "answer":
      return describe(source, condition, aim.wanted);
  }
};

type Group = Extract<BoundCondition, { kind: "all" | "any" }>;

const group = (source: ReasonSource, { kind, parts }: Group, aim: Aim): Reason => {
  const needs = (kind === "all") === aim.wanted ? "all" : "any";
  const isMet = (part: BoundCondition): boolean => outcomeOf(source, part, aim.wanted) === true;
  const met = parts.filter(isMet);
  const kept = keep({ needs, keep: aim.keep }, parts, met);
  const reasons = distinct(kept.map((part) => collect(source, part, aim)));
  const [only] = reasons;
  if (only !== undefined && reasons.length === 1) return only;
  return flatten(kept === met ? "all" : needs, reasons);
};

/** Every part of an `all` supports it; of an `any`, those that hold, or all when only their sum is certain. */
const keep = (
  group: Pick<Aim, "keep"> & { readonly needs: "all" | "any" },
  parts: readonly BoundCondition[],
  met: readonly BoundCondition[],
): readonly BoundCondition[] => {
  if (group.keep === "supporting") return group.needs === "any" && met.length > 0 ? met : parts;
  return group.needs === "all" ? parts.filter((part) => !met.includes(part)) : parts;
};

const outcomeOf = ({ given }: ReasonSource, part: BoundCondition, wanted: boolean): Kleene => {
  const value = readCondition(part, given);
  return value === null ? null : value === wanted;
};

/** A test that a rule repeats in several of its branches is told once. */
const distinct = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];

/** A group inside a group of the same kind reads as one. */
const flatten = (kind: "all" | "any", parts: readonly Reason[]): Reason => ({
  kind,
  parts: distinct(parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))),
});

type Test = Extract<BoundCondition, { kind: "test" | "answer" }>;

const describe = (source: ReasonSource, condition: Test, wanted: boolean): TestReason => {
  const { leaf } = condition;
  const definition = source.compiled.law.vocabulary.get(leaf.fact);
  const outcome = outcomeOf(source, condition, wanted);
  const isQuestion = condition.kind === "answer";
  return {
    kind: "test",
    fact: leaf.fact,
    title: isQuestion ? questionTitle(source, leaf) : (definition?.title ?? leaf.fact),
    state: outcome === null ? "missing" : outcome ? "holds" : "fails",
    given: isQuestion ? answerInWords(source, condition) : givenInWords(readFact(source.facts, leaf.fact), definition),
    needed: neededInWords(testOf(leaf), wanted, definition),
  };
};

const questionTitle = ({ compiled }: ReasonSource, leaf: Leaf): string =>
  compiled.law.questions.get(leaf.fact)?.file.title ?? leaf.fact;

const answerInWords = ({ given }: ReasonSource, { question }: Extract<Test, { kind: "answer" }>): string =>
  given.inner.get(question)?.answer ?? "cannot be told yet";
