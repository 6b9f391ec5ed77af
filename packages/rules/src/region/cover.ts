import { booleanAlgebra, FALSE } from "../diagram/boolean-algebra.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Manager, OVERFLOW } from "../diagram/manager.ts";
import { childrenOf, isTerminal, levelOf, type NodeId, valueOf } from "../diagram/node-table.ts";
import { type Cube, diagramOfCube, isTrueThroughout, shareOfCube } from "./cube.ts";

/**
 * A boolean diagram as cubes, largest first. `rest` is what they leave uncovered: the never-true terminal when nothing, and
 * `OVERFLOW` when working that out outgrew the manager; the cubes lie inside the diagram all the same.
 */
export type Cover = { readonly cubes: readonly Cube[]; readonly rest: NodeId };

/**
 * Covers where a boolean diagram is true with few cubes: each as large as it can be made without leaving the diagram, none
 * that the others make needless. At most `limit` cubes are made. The same diagram gives the same cubes.
 */
export const coverOf = (
  manager: Manager,
  root: NodeId,
  { space, limit }: { readonly space: FactSpace; readonly limit: number },
): Cover => {
  const { and, not, never } = booleanAlgebra(manager);
  const cubes: Cube[] = [];
  let rest = root;
  while (rest !== never && rest !== OVERFLOW && cubes.length < limit) {
    const cube = widen(manager, root, { space, seed: shortestPath(manager, rest) });
    cubes.push(cube);
    rest = and(rest, not(diagramOfCube(manager, space, cube)));
  }
  const needed = rest === never ? withoutNeedless(manager, space, cubes) : cubes;
  return { cubes: needed.toSorted((left, right) => shareOfCube(space, right) - shareOfCube(space, left)), rest };
};

/** The cells along a path with the fewest tests to where the diagram is true. */
const shortestPath = (manager: Manager, root: NodeId): Cube => {
  const lengths = new Map<NodeId, number>();
  const lengthOf = (node: NodeId): number => {
    if (isTerminal(manager, node)) return valueOf(manager, node) === FALSE ? Number.POSITIVE_INFINITY : 0;
    const known = lengths.get(node);
    if (known !== undefined) return known;
    const length = 1 + Math.min(...childrenOf(manager, node).map(lengthOf));
    lengths.set(node, length);
    return length;
  };
  const path = new Map<number, ReadonlySet<number>>();
  let node = root;
  while (!isTerminal(manager, node)) {
    const children = childrenOf(manager, node);
    const lengthsBelow = children.map(lengthOf);
    const nearest = itemAt(children, lengthsBelow.indexOf(Math.min(...lengthsBelow)));
    path.set(levelOf(manager, node), new Set(children.flatMap((child, cell) => (child === nearest ? [cell] : []))));
    node = nearest;
  }
  return path;
};

type Widening = { readonly space: FactSpace; readonly seed: Cube };

/** Drops facts from the last tested to the first, then admits further cells, for as long as the diagram stays true. */
const widen = (manager: Manager, root: NodeId, { space, seed }: Widening): Cube => {
  let cube = seed;
  const tryCube = (wider: Cube): void => {
    if (isTrueThroughout(manager, root, wider)) cube = wider;
  };
  const levels = [...seed.keys()].toSorted((left, right) => right - left);
  for (const level of levels) tryCube(new Map([...cube].filter(([other]) => other !== level)));
  for (const level of levels) {
    for (const cell of itemAt(space.axes, level).cells.keys()) {
      const cells = cube.get(level);
      if (cells !== undefined && !cells.has(cell)) tryCube(new Map([...cube, [level, new Set([...cells, cell])]]));
    }
  }
  return cube;
};

/** Leaves out each cube that the others cover together, the smallest first. */
const withoutNeedless = (manager: Manager, space: FactSpace, cubes: readonly Cube[]): readonly Cube[] => {
  const { or, never } = booleanAlgebra(manager);
  const smallestFirst = cubes.toSorted((left, right) => shareOfCube(space, left) - shareOfCube(space, right));
  return smallestFirst.reduce<readonly Cube[]>((kept, cube) => {
    const others = kept.filter((other) => other !== cube);
    const together = others.map((other) => diagramOfCube(manager, space, other)).reduce(or, never);
    return together !== OVERFLOW && isTrueThroughout(manager, together, cube) ? others : kept;
  }, cubes);
};
