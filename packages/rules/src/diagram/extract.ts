import { invariant } from "@victim-rights/core";
import { childrenOf, levelOf, type NodeId, type NodeTable, valueOf } from "./node-table.ts";
import { reachable } from "./walk.ts";

/** A manager's diagrams without the nodes that only building them needed. */
export type Extract = { readonly table: NodeTable; readonly roots: readonly NodeId[] };

/** Copies the diagrams under the given roots into a table of their own; equal roots stay equal. */
export const extract = (source: NodeTable, roots: readonly NodeId[]): Extract => {
  const kept = reachable(source, roots);
  const ids = new Map(kept.map((node, index) => [node, index]));
  const renumber = (node: NodeId): NodeId => {
    const id = ids.get(node);
    invariant(id !== undefined, `node ${node} is not under the roots`);
    return id;
  };
  const table = {
    levels: kept.map((node) => levelOf(source, node)),
    children: kept.map((node) => childrenOf(source, node).map(renumber)),
    values: kept.map((node) => valueOf(source, node)),
  };
  return { table, roots: roots.map(renumber) };
};
