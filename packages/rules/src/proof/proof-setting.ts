import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { bindTogether } from "../decide/bind-questions.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { CompileError } from "../decide/errors.ts";
import { type Closure, questionClosure } from "../decide/question-closure.ts";
import {
  type AnswerDiagrams,
  type Build,
  compileAnswer,
  compileRules,
  startBuild,
} from "../diagram/compile-condition.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { isFull } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { TooLarge } from "../analyze/analysis-report.ts";
import type { Leaf } from "../file/condition.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";

/** How a proof reads the law. */
export type ProofOptions = {
  /** The day whose law is read. */
  readonly asOf: LocalDate;
  /** Rules turned on that are off by default, besides those that a property turns on. */
  readonly enable?: readonly RuleId[];
  /** How many diagram nodes a proof may take; 500,000 when not given. */
  readonly maxNodes?: number;
};

const DEFAULT_MAX_NODES = 500_000;

/** What a proof reads of a law: one question, further questions whose answers it names, and tests that cut facts finer. */
export type ProofSubject = {
  readonly question: QuestionId;
  readonly enable?: readonly RuleId[] | undefined;
  readonly questions?: readonly QuestionId[];
  readonly tests?: readonly Leaf[];
};

/** A question's diagrams, and those of the further questions, over one space in one manager. */
export type ProofSetting = {
  readonly compiled: CompiledQuestion;
  readonly space: FactSpace;
  readonly build: Build;
  readonly answer: AnswerDiagrams;
  /** By rule, where it is among the grounds unless rules conflict there. */
  readonly stands: ReadonlyMap<RuleId, NodeId>;
  /** By further question, where its answer is yes. */
  readonly yes: ReadonlyMap<QuestionId, NodeId>;
  /** `null` while what was built can be relied on. */
  readonly tooLarge: () => TooLarge | null;
};

/** Opens a question of a law for a proof. */
export const proofSetting = (
  law: Law,
  subject: ProofSubject,
  options: ProofOptions,
): Result.Result<ProofSetting, CompileError> =>
  Result.gen(function* () {
    const enable = [...new Set([...(options.enable ?? []), ...(subject.enable ?? [])])];
    const compiled = yield* compileQuestion(law, subject.question, { asOf: options.asOf, enable });
    const choice = { asOf: options.asOf, enable: new Set(enable) };
    const closures: Closure[] = [];
    for (const question of [subject.question, ...(subject.questions ?? [])])
      closures.push(yield* questionClosure(law, question, choice));
    return openSetting(compiled, { ...subject, closures, maxNodes: options.maxNodes ?? DEFAULT_MAX_NODES });
  });

type Opening = ProofSubject & { readonly closures: readonly Closure[]; readonly maxNodes: number };

const openSetting = (
  compiled: CompiledQuestion,
  { closures, questions = [], tests = [], maxNodes }: Opening,
): ProofSetting => {
  const { law } = compiled;
  const { space, models } = bindTogether({
    vocabulary: law.vocabulary,
    closures: closures.map((closure) => ({ law, closure })),
    tests,
  });
  const [model, ...others] = models;
  const build = startBuild(maxNodes);
  const asked = model ?? itemAt(models, 0);
  const { stands } = compileRules(build, asked);
  return {
    compiled,
    space,
    build,
    answer: compileAnswer(build, asked),
    stands: new Map(asked.rules.map(({ rule }, place) => [rule.id, itemAt(stands, place)])),
    yes: new Map(questions.map((question, place) => [question, compileAnswer(build, itemAt(others, place)).yes])),
    tooLarge: () =>
      isFull(build.manager) ? { factOrder: space.axes.map(({ definition }) => definition.name), maxNodes } : null,
  };
};
