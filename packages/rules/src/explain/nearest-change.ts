import { booleanAlgebra, FALSE, TRUE } from "../diagram/boolean-algebra.ts";
import { unary } from "../diagram/apply.ts";
import { type Cell, OUTSIDE } from "../diagram/cell.ts";
import { eliminate } from "../diagram/eliminate.ts";
import { allOpen, assignmentOf, readFact } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, valueOf } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { openAnswer } from "../decide/open-answer.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import type { Facts } from "../facts.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import type { Change } from "./explanation.ts";
import { givenInWords, plainName } from "./fact-words.ts";

/**
 * The fewest known facts that would have to be otherwise for the answer to be `target` whatever the missing facts are.
 * Of several smallest changes, the one that leaves the facts tested first as they are. `null` when no change would do.
 */
export const nearestChange = (
  compiled: CompiledQuestion,
  facts: Facts,
  target: "yes" | "no",
): readonly Change[] | null => {
  const { space } = compiled;
  const answer = openAnswer(compiled, allOpen(space));
  if (answer === null) return null;
  const { manager } = answer;
  const known = assignmentOf(space, facts);
  const missing = new Set(known.flatMap((cell, level) => (cell === OUTSIDE ? [level] : [])));
  const reached = unary(manager, (value) => (SETTLED_ANSWERS[value] === target ? TRUE : FALSE))(answer.root);
  const steps = cheapestPath(manager, eliminate(manager, missing, booleanAlgebra(manager).and)(reached), known);
  return (
    steps?.map(({ level, cell }) =>
      changeOf(itemAt(space.axes, level).definition, facts, itemAt(itemAt(space.axes, level).cells, cell)),
    ) ?? null
  );
};

/** One fact moved to another cell. */
type Step = { readonly level: number; readonly cell: number };

/** The path to the true terminal that leaves the most facts in their cells; `null` when there is none. */
const cheapestPath = (manager: Manager, root: NodeId, known: Assignment): readonly Step[] | null => {
  const memo = new Map<NodeId, readonly Step[] | null>();
  const best = (node: NodeId): readonly Step[] | null => {
    if (isTerminal(manager, node)) return valueOf(manager, node) === TRUE ? [] : null;
    const seen = memo.get(node);
    if (seen !== undefined) return seen;
    const found = shortest(routesFrom(manager, node, known).map(({ child, steps }) => withSteps(steps, best(child))));
    memo.set(node, found);
    return found;
  };
  return best(root);
};

type Route = { readonly child: NodeId; readonly steps: readonly Step[] };

/** The known cell first, so that a tie leaves the fact as it is. */
const routesFrom = (manager: Manager, node: NodeId, known: Assignment): readonly Route[] => {
  const level = levelOf(manager, node);
  const stay = itemAt(known, level);
  const routes = childrenOf(manager, node).map((child, cell) => ({
    child,
    steps: cell === stay ? [] : [{ level, cell }],
  }));
  return routes.toSorted((left, right) => left.steps.length - right.steps.length);
};

const withSteps = (steps: readonly Step[], rest: readonly Step[] | null): readonly Step[] | null =>
  rest === null ? null : [...steps, ...rest];

const shortest = (paths: readonly (readonly Step[] | null)[]): readonly Step[] | null =>
  paths.reduce((best, path) => (path !== null && (best === null || path.length < best.length) ? path : best), null);

const changeOf = (definition: FactDefinition, facts: Facts, cell: Cell): Change => ({
  fact: definition.name,
  title: definition.title,
  from: givenInWords(readFact(facts, definition.name), definition),
  to: cell.range.kind === "values" ? plainName(cell.label) : cell.label,
});
