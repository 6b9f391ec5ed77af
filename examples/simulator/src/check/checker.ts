import type { Simulation } from "../simulation.ts";
import type { Happening } from "./happening.ts";

/** One promise that must hold. It hears of everything, and looks once more at the end, when all faults have been over for days. */
export type Checker = {
  readonly name: string;
  readonly open: (simulation: Simulation, broken: (detail: string) => void) => Watching;
};

/** A checker at work. */
type Watching = {
  readonly hear?: (happening: Happening) => void;
  readonly atEnd?: () => void;
  /** How often it had something to check: a checker that never had is no proof. */
  readonly checked: () => number;
};
