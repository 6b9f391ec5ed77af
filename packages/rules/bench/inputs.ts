import type { Axis } from "../src/diagram/cell.ts";
import type { FactSpace } from "../src/diagram/fact-space.ts";
import type { FactValue } from "../src/facts.ts";
import type { CompleteFacts } from "../src/reference/reference-holds.ts";
import type { FactDefinition } from "../src/vocabulary/fact-definition.ts";

/** Deterministic uniform numbers in [0, 1): mulberry32. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Complete facts of one shape, as a store would hand them over: the same keys in the same order every time. */
export const randomInputs = (space: FactSpace, count: number): readonly CompleteFacts[] => {
  const random = seededRandom(20_261_122);
  const axes = [...space.axes].sort((left, right) => (left.definition.name < right.definition.name ? -1 : 1));
  return Array.from({ length: count }, () =>
    Object.fromEntries(axes.map((axis) => [axis.definition.name, randomValue(axis, random)])),
  );
};

const pick = <Item>(items: readonly Item[], random: () => number, fallback: Item): Item =>
  items[Math.floor(random() * items.length)] ?? fallback;

/** Any value of a boolean or an enum; for numbers and days, the sample of a cell, so that every threshold is met from both sides. */
const randomValue = ({ definition, cells }: Axis, random: () => number): FactValue => {
  const sample = pick(
    cells.map((cell) => cell.sample),
    random,
    false,
  );
  return definition.type === "enum" ? pick(valuesOf(definition), random, "") : sample;
};

const valuesOf = (definition: Extract<FactDefinition, { type: "enum" }>): readonly string[] => definition.values;
