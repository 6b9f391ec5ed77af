import { FALSE } from "../diagram/boolean-algebra.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, valueOf } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";

/** Cells that make a diagram true, with what it takes to come there from other cells. */
export type NearestCells = { readonly cells: Assignment; readonly cost: number };

/** A fact that is changed weighs more than one that is added. */
const CHANGED = 4;
const ADDED = 1;

/** The cells nearest to the given ones that make a boolean diagram true; `null` when it never is. Facts that do not matter to it stay as they are. */
export const nearestCells = (
  { manager, root }: { readonly manager: Manager; readonly root: NodeId },
  from: Assignment,
): NearestCells | null => {
  const costs = costsToTrue(manager, from);
  const cost = costs(root);
  if (cost === Number.POSITIVE_INFINITY) return null;
  let cells = from;
  let node = root;
  while (!isTerminal(manager, node)) {
    const level = levelOf(manager, node);
    const known = itemAt(from, level);
    const children = childrenOf(manager, node);
    const totals = children.map((child, cell) => stepCost(known, cell) + costs(child));
    const best = totals.indexOf(Math.min(...totals));
    cells = cells.with(level, best);
    node = itemAt(children, best);
  }
  return { cells, cost };
};

const stepCost = (known: number, cell: number): number => (known === OUTSIDE ? ADDED : known === cell ? 0 : CHANGED);

const costsToTrue = (manager: Manager, from: Assignment): ((node: NodeId) => number) => {
  const memo = new Map<NodeId, number>();
  const costOf = (node: NodeId): number => {
    if (isTerminal(manager, node)) return valueOf(manager, node) === FALSE ? Number.POSITIVE_INFINITY : 0;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const cell = itemAt(from, levelOf(manager, node));
    const cost = Math.min(...childrenOf(manager, node).map((child, at) => stepCost(cell, at) + costOf(child)));
    memo.set(node, cost);
    return cost;
  };
  return costOf;
};
