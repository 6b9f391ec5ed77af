import { TRUE } from "../diagram/boolean-algebra.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import { allOpen, type FactSpace, factsOf } from "../diagram/fact-space.ts";
import type { Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { pathTo } from "../diagram/walk.ts";
import type { FactValue } from "../facts.ts";
import { regionOfCube, type RegionTest } from "../region/region.ts";
import { coverLinked, type LinkedCube } from "./cover-linked.ts";
import { confirmedWitness } from "./confirmed-witness.ts";
import type { Difference, DifferenceHead, DifferenceRegion } from "./difference.ts";
import type { Draft } from "./draft.ts";
import type { Landmarks } from "./landmarks.ts";
import { aboutWhat, type Pivot } from "./pivot.ts";
import { shareOf } from "./share-of.ts";
import type { OpenSide, Pair } from "./side.ts";

/** What telling a difference takes: the facts, the manager without a bound, both sides to ask, and how many regions to give. */
export type Telling = {
  readonly space: FactSpace;
  readonly manager: Manager;
  readonly marks: Landmarks;
  readonly pivot: Pivot | null;
  readonly opened: Pair<OpenSide>;
  readonly limit: number;
};

/** A difference in words, each region with a person for whom `decide` confirms it on both sides. */
export const tellDifference = ({ head, where }: Draft, telling: Telling): Difference => {
  const { cubes, more } = coverLinked(telling.manager, where, telling);
  const regions = cubes.map((cube) => regionOf(cube, head, telling));
  const about = aboutWhat(where, telling);
  return { ...head, about, regions: regions.toSorted((left, right) => right.share - left.share), more };
};

const regionOf = ({ cube, inside }: LinkedCube, head: DifferenceHead, telling: Telling): DifferenceRegion => {
  const { tests } = regionOfCube(telling.marks.space, cube);
  return {
    tests,
    words: tests.length === 0 ? "always" : tests.map(testInWords).join("; "),
    share: shareOf(telling.manager, inside, telling.space),
    witness: confirmedWitness(head, personIn(inside, telling), telling.opened),
  };
};

const testInWords = ({ title, words }: RegionTest): string => `${title}${title.endsWith("?") ? "" : ":"} ${words}`;

/** The first person in order; of facts that do not matter, the first value. */
const personIn = (inside: NodeId, { manager, marks, space }: Telling): Readonly<Record<string, FactValue>> => {
  const path = pathTo(manager, inside, { values: new Set([TRUE]), open: allOpen(marks.space) }) ?? [];
  return factsOf(
    space,
    path.map((cell) => (cell === OUTSIDE ? 0 : cell)),
  );
};
