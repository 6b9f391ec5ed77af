import type { FaultKind } from "../faults.ts";
import type { SimulationReport } from "../simulate.ts";
import type { Course } from "./replay-command.ts";

/** A shorter course that breaks the same promise, and its report. */
export type Shrunk = { readonly course: Course; readonly report: SimulationReport; readonly tried: number };

/** Takes a course; `null` when it was interrupted. */
export type Follow = (course: Course) => Promise<SimulationReport | null>;

/** How many courses are tried at most. */
const TRIES = 60;

/** Leaves out one kind of fault after the other, and then days, for as long as the same promise stays broken. */
export const shrink = async (course: Course, report: SimulationReport, follow: Follow): Promise<Shrunk> => {
  let best: Shrunk = { course, report, tried: 0 };
  const attempt = async (shorter: Course): Promise<boolean> => {
    const next = best.tried >= TRIES ? null : await follow(shorter);
    const isSame = next !== null && next.violation !== null && next.violation.checker === report.violation?.checker;
    best = isSame ? { course: shorter, report: next, tried: best.tried + 1 } : { ...best, tried: best.tried + 1 };
    return isSame;
  };
  for (const kind of course.kinds) await attempt({ ...best.course, kinds: without(best.course.kinds, kind) });
  while (best.course.days > 1 && (await attempt({ ...best.course, days: Math.floor(best.course.days / 2) })));
  return best;
};

const without = (kinds: ReadonlySet<FaultKind>, left: FaultKind): ReadonlySet<FaultKind> =>
  new Set([...kinds].filter((kind) => kind !== left));
