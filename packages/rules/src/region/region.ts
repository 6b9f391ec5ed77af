import type { Cell, CellRange } from "../diagram/cell.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Manager, OVERFLOW } from "../diagram/manager.ts";
import { isTerminal, type NodeId, valueOf } from "../diagram/node-table.ts";
import { FALSE } from "../diagram/boolean-algebra.ts";
import type { FactValue } from "../facts.ts";
import { listInWords, plainName } from "../explain/fact-words.ts";
import { mergeStretches } from "../chart/answer-words.ts";
import type { FactDefinition, FactName } from "../vocabulary/fact-definition.ts";
import { coverOf } from "./cover.ts";
import { type Cube, shareOfCube } from "./cube.ts";

/** One fact of a region: the parts of its domain that belong to it. */
export type RegionTest = {
  readonly fact: FactName;
  readonly title: string;
  readonly ranges: readonly CellRange[];
  /** What the fact is there, in words: `escape or recapture`, `anything but felony`, `18 years or more`. */
  readonly words: string;
};

/** Facts for which one thing is true: all its tests hold, and facts it does not name may be anything. */
export type Region = {
  readonly tests: readonly RegionTest[];
  /** One person in the region, in the facts that it names; facts left out do not matter. */
  readonly witness: Readonly<Record<FactName, FactValue>>;
  /** The part of all combinations of values that it covers, from 0 to 1: for ranking, not a number of people. */
  readonly share: number;
};

/** Regions, largest first. `complete` is false when there are more than were asked for. */
export type Regions = { readonly regions: readonly Region[]; readonly complete: boolean };

/** How many regions a reader is given unless they ask for more. */
const USUAL_REGIONS = 50;

/**
 * Where a boolean diagram is true, as few readable regions that may overlap and together cover exactly that, each with a
 * witness. When the cover outgrows the diagram's manager it is left incomplete; a diagram that overflowed has no regions.
 */
export const regionsOf = (
  manager: Manager,
  root: NodeId,
  { space, limit = USUAL_REGIONS }: { readonly space: FactSpace; readonly limit?: number },
): Regions => {
  const { cubes, rest } = coverOf(manager, root, { space, limit });
  return {
    regions: cubes.map((cube) => regionOfCube(space, cube)),
    complete: rest !== OVERFLOW && isTerminal(manager, rest) && valueOf(manager, rest) === FALSE,
  };
};

/** A cube in the words of its facts. */
export const regionOfCube = (space: FactSpace, cube: Cube): Region => {
  const tests = [...cube].toSorted(([left], [right]) => left - right);
  const chosen = tests.map(([level, cells]) => {
    const { definition, cells: all } = itemAt(space.axes, level);
    return { definition, all, inside: [...cells].toSorted((a, b) => a - b).map((cell) => itemAt(all, cell)) };
  });
  return {
    tests: chosen.map(({ definition, all, inside }) => ({
      fact: definition.name,
      title: definition.title,
      ranges: inside.map(({ range }) => range),
      words: cellsInWords(...stretched(definition, inside, all)),
    })),
    witness: Object.fromEntries(
      chosen.map(({ definition, inside }) => [definition.name, itemAt(inside, 0).sample] as const),
    ),
    share: shareOfCube(space, cube),
  };
};

/** The cells inside and all cells, with neighbouring numbers and days as one stretch. */
const stretched = (
  definition: FactDefinition,
  inside: readonly Cell[],
  all: readonly Cell[],
): readonly [inside: readonly Cell[], all: readonly Cell[]] => {
  const led = mergeStretches(
    definition,
    all.map((cell) => ({ cell, to: inside.includes(cell) })),
  );
  return [led.flatMap(({ cell, to }) => (to ? [cell] : [])), led.map(({ cell }) => cell)];
};

/** Names what is left out when that is shorter, so that a long list of values reads as `anything but …`. */
const cellsInWords = (inside: readonly Cell[], all: readonly Cell[]): string => {
  const outside = all.filter((cell) => !inside.includes(cell));
  const isLong = inside.some(({ range }) => range.kind === "values" && range.others) || inside.length > outside.length;
  const isNamed = outside.every(({ range }) => range.kind === "values" && !range.others);
  if (outside.length > 0 && isLong && isNamed) return `anything but ${someInWords(outside, "and")}`;
  return someInWords(inside, "or");
};

/** How many values a line names before it counts the rest; `ranges` names them all. */
const MOST_NAMED = 8;

const someInWords = (cells: readonly Cell[], joint: "and" | "or"): string => {
  const names = cells.map(cellInWords);
  if (names.length <= MOST_NAMED) return listInWords(names);
  const named = names.slice(0, MOST_NAMED - 2);
  return listInWords([...named, `${names.length - named.length} more that rules name`], joint);
};

const cellInWords = ({ range, label }: Cell): string =>
  range.kind === "values" && !range.others ? plainName(label) : label;

/** A region as one line: `kind of event: escape or recapture; request in writing: yes`. */
export const regionInWords = (region: Region): string =>
  region.tests.length === 0 ? "always" : region.tests.map(({ title, words }) => `${title}: ${words}`).join("; ");
