import { OUTSIDE } from "./cell.ts";
import { itemAt } from "./item-at.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "./node-table.ts";
import type { Assignment } from "./restrict.ts";

/** Every node that can be reached from the roots, children before parents. */
export const reachable = (table: NodeTable, roots: readonly NodeId[]): readonly NodeId[] => {
  const seen = new Set<NodeId>();
  const order: NodeId[] = [];
  const visit = (node: NodeId): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const child of childrenOf(table, node)) visit(child);
    order.push(node);
  };
  for (const root of roots) visit(root);
  return order;
};

/** The levels of the facts a reduced diagram depends on, in order: exactly those that can change its value. */
export const support = (table: NodeTable, root: NodeId): readonly number[] => {
  const levels = reachable(table, [root])
    .filter((node) => !isTerminal(table, node))
    .map((node) => levelOf(table, node));
  return [...new Set(levels)].toSorted((left, right) => left - right);
};

/** The values of every terminal that some completion of the known facts reaches, in ascending order. */
export const reachableValues = (table: NodeTable, root: NodeId, assignment: Assignment): readonly number[] => {
  const seen = new Set<NodeId>();
  const values = new Set<number>();
  const visit = (node: NodeId): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (isTerminal(table, node)) values.add(valueOf(table, node));
    else for (const child of openChildren(table, node, assignment)) visit(child);
  };
  visit(root);
  return [...values].toSorted((left, right) => left - right);
};

const openChildren = (table: NodeTable, node: NodeId, assignment: Assignment): readonly NodeId[] => {
  const cell = itemAt(assignment, levelOf(table, node));
  const children = childrenOf(table, node);
  return cell === OUTSIDE ? children : [itemAt(children, cell)];
};

/** The terminal value that a complete assignment leads to. */
export const walk = (table: NodeTable, root: NodeId, assignment: Assignment): number => {
  let node = root;
  while (!isTerminal(table, node)) node = itemAt(childrenOf(table, node), itemAt(assignment, levelOf(table, node)));
  return valueOf(table, node);
};

/** The first path, by cells in order, from the root to a terminal with one of the values; facts off the path stay open. */
export const pathTo = (
  table: NodeTable,
  root: NodeId,
  wanted: { readonly values: ReadonlySet<number>; readonly open: Assignment },
): Assignment | null => {
  const barren = new Set<NodeId>();
  const search = (node: NodeId, path: Assignment): Assignment | null => {
    if (isTerminal(table, node)) return wanted.values.has(valueOf(table, node)) ? path : null;
    if (barren.has(node)) return null;
    const level = levelOf(table, node);
    for (const [cell, child] of childrenOf(table, node).entries()) {
      const found = search(child, path.with(level, cell));
      if (found !== null) return found;
    }
    barren.add(node);
    return null;
  };
  return search(root, wanted.open);
};
