import { OUTSIDE } from "./cell.ts";
import { itemAt } from "./item-at.ts";
import { makeNode, type Manager, OVERFLOW, terminal } from "./manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "./node-table.ts";

/** What is known of each fact, by level: the index of its cell, or `OUTSIDE` when it is missing. */
export type Assignment = readonly number[];

/** What is left of a diagram of `source` once the known facts are filled in, reduced again, as a diagram of `target`. */
export const restrict = (source: NodeTable, assignment: Assignment, target: Manager): ((node: NodeId) => NodeId) => {
  const memo = new Map<NodeId, NodeId>();
  const fill = (node: NodeId): NodeId => {
    if (node === OVERFLOW) return OVERFLOW;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const made = isTerminal(source, node) ? terminal(target, valueOf(source, node)) : fillTest(node);
    memo.set(node, made);
    return made;
  };
  const fillTest = (node: NodeId): NodeId => {
    const level = levelOf(source, node);
    const cell = itemAt(assignment, level);
    const children = childrenOf(source, node);
    return cell === OUTSIDE ? makeNode(target, level, children.map(fill)) : fill(itemAt(children, cell));
  };
  return fill;
};
