import { booleanAlgebra, TRUE } from "../diagram/boolean-algebra.ts";
import { allOpen } from "../diagram/fact-space.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { pathTo } from "../diagram/walk.ts";
import { type Cube, diagramOfCube, isTrueThroughout } from "../region/cube.ts";
import type { Landmarks } from "./landmarks.ts";

/** A cube and what of the diagram lies in it, with the questions read having the values that they have. */
type LinkedCube = { readonly cube: Cube; readonly inside: NodeId };

/** Cubes that cover a diagram exactly where the link is true, or part of it when there are `more`. */
export type LinkedCover = { readonly cubes: readonly LinkedCube[]; readonly more: boolean };

/**
 * Covers a diagram over base facts with few cubes that may speak of the questions read too. A cube is as wide as it can be:
 * where the link is false nobody is, so that it may reach there. The same diagram gives the same cubes.
 * @param manager - without a bound: what is made here is limited by the number of cubes.
 */
export const coverLinked = (
  manager: Manager,
  root: NodeId,
  { marks, limit }: { readonly marks: Landmarks; readonly limit: number },
): LinkedCover => {
  const { and, or, not, never } = booleanAlgebra(manager);
  const must = and(root, marks.link);
  const may = or(root, not(marks.link));
  const cubes: LinkedCube[] = [];
  let rest = must;
  while (rest !== never && cubes.length < limit) {
    const cube = widen(manager, may, { marks, seed: somewhereIn(manager, rest, marks) });
    const area = diagramOfCube(manager, marks.space, cube);
    cubes.push({ cube, inside: and(must, area) });
    rest = and(rest, not(area));
  }
  const more = rest !== never;
  return { cubes: more ? cubes : withoutNeedless(manager, cubes), more };
};

const somewhereIn = (manager: Manager, root: NodeId, { space }: Landmarks): Cube => {
  const path = pathTo(manager, root, { values: new Set([TRUE]), open: allOpen(space) }) ?? [];
  return new Map(path.flatMap((cell, level) => (cell === OUTSIDE ? [] : [[level, new Set([cell])] as const])));
};

type Widening = { readonly marks: Landmarks; readonly seed: Cube };

/** Leaves out what tells a reader least, then admits further cells, for as long as the diagram stays true. */
const widen = (manager: Manager, may: NodeId, { marks, seed }: Widening): Cube => {
  let cube = seed;
  const tryCube = (wider: Cube): void => {
    if (isTrueThroughout(manager, may, wider)) cube = wider;
  };
  for (const level of marks.leastTelling) {
    if (cube.has(level)) tryCube(new Map([...cube].filter(([other]) => other !== level)));
  }
  for (const level of marks.leastTelling) {
    for (const cell of itemAt(marks.space.axes, level).cells.keys()) {
      const cells = cube.get(level);
      if (cells !== undefined && !cells.has(cell)) tryCube(new Map([...cube, [level, new Set([...cells, cell])]]));
    }
  }
  return cube;
};

/** Leaves out each cube whose people are all in the others, the last made first. */
const withoutNeedless = (manager: Manager, cubes: readonly LinkedCube[]): readonly LinkedCube[] => {
  const { and, or, not, never } = booleanAlgebra(manager);
  return cubes.toReversed().reduce<readonly LinkedCube[]>((kept, cube) => {
    const others = kept.filter((other) => other !== cube);
    const together = others.map(({ inside }) => inside).reduce(or, never);
    return and(cube.inside, not(together)) === never ? others : kept;
  }, cubes);
};
