import type { Axis } from "../src/diagram/cell.ts";
import type { FactSpace } from "../src/diagram/fact-space.ts";
import type { Facts, FactValue } from "../src/facts.ts";
import type { CompleteFacts } from "../src/reference/reference-holds.ts";

/** Deterministic uniform numbers in [0, 1): mulberry32. */
const seededRandom = (seed: number): (() => number) => {
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
  const axes = space.axes.toSorted((left, right) => (left.definition.name < right.definition.name ? -1 : 1));
  const facts = axes.map((axis) => ({ name: axis.definition.name, values: valuesToDraw(axis) }));
  const shape: Record<string, FactValue> = Object.fromEntries(facts.map(({ name }) => [name, false]));
  return Array.from({ length: count }, () => {
    const row = { ...shape };
    for (const { name, values } of facts) row[name] = values[Math.floor(random() * values.length)] ?? false;
    return row;
  });
};

/** The same rows with each fact missing in one row out of ten; the shape of the rows stays. */
export const withSomeMissing = (inputs: readonly CompleteFacts[]): readonly Facts[] => {
  const random = seededRandom(20_261_123);
  const names = Object.keys(inputs[0] ?? {});
  return inputs.map((facts) => {
    const row: Record<string, FactValue | undefined> = { ...facts };
    for (const name of names) if (random() < 0.1) row[name] = undefined;
    return row;
  });
};

/** Any value of a boolean or an enum; for numbers and days, the sample of a cell, so that every threshold is met from both sides. */
const valuesToDraw = ({ definition, cells }: Axis): readonly FactValue[] =>
  definition.type === "enum" ? definition.values : cells.map((cell) => cell.sample);
