import type { Binary } from "./apply.ts";
import { makeNode, type Manager, OVERFLOW } from "./manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId } from "./node-table.ts";

/**
 * Removes facts from a diagram: where it tested one of them, the outcomes of all its cells are merged. Merging by `and`
 * gives what holds whatever those facts are.
 */
export const eliminate = (manager: Manager, levels: ReadonlySet<number>, merge: Binary): ((node: NodeId) => NodeId) => {
  const memo = new Map<NodeId, NodeId>();
  const visit = (node: NodeId): NodeId => {
    if (node === OVERFLOW || isTerminal(manager, node)) return node;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const children = childrenOf(manager, node).map(visit);
    const level = levelOf(manager, node);
    const made = levels.has(level)
      ? children.reduce((left, right) => merge(left, right))
      : makeNode(manager, level, children);
    memo.set(node, made);
    return made;
  };
  return visit;
};
