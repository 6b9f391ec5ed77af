import { type Unary, unary } from "../diagram/apply.ts";
import { combine } from "../diagram/combine.ts";
import { type Build, compileAnswer, compileCondition, startBuild } from "../diagram/compile-condition.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { extract } from "../diagram/extract.ts";
import { itemAt } from "../diagram/item-at.ts";
import { OVERFLOW } from "../diagram/manager.ts";
import type { NodeId, NodeTable } from "../diagram/node-table.ts";
import { type Outcome, outcomeOf, type SettledAnswer } from "./outcome.ts";

/** The value of an answer diagram's terminal is the answer's place in this list. */
export const SETTLED_ANSWERS: readonly SettledAnswer[] = ["no", "yes", "conflict"];

/** A question's diagrams over base facts, in one table: each says less than the one before and is no larger. */
export type QuestionDiagrams = {
  readonly table: NodeTable;
  /** Terminal values are places in `outcomes`: which rules hold, and all that follows. */
  readonly holding: NodeId;
  readonly outcomes: readonly Outcome[];
  /** Terminal values are places in `standings`: the answer and the grants that stand. */
  readonly grounds: NodeId;
  readonly standings: readonly Outcome[];
  /** Terminal values are places in `SETTLED_ANSWERS`. */
  readonly answer: NodeId;
};

/** Compiles a question to diagrams; `null` when that takes more nodes than `maxNodes`. */
export const buildDiagrams = (model: QuestionModel, maxNodes: number): QuestionDiagrams | null => {
  const build = startBuild(maxNodes);
  const marks = model.reads.map((inner) => compileAnswer(build, inner).conflict);
  const { root, sets } = combine(build.manager, [
    ...model.rules.map((rule) => compileCondition(build, rule.condition)),
    ...marks,
  ]);
  if (root === OVERFLOW) return null;
  const outcomes = sets.members.map((held) => outcomeOf(model, held));
  const standings = firstOfEach(outcomes, (outcome) => `${outcome.answer} ${outcome.standing.join(",")}`);
  const grounds = renumber(build, (value) => itemAt(standings.places, value))(root);
  const answer = renumber(build, (value) => SETTLED_ANSWERS.indexOf(itemAt(standings.kept, value).answer))(grounds);
  if (grounds === OVERFLOW || answer === OVERFLOW) return null;
  const { table, roots } = extract(build.manager, [root, grounds, answer]);
  return {
    table,
    holding: itemAt(roots, 0),
    outcomes,
    grounds: itemAt(roots, 1),
    standings: standings.kept,
    answer: itemAt(roots, 2),
  };
};

const renumber = (build: Build, change: (value: number) => number): Unary => unary(build.manager, change);

/** Keeps the first item of each key, and says for every item which kept one stands for it. */
const firstOfEach = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly kept: readonly Item[]; readonly places: readonly number[] } => {
  const kept: Item[] = [];
  const placeByKey = new Map<string, number>();
  const places = items.map((item) => {
    const key = keyOf(item);
    const place = placeByKey.get(key) ?? kept.push(item) - 1;
    placeByKey.set(key, place);
    return place;
  });
  return { kept, places };
};
