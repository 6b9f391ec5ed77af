import { OUTSIDE } from "../diagram/cell.ts";
import { itemAt } from "../diagram/item-at.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { reachable } from "../diagram/walk.ts";

/**
 * One diagram in one flat list of numbers, for walking it often. A step is a place in `steps`, where the level it tests
 * stands, and after it the step for each cell; below zero it is a terminal, whose value is `~step`.
 */
export type PackedTable = { readonly root: number; readonly steps: Int32Array };

/** What `walkPacked` gives when a fact on the way is missing. */
export const OPEN = -1;

/** How a diagram's facts stand in the record that is walked: the record's level, and for each of its cells the diagram's. */
export type LevelMap = (level: number) => { readonly level: number; readonly cells: readonly number[] };

/** Packs the diagram under a root. Without a map, the record walked has the diagram's own levels and cells. */
export const packTable = (table: NodeTable, root: NodeId, map: LevelMap | null = null): PackedTable => {
  const { roots, steps } = packRoots(table, [root], map);
  return { root: itemAt(roots, 0), steps: Int32Array.from(steps) };
};

/** Packs several diagrams into one list of steps; what they share is there once. */
export const packRoots = (
  table: NodeTable,
  roots: readonly NodeId[],
  map: LevelMap | null = null,
): { readonly roots: readonly number[]; readonly steps: readonly number[] } => {
  const places = new Map<NodeId, number>();
  const steps: number[] = [];
  const placeOf = (node: NodeId): number => places.get(node) ?? ~valueOf(table, node);
  // Children come before parents, so every child has its place by the time it is named.
  for (const node of reachable(table, roots)) {
    if (isTerminal(table, node)) continue;
    const children = childrenOf(table, node);
    const { level, cells } = map?.(levelOf(table, node)) ?? { level: levelOf(table, node), cells: children.keys() };
    places.set(node, steps.length);
    steps.push(level);
    for (const cell of cells) steps.push(placeOf(itemAt(children, cell)));
  }
  return { roots: roots.map(placeOf), steps };
};

/** The value of the terminal that the cells lead to, or `OPEN` when a fact on the way is missing. */
export const walkPacked = ({ root, steps }: PackedTable, cells: Assignment): number => {
  let step = root;
  while (step >= 0) {
    const cell = cells[steps[step] ?? OUTSIDE] ?? OUTSIDE;
    if (cell < 0) return OPEN;
    step = steps[step + 1 + cell] ?? OPEN;
  }
  return ~step;
};
