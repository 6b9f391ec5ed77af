import type { Binary, Unary } from "./apply.ts";
import { makeNode, type Manager, OVERFLOW, terminal } from "./manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "./node-table.ts";

/** How a diagram is opened: what its terminals become, and where a test leads when its fact is missing. */
export type Opening = {
  readonly manager: Manager;
  readonly terminalOf: (value: number) => number;
  /** By the opened children of a test, each once. */
  readonly missing: (children: readonly NodeId[]) => NodeId;
};

/**
 * Gives every test one more child, after those of the cells, for a missing fact. One walk through the opened diagram then
 * says what all completions of a row say.
 */
export const openTests = (source: NodeTable, { manager, terminalOf, missing }: Opening): Unary => {
  const memo = new Map<NodeId, NodeId>();
  const open = (node: NodeId): NodeId => {
    if (node === OVERFLOW) return OVERFLOW;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const made = isTerminal(source, node) ? terminal(manager, terminalOf(valueOf(source, node))) : openTest(node);
    memo.set(node, made);
    return made;
  };
  const openTest = (node: NodeId): NodeId => {
    const children = childrenOf(source, node).map(open);
    return makeNode(manager, levelOf(source, node), [...children, missing([...new Set(children)])]);
  };
  return open;
};

/** A missing fact leads to what its completions give together, whatever their order. */
export const together =
  (merge: Binary): Opening["missing"] =>
  (children) =>
    children.reduce(merge);
