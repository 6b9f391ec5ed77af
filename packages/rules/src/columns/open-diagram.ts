import { binary } from "../diagram/apply.ts";
import { extract } from "../diagram/extract.ts";
import { itemAt } from "../diagram/item-at.ts";
import { createManager, makeNode, type Manager, OVERFLOW, terminal } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";
import type { QuestionDiagrams } from "../decide/question-diagrams.ts";
import { type Certainty, certaintyOf, createCertaintyTable } from "./certainty.ts";

/**
 * A grounds diagram in which every test has one more child, after those of the cells: where it leads when the fact is
 * missing. Terminal values are places in `certainties`, or `SURVEYED`.
 */
export type OpenDiagram = {
  readonly table: NodeTable;
  readonly root: NodeId;
  readonly certainties: readonly Certainty[];
};

/** The terminal value of facts that no diagram settles, so that they are surveyed one by one. */
export const SURVEYED = -1;

/** Merges the children of every test into a child for the missing fact; `null` when that takes more than `maxNodes`. */
export const openDiagram = (diagrams: QuestionDiagrams, maxNodes: number): OpenDiagram | null => {
  const manager = createManager(maxNodes);
  const certainties = createCertaintyTable();
  const merge = binary(manager, { combine: certainties.join, idempotent: true });
  const missing = (children: readonly NodeId[]): NodeId => [...new Set(children)].reduce(merge);
  const terminals = diagrams.standings.map((outcome) => certainties.intern(certaintyOf(outcome)));
  const root = withMissingChild(diagrams, { manager, terminals, missing });
  return root === OVERFLOW ? null : extracted(manager, root, certainties.list);
};

/** The same where a missing fact leads to `SURVEYED`: no larger than the diagram as it was, and one more terminal. */
export const diagramOfKnown = (diagrams: QuestionDiagrams): OpenDiagram => {
  const manager = createManager(Number.MAX_SAFE_INTEGER);
  const certainties = createCertaintyTable();
  const surveyed = terminal(manager, SURVEYED);
  const terminals = diagrams.standings.map((outcome) => certainties.intern(certaintyOf(outcome)));
  const root = withMissingChild(diagrams, { manager, terminals, missing: () => surveyed });
  return extracted(manager, root, certainties.list);
};

/** Where nothing is settled by a diagram. */
export const noDiagram = (): OpenDiagram => {
  const manager = createManager(1);
  return { table: manager, root: terminal(manager, SURVEYED), certainties: [] };
};

type Opening = {
  readonly manager: Manager;
  /** By the value of a terminal of the grounds diagram. */
  readonly terminals: readonly number[];
  readonly missing: (children: readonly NodeId[]) => NodeId;
};

const withMissingChild = ({ table, grounds }: QuestionDiagrams, { manager, terminals, missing }: Opening): NodeId => {
  const memo = new Map<NodeId, NodeId>();
  const copy = (node: NodeId): NodeId => {
    const known = memo.get(node);
    if (known !== undefined) return known;
    const made = isTerminal(table, node)
      ? terminal(manager, itemAt(terminals, valueOf(table, node)))
      : copyTest(node, childrenOf(table, node).map(copy));
    memo.set(node, made);
    return made;
  };
  const copyTest = (node: NodeId, children: readonly NodeId[]): NodeId =>
    makeNode(manager, levelOf(table, node), [...children, missing(children)]);
  return copy(grounds);
};

const extracted = (manager: Manager, root: NodeId, certainties: readonly Certainty[]): OpenDiagram => {
  const { table, roots } = extract(manager, [root]);
  return { table, root: itemAt(roots, 0), certainties };
};
