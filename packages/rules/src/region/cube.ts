import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { makeNode, type Manager, terminal } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, type NodeTable, valueOf } from "../diagram/node-table.ts";
import { FALSE, TRUE } from "../diagram/boolean-algebra.ts";

/** Some cells of some facts, by level: every fact named is in one of its cells, and any other may be anything. */
export type Cube = ReadonlyMap<number, ReadonlySet<number>>;

/** Whether a boolean diagram is true for all facts of a cube. */
export const isTrueThroughout = (table: NodeTable, root: NodeId, cube: Cube): boolean => {
  const seen = new Set<NodeId>();
  const visit = (node: NodeId): boolean => {
    if (isTerminal(table, node)) return valueOf(table, node) === TRUE;
    if (seen.has(node)) return true;
    seen.add(node);
    return childrenIn(table, node, cube).every(visit);
  };
  return visit(root);
};

const childrenIn = (table: NodeTable, node: NodeId, cube: Cube): readonly NodeId[] => {
  const cells = cube.get(levelOf(table, node));
  const children = childrenOf(table, node);
  return cells === undefined ? children : children.filter((_, cell) => cells.has(cell));
};

/** The boolean diagram that is true in a cube and nowhere else. */
export const diagramOfCube = (manager: Manager, space: FactSpace, cube: Cube): NodeId => {
  const no = terminal(manager, FALSE);
  const deepestFirst = [...cube].toSorted(([left], [right]) => right - left);
  return deepestFirst.reduce<NodeId>(
    (below, [level, cells]) =>
      makeNode(
        manager,
        level,
        itemAt(space.axes, level).cells.map((_, cell) => (cells.has(cell) ? below : no)),
      ),
    terminal(manager, TRUE),
  );
};

/** The part of all facts that a cube covers, each value of a fact counted alike: the size by which regions are ranked. */
export const shareOfCube = (space: FactSpace, cube: Cube): number =>
  [...cube].reduce((share, [level, cells]) => {
    const all = itemAt(space.axes, level).cells;
    return share * [...cells].reduce((sum, cell) => sum + itemAt(all, cell).share, 0);
  }, 1);
