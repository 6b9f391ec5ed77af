import { type FaultKind, FAULT_KINDS } from "../faults.ts";
import type { PlantName } from "../planted/plants.ts";

/** What a simulation takes its course from. */
export type Course = {
  readonly seed: number;
  readonly days: number;
  readonly kinds: ReadonlySet<FaultKind>;
  readonly plant: PlantName | null;
};

/** The command that takes exactly this course again. */
export const replayCommand = ({ seed, days, kinds, plant }: Course): string => {
  const isUsual = kinds.size === FAULT_KINDS.length && FAULT_KINDS.every((kind) => kinds.has(kind));
  const faults = isUsual ? "" : ` --faults ${kinds.size === 0 ? "none" : [...kinds].join(",")}`;
  return `node examples/simulator/run.ts --seed ${seed} --days ${days}${faults}${plant === null ? "" : ` --plant ${plant}`} --trace`;
};
