import { binary } from "../diagram/apply.ts";
import { booleanAlgebra } from "../diagram/boolean-algebra.ts";
import { createManager, type Manager, OVERFLOW } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { openTests, together } from "../diagram/open-tests.ts";
import { type TableChain, tableChain } from "../diagram/table-chain.ts";
import { support } from "../diagram/walk.ts";
import { type ColumnOutcome, outcomeOfCertainty } from "../columns/column-outcome.ts";
import { openGrounds } from "../columns/open-diagram.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { QuestionDiagrams } from "../decide/question-diagrams.ts";
import { answerDependsOn } from "./answer-depends.ts";

/** A question as chains of look-up tables, each walked once per row, with missing facts as one cell more. */
export type QuestionChains = {
  /** Which answers some completion gives: one bit each, by its place in `SETTLED_ANSWERS`. */
  readonly answers: TableChain;
  /** The place in `outcomes`. */
  readonly outcome: TableChain;
  readonly outcomes: readonly ColumnOutcome[];
  /** By level of each fact that can change the answer: 1 where some completion of the other facts turns on it, else 0. */
  readonly matters: ReadonlyMap<number, TableChain>;
};

/** How many entries a table may have before its facts are looked up one by one: a long text is slow to look into. */
const MAX_ENTRIES = 64;

/** `null` when the opened diagrams take more than `maxNodes` in all. */
export const questionChains = (
  { space, grounds }: CompiledQuestion,
  diagrams: QuestionDiagrams,
  maxNodes: number,
): QuestionChains | null => {
  const manager = createManager(maxNodes);
  const arities = space.axes.map((axis) => axis.cells.length + 1);
  const chainOf = (root: NodeId): TableChain => tableChain({ table: manager, root }, arities, MAX_ENTRIES);
  const { root: outcome, certainties } = openGrounds(diagrams, manager);
  const answers = openAnswers(diagrams, manager);
  const dependsOn = answerDependsOn(diagrams, space, manager);
  const mayMatter = openBoolean(manager);
  const matters = support(diagrams.table, diagrams.answer).map((level): readonly [number, NodeId] => [
    level,
    mayMatter(dependsOn(level)),
  ]);
  if ([outcome, answers, ...matters.map(([, root]) => root)].includes(OVERFLOW)) return null;
  return {
    answers: chainOf(answers),
    outcome: chainOf(outcome),
    outcomes: certainties.map((certainty) => outcomeOfCertainty(certainty, grounds)),
    matters: new Map(matters.map(([level, root]) => [level, chainOf(root)])),
  };
};

const openAnswers = ({ table, answer }: QuestionDiagrams, manager: Manager): NodeId => {
  const merge = binary(manager, { combine: (left, right) => left | right, idempotent: true });
  return openTests(table, { manager, terminalOf: (value) => 1 << value, missing: together(merge) })(answer);
};

const openBoolean = (manager: Manager): ((root: NodeId) => NodeId) =>
  openTests(manager, { manager, terminalOf: (value) => value, missing: together(booleanAlgebra(manager).or) });
