import type { Cell, CellRange } from "../diagram/cell.ts";
import { cutDomain } from "../diagram/cells.ts";
import type { FactTest } from "../diagram/fact-test.ts";
import { plainName } from "../explain/fact-words.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** Cells of one fact that lead to the same place. */
export type Branch<Place> = { readonly to: Place; readonly cells: readonly Cell[] };

/**
 * Gathers a node's cells by where they lead, in the order a reader looks for them: yes before no, and last the cell that
 * holds every value no rule names. Neighbouring numbers and days become one stretch.
 */
export const branchesOf = <Place>(
  definition: FactDefinition,
  cells: readonly Cell[],
  places: readonly Place[],
): readonly Branch<Place>[] => {
  const led = cells.flatMap((cell, at) => {
    const to = places[at];
    return to === undefined ? [] : [{ to, cell }];
  });
  const branches = [...Map.groupBy(mergeStretches(definition, led), ({ to }) => to)].map(([to, group]) => ({
    to,
    cells: group.map(({ cell }) => cell),
  }));
  if (definition.type === "boolean") return branches.toReversed();
  return [...branches.filter((branch) => !hasOthers(branch)), ...branches.filter(hasOthers)];
};

/** A cell of a fact and where it leads. */
export type Led<Place> = { readonly to: Place; readonly cell: Cell };

/** Cuts a domain of numbers or days again, only where the place changes. */
export const mergeStretches = <Place>(
  definition: FactDefinition,
  led: readonly Led<Place>[],
): readonly Led<Place>[] => {
  if (definition.type !== "integer" && definition.type !== "date") return led;
  const starts = led.filter(({ to }, at) => at === 0 || led[at - 1]?.to !== to);
  const tests = starts.map(({ cell: { range } }): FactTest => ({
    operator: "greaterThanInclusive",
    values: range.kind === "integers" || range.kind === "dates" ? [range.from] : [],
  }));
  const { cells } = cutDomain(definition, tests);
  return starts.flatMap(({ to }, at) => {
    const cell = cells[at];
    return cell === undefined ? [] : [{ to, cell }];
  });
};

/** A single value that no rule names is told by its name. */
const isOthers = (range: CellRange): boolean => range.kind === "values" && range.others && range.values.length > 1;

const hasOthers = ({ cells }: Pick<Branch<unknown>, "cells">): boolean => cells.some(({ range }) => isOthers(range));

/** The values of a branch one by one, in words; the values that no rule names are listed too. */
export const valuesInWords = ({ cells }: Pick<Branch<unknown>, "cells">): readonly string[] =>
  cells.flatMap(({ range, label }) => (range.kind === "values" ? range.values.map(plainName) : [label]));

/** Which branch of a node takes `any other`: the one with the values that no rule names, else the longest when it is long. */
export const anyOther = (branches: readonly Branch<unknown>[]): number => {
  const others = branches.findIndex(hasOthers);
  if (others !== -1) return others;
  const lengths = branches.map((branch) => valuesInWords(branch).length);
  const longest = Math.max(...lengths);
  return longest > MOST_NAMED ? lengths.indexOf(longest) : -1;
};

/** How many values an edge names before it counts the rest. */
export const MOST_NAMED = 4;
