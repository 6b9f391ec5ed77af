import { type FactSpace, readFact } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { reachable } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import { cellReader, readCell } from "./cell-reader.ts";
import type { Ground } from "./determination.ts";
import { generateFinder } from "./generate-finder.ts";
import { type EvaluatedLeaf, type LeafFinder, leafOf } from "./leaf.ts";
import { once } from "./once.ts";
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
  const walk = once(() => tableFinder({ ...source, diagrams }));
  const find = once(() => generated({ ...source, diagrams }) ?? walk());
  return (facts) => (isPlain(facts) ? find() : walk())(facts);
};

/** Whether no name is inherited that could be taken for a fact. */
const isPlain = (facts: Facts): boolean => {
  const prototype: unknown = Object.getPrototypeOf(facts);
  return prototype === Object.prototype || prototype === null;
};

type DiagramSource = FinderSource & { readonly diagrams: QuestionDiagrams };

const generated = (source: DiagramSource): LeafFinder | null => {
  const { table, grounds } = source.diagrams;
  const isSmall = reachable(table, [grounds]).length <= MAX_GENERATED_NODES;
  return isSmall ? generateFinder(source.diagrams, source.space, leavesOf(source)) : null;
};

/** Walks the table of nodes: the same leaves as generated code, without generating any. */
export const tableFinder = (source: DiagramSource): LeafFinder => {
  const { root, steps } = packTable(source.diagrams.table, source.diagrams.grounds);
  const facts = source.space.axes.map((axis) => ({ name: axis.definition.name, reader: cellReader(axis) }));
  const leaves = leavesOf(source);
  return (given) => {
    const isDirect = isPlain(given);
    let step = root;
    while (step >= 0) {
      const fact = facts[steps[step] ?? 0];
      if (fact === undefined) return null;
      const cell = readCell(fact.reader, isDirect ? given[fact.name] : readFact(given, fact.name));
      if (cell < 0) return null;
      step = steps[step + 1 + cell] ?? 0;
    }
    return leaves[~step] ?? null;
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
