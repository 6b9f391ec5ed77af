import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";

/**
 * The part of all combinations of values for which a boolean diagram is true, each value of a fact counted alike. Levels
 * after the space's facts are questions read: for given facts each has one answer, so that their branches are summed.
 */
export const shareOf = (table: NodeTable, root: NodeId, { axes }: FactSpace): number => {
  const shares = new Map<NodeId, number>();
  const visit = (node: NodeId): number => {
    if (isTerminal(table, node)) return valueOf(table, node);
    const known = shares.get(node);
    if (known !== undefined) return known;
    const cells = axes[levelOf(table, node)]?.cells;
    const share = childrenOf(table, node).reduce(
      (sum, child, cell) => sum + (cells === undefined ? 1 : itemAt(cells, cell).share) * visit(child),
      0,
    );
    shares.set(node, share);
    return share;
  };
  return visit(root);
};
