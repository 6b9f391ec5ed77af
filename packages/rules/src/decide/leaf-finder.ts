import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { reachable } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import { cellReader, readCell } from "./cell-reader.ts";
import type { Ground } from "./determination.ts";
import { generateFinder } from "./generate-finder.ts";
import { type EvaluatedLeaf, type LeafFinder, leafOf } from "./leaf.ts";
import type { Outcome } from "./outcome.ts";
import { packTable } from "./packed-table.ts";
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
  let find: LeafFinder | null = null;
  return (facts) => (find ??= finderOf({ ...source, diagrams }))(facts);
};

const finderOf = (source: DiagramSource): LeafFinder => {
  const walk = tableFinder(source);
  return generated(source, walk) ?? walk;
};

/**
 * Whether no name is inherited that could be taken for a fact. The read of a name comes first for the engine's sake: knowing
 * the object's shape, it asks for the prototype at no cost.
 */
const isPlain = (facts: Facts): boolean => {
  if (facts["constructor"] === null) return false;
  const prototype: unknown = Object.getPrototypeOf(facts);
  return prototype === Object.prototype || prototype === null;
};

type DiagramSource = FinderSource & { readonly diagrams: QuestionDiagrams };

const generated = (source: DiagramSource, walk: LeafFinder): LeafFinder | null => {
  const { table, grounds } = source.diagrams;
  const isSmall = reachable(table, [grounds]).length <= MAX_GENERATED_NODES;
  return isSmall ? generateFinder(source.diagrams, source.space, { leaves: leavesOf(source), walk }) : null;
};

/** Walks the table of nodes: the same leaves as generated code, without generating any. */
export const tableFinder = (source: DiagramSource): LeafFinder => {
  const { root, steps } = packTable(source.diagrams.table, source.diagrams.grounds);
  const names = source.space.axes.map(({ definition }) => definition.name);
  const readers = source.space.axes.map(cellReader);
  const leaves = leavesOf(source);
  const walk = (given: Facts): EvaluatedLeaf | null => {
    let step = root;
    while (step >= 0) {
      const level = steps[step] ?? 0;
      const cell = readCell(readers[level] ?? null, given[names[level] ?? ""]);
      if (cell < 0) return null;
      step = steps[step + 1 + cell] ?? 0;
    }
    return leaves[~step] ?? null;
  };
  return (given) => walk(isPlain(given) ? given : ownFacts(given));
};

/** The facts that an object has itself, as a plain object. */
const ownFacts = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts));

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
