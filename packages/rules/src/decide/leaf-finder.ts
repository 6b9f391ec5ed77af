import { OUTSIDE } from "../diagram/cell.ts";
import { type FactSpace, readFact } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { childrenOf, isTerminal, levelOf, valueOf } from "../diagram/node-table.ts";
import { reachable } from "../diagram/walk.ts";
import type { Ground } from "./determination.ts";
import { generateFinder } from "./generate-finder.ts";
import { type EvaluatedLeaf, type LeafFinder, leafOf } from "./leaf.ts";
import type { Outcome } from "./outcome.ts";
import type { QuestionDiagrams } from "./question-diagrams.ts";

/** What a finder is made from. */
export type FinderSource = {
  readonly space: FactSpace;
  readonly grounds: readonly Ground[];
  readonly diagrams: QuestionDiagrams | null;
};

/** Larger diagrams are walked as tables: their generated code would be slow to compile and no faster to run. */
const MAX_GENERATED_NODES = 4_000;

/**
 * A finder in generated code, made at its first use; a table walk where code generation is barred, and for facts that are
 * not a plain object, whose inherited names must not be taken for facts.
 */
export const leafFinder = (source: FinderSource): LeafFinder => {
  const { diagrams } = source;
  if (diagrams === null) return () => null;
  const walk = tableFinder({ ...source, diagrams });
  let find: LeafFinder | null = null;
  return (facts) => {
    const prototype: unknown = Object.getPrototypeOf(facts);
    if (prototype !== Object.prototype && prototype !== null) return walk(facts);
    find ??= generated({ ...source, diagrams }) ?? walk;
    return find(facts);
  };
};

type DiagramSource = FinderSource & { readonly diagrams: QuestionDiagrams };

const generated = (source: DiagramSource): LeafFinder | null => {
  const { table, grounds } = source.diagrams;
  const isSmall = reachable(table, [grounds]).length <= MAX_GENERATED_NODES;
  return isSmall ? generateFinder(source.diagrams, source.space, leavesOf(source)) : null;
};

/** Walks the table of nodes: the same leaves as generated code, without generating any. */
export const tableFinder = (source: DiagramSource): LeafFinder => {
  const { table, grounds } = source.diagrams;
  const leaves = leavesOf(source);
  return (facts) => {
    let node = grounds;
    while (!isTerminal(table, node)) {
      const axis = itemAt(source.space.axes, levelOf(table, node));
      const cell = axis.cellOf(readFact(facts, axis.definition.name));
      if (cell === OUTSIDE) return null;
      node = itemAt(childrenOf(table, node), cell);
    }
    return itemAt(leaves, valueOf(table, node));
  };
};

/** By the value of a terminal of the grounds diagram. */
const leavesOf = ({ diagrams, grounds }: DiagramSource): readonly (EvaluatedLeaf | null)[] =>
  diagrams.standings.map((outcome: Outcome) =>
    outcome.answer === "conflict"
      ? null
      : leafOf(
          outcome.answer,
          outcome.standing.map((place) => itemAt(grounds, place)),
        ),
  );
