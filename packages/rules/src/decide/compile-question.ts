import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { itemAt } from "../diagram/item-at.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { PackUnsigned } from "../pack/errors.ts";
import { packOf } from "../pack/pack-seal.ts";
import { type FactCheck, factCheck } from "./check-facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { contentHash } from "../content-hash.ts";
import { type CompileError, UnknownEnabledRule, UnknownQuestion } from "./errors.ts";
import { factDoor, type FactDoor } from "./fact-record.ts";
import { groundOf } from "./ground.ts";
import { leafFinder } from "./leaf-finder.ts";
import { once } from "./once.ts";
import { type Closure, questionClosure, questionsRead } from "./question-closure.ts";
import { buildDiagrams } from "./question-diagrams.ts";
import { bindQuestion } from "./question-model.ts";
import type { RuleChoice } from "./select-rules.ts";

/** How a question is compiled. */
export type CompileOptions = {
  /** The day whose law is read. */
  readonly asOf: LocalDate;
  /** Rules that are off by default (recalled law, and policy) and decide here all the same, in any question of the law. */
  readonly enable?: readonly RuleId[];
  /** How many diagram nodes a compilation may make before it falls back to plain evaluation; 50,000 when not given. */
  readonly maxNodes?: number;
  /** Refuses a law that was not loaded from a signed pack. */
  readonly requireSigned?: boolean;
};

const DEFAULT_MAX_NODES = 50_000;

/**
 * Compiles one question of a law, as it stood on a day, into a decision diagram over base facts; the questions it reads as
 * facts are compiled into it. The order of rules in a file changes nothing.
 * @errors `PackUnsigned` when a signed pack is required; `UnknownQuestion`, `UnknownEnabledRule`, `QuestionCycle`, in that order.
 */
export const compileQuestion = (
  law: Law,
  question: QuestionId,
  options: CompileOptions,
): Result.Result<CompiledQuestion, CompileError> => {
  if (options.requireSigned === true && packOf(law) === null)
    return Result.fail(new PackUnsigned({ jurisdiction: law.id }));
  if (!law.questions.has(question))
    return Result.fail(new UnknownQuestion({ question, readBy: null, known: [...law.questions.keys()].toSorted() }));
  const unknown = unknownRules(law, options.enable ?? []);
  if (unknown.length > 0) return Result.fail(new UnknownEnabledRule({ rules: unknown }));
  const choice = { asOf: options.asOf, enable: new Set(options.enable) };
  return Result.map(questionClosure(law, question, choice), (closure) =>
    compileClosure(closure, { law, choice, check: factCheck(law), maxNodes: options.maxNodes ?? DEFAULT_MAX_NODES }),
  );
};

const unknownRules = (law: Law, enable: readonly RuleId[]): readonly RuleId[] => {
  const known = new Set([...law.questions.values()].flatMap(({ file }) => file.rules.map((rule) => rule.id)));
  return enable.filter((id) => !known.has(id)).toSorted();
};

type Setting = { readonly law: Law; readonly choice: RuleChoice; readonly check: FactCheck; readonly maxNodes: number };

const compileClosure = (closure: Closure, setting: Setting): CompiledQuestion => {
  const { law, choice, maxNodes } = setting;
  const asked = itemAt(closure, closure.length - 1);
  const { space, model } = bindQuestion(law, closure);
  const diagrams = buildDiagrams(model, maxNodes);
  const grounds = model.rules.map(({ rule }) => groundOf(rule));
  return {
    law,
    question: asked.question,
    asOf: choice.asOf,
    edition: asked.file.edition,
    ruleHash: ruleHashOf(closure),
    enabled: enabledIn(closure, choice),
    leftOut: asked.leftOut,
    space,
    model,
    check: setting.check,
    read: lazily(() => factDoor(law, space, setting.check)),
    grounds,
    within: model.reads.map(({ question }) => compileClosure(closureOf(question, closure, law), setting)),
    diagrams,
    engine: diagrams === null ? "plain" : "diagram",
    leafFor: leafFinder({ space, grounds, diagrams }),
  };
};

/** A question that is compiled and never decided pays nothing for its door. */
const lazily = (make: () => FactDoor): FactDoor => {
  const door = once(make);
  return (facts) => door()(facts);
};

/** A question read, with the questions it reads in turn. */
const closureOf = (question: QuestionId, closure: Closure, law: Law): Closure => {
  const reached = new Set([question]);
  for (const selection of closure.toReversed()) {
    if (reached.has(selection.question)) for (const inner of questionsRead(selection, law)) reached.add(inner);
  }
  return closure.filter((selection) => reached.has(selection.question));
};

const ruleHashOf = (closure: Closure): string =>
  contentHash(Object.fromEntries(closure.map(({ question, hash }) => [question, hash])));

const enabledIn = (closure: Closure, { enable }: RuleChoice): readonly RuleId[] =>
  closure
    .flatMap(({ rules }) => rules.filter((rule) => offByDefault(rule) !== null && enable.has(rule.id)))
    .map((rule) => rule.id)
    .toSorted();
