import { bindTogether } from "../decide/bind-questions.ts";
import type { SettledAnswer } from "../decide/outcome.ts";
import { type BooleanAlgebra, booleanAlgebra } from "../diagram/boolean-algebra.ts";
import {
  type AnswerDiagrams,
  type Build,
  compileAnswer,
  compileRules,
  startBuild,
} from "../diagram/compile-condition.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Leaf } from "../file/condition.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";
import { onBoth, type OpenSide, type Pair } from "./side.ts";

/** Where each answer of a side is given, and where each of its rules holds and stands, by the rule's place. */
export type SideDiagrams = {
  readonly model: QuestionModel;
  readonly holds: readonly NodeId[];
  readonly stands: readonly NodeId[];
  readonly answers: Readonly<Record<SettledAnswer, NodeId>>;
  /** The answers of the questions read, in the order of the model. */
  readonly reads: readonly AnswerDiagrams[];
};

/** Both sides over the same cells of the same facts, in one manager: equal diagrams are equal numbers. */
export type SharedDiagrams = {
  readonly space: FactSpace;
  readonly manager: Manager;
  readonly algebra: BooleanAlgebra;
  readonly sides: Pair<SideDiagrams>;
};

/** What both sides are compiled over: the facts, further tests to cut their cells by, and how many nodes it may take. */
type SharedRequest = {
  readonly vocabulary: Vocabulary;
  readonly maxNodes: number;
  readonly tests?: readonly Leaf[];
};

/** Compiles both sides in one manager. When it comes back full, what was built is no answer to anything. */
export const sharedDiagrams = (
  { left, right }: Pair<OpenSide>,
  { vocabulary, maxNodes, tests = [] }: SharedRequest,
): SharedDiagrams => {
  const closures = [left, right].map(({ side, closure }) => ({ law: side.law, closure }));
  const { space, models } = bindTogether({ vocabulary, closures, tests });
  const build = startBuild(maxNodes);
  const { manager, algebra } = build;
  // Questions of the same name are two questions: each side remembers its own answers.
  const sides = onBoth({ left: itemAt(models, 0), right: itemAt(models, 1) }, (model) =>
    compileSide({ ...build, answers: new Map() }, model),
  );
  return { space, manager, algebra, sides };
};

const compileSide = (build: Build, model: QuestionModel): SideDiagrams => {
  const { or, not } = build.algebra;
  const { holds, stands } = compileRules(build, model);
  const { yes, conflict } = compileAnswer(build, model);
  return {
    model,
    holds,
    stands,
    answers: { yes, conflict, no: not(or(yes, conflict)) },
    reads: model.reads.map((inner) => compileAnswer(build, inner)),
  };
};

/** What is left to do makes little, once the diagrams are there: it is bounded by the number of regions and of rules. */
export const withoutBound = (shared: SharedDiagrams): SharedDiagrams => {
  const manager = { ...shared.manager, maxNodes: Number.MAX_SAFE_INTEGER };
  return { ...shared, manager, algebra: booleanAlgebra(manager) };
};
