import { makeNode, type Manager, OVERFLOW, terminal } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";
import type { Binary, Unary } from "../diagram/apply.ts";

/** How a diagram is opened: what its terminals become, and how what two completions give is put together. */
export type Opening = {
  readonly manager: Manager;
  readonly terminalOf: (value: number) => number;
  /** On opened diagrams; what both completions give must not depend on their order. */
  readonly merge: Binary;
};

/**
 * Gives every test one more child, after those of the cells: what the completions of a missing fact give together. One
 * walk through the opened diagram then says what all completions of a row say.
 */
export const openTests = (source: NodeTable, { manager, terminalOf, merge }: Opening): Unary => {
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
    return makeNode(manager, levelOf(source, node), [...children, [...new Set(children)].reduce(merge)]);
  };
  return open;
};
