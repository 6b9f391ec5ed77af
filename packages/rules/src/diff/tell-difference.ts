import { TRUE } from "../diagram/boolean-algebra.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import { allOpen, type FactSpace, factsOf } from "../diagram/fact-space.ts";
import type { Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { pathTo } from "../diagram/walk.ts";
import type { FactValue } from "../facts.ts";
import { type Region, regionOfCube, type RegionTest } from "../region/region.ts";
import { coverLinked } from "./cover-linked.ts";
import { confirmedWitness } from "./confirmed-witness.ts";
import type { Difference } from "./difference.ts";
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
export const tellDifference = ({ head, where }: Draft, telling: Telling): Difference => ({
  ...head,
  about: aboutWhat(where, telling),
  ...regionsWith(where, telling, (facts) => confirmedWitness(head, facts, telling.opened)),
});

type Person = Readonly<Record<string, FactValue>>;
type RegionWith<Witness> = Pick<Region, "tests" | "share"> & { readonly words: string; readonly witness: Witness };
type Covering = Pick<Telling, "space" | "manager" | "marks" | "limit">;

/** The regions of a diagram, largest first, each with what is said of one person in it. */
export const regionsWith = <Witness>(
  where: NodeId,
  covering: Covering,
  witnessOf: (facts: Person) => Witness,
): { readonly regions: readonly RegionWith<Witness>[]; readonly more: boolean } => {
  const { cubes, more } = coverLinked(covering.manager, where, covering);
  const regions = cubes.map(({ cube, inside }) => {
    const { tests } = regionOfCube(covering.marks.space, cube);
    return {
      tests,
      words: tests.length === 0 ? "always" : tests.map(testInWords).join("; "),
      share: shareOf(covering.manager, inside, covering.space),
      witness: witnessOf(personIn(inside, covering)),
    };
  });
  return { regions: regions.toSorted((left, right) => right.share - left.share), more };
};

const testInWords = ({ title, words }: RegionTest): string => `${title}${title.endsWith("?") ? "" : ":"} ${words}`;

/** The first person in order; of facts that do not matter, the first value. */
const personIn = (inside: NodeId, { manager, marks, space }: Covering): Person => {
  const path = pathTo(manager, inside, { values: new Set([TRUE]), open: allOpen(marks.space) }) ?? [];
  return factsOf(
    space,
    path.map((cell) => (cell === OUTSIDE ? 0 : cell)),
  );
};
