import { itemAt } from "./item-at.ts";
import { childrenOf, levelOf, type NodeId, type NodeTable, valueOf } from "./node-table.ts";
import { support } from "./walk.ts";
import { type Word, wordOf } from "./word.ts";

/**
 * A diagram as a chain of look-up tables, one per word of packed facts. From a place in the chain, `tables[i][place +
 * word]` is the next place; the last table gives the terminal's value, and `start` is that value when there is no table.
 */
export type TableChain = {
  readonly words: readonly Word[];
  readonly tables: readonly Int32Array[];
  readonly start: number;
};

/** How large one table may grow before its word takes no further fact: small enough to stay in a processor's cache. */
const MAX_ENTRIES = 2 ** 16;

type Diagram = { readonly table: NodeTable; readonly root: NodeId };

/**
 * Cuts a diagram into words of neighbouring facts, and writes out where each word leads from each node between two words.
 * @param arities - how many children a test of each level has.
 */
export const tableChain = (
  { table, root }: Diagram,
  arities: readonly number[],
  maxEntries = MAX_ENTRIES,
): TableChain => {
  const facts = support(table, root).map((level) => ({ level, arity: itemAt(arities, level) }));
  const links: Link[] = [];
  let nodes: readonly NodeId[] = [root];
  for (let first = 0; first < facts.length;) {
    const word = wordOf(facts.slice(first), Math.floor(maxEntries / nodes.length));
    const ends = endsOf(table, nodes, word);
    links.push({ word, ends });
    nodes = [...new Set(ends)];
    first += word.facts.length;
  }
  return {
    words: links.map(({ word }) => word),
    tables: links.map(({ ends }, place) => linked(table, ends, links[place + 1]?.word ?? null)),
    start: facts.length === 0 ? valueOf(table, root) : 0,
  };
};

/** A word, and the node each of its values leads to from each node before it. */
type Link = { readonly word: Word; readonly ends: readonly NodeId[] };

const endsOf = (table: NodeTable, nodes: readonly NodeId[], word: Word): readonly NodeId[] =>
  nodes.flatMap((node) => endsFrom(table, node, word));

/** By the value of the word: fact by fact, what was reached so far is repeated once for each cell of the fact. */
const endsFrom = (table: NodeTable, node: NodeId, { facts }: Word): readonly NodeId[] => {
  let ends: readonly NodeId[] = [node];
  for (const { level, arity } of facts) {
    const next: NodeId[] = [];
    for (let cell = 0; cell < arity; cell += 1)
      for (const end of ends) next.push(levelOf(table, end) === level ? itemAt(childrenOf(table, end), cell) : end);
    ends = next;
  }
  return ends;
};

/** Nodes as places: where their part of the next table begins, or their value when there is none. */
const linked = (table: NodeTable, ends: readonly NodeId[], next: Word | null): Int32Array => {
  const nodes = [...new Set(ends)];
  const places = new Map(nodes.map((node, place) => [node, next === null ? valueOf(table, node) : place * next.width]));
  return Int32Array.from(ends, (node) => places.get(node) ?? 0);
};
