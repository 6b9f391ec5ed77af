import type { QuestionModel } from "../diagram/condition-model.ts";
import { OVERFLOW } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { CaseReading } from "./docket.ts";
import type { Shown } from "./coverage-report.ts";
import { openIn } from "./observed.ts";
import type { OpenDocket, ReadingBuild } from "./open-docket.ts";
import { isCertain } from "./possible.ts";
import { nearestCase } from "./witness.ts";

/** Something a case may show: by reading, the facts that show it; `null` in a reading that has no such thing. */
export type Goal = (build: ReadingBuild, model: QuestionModel) => NodeId | null;

/** Whether a case shows a goal: one whose facts, however the missing ones turn out, are among those that do. */
export const judgeGoal = (open: OpenDocket, goal: Goal): Shown => {
  const { docket, manager, builds } = open;
  const nodes = new Map<CaseReading, NodeId>();
  for (const [reading, build] of builds) {
    const node = goal(build, reading.model);
    if (node !== null) nodes.set(reading, node);
  }
  const shows = docket.cases.find(({ reading, cells }) => {
    const node = nodes.get(reading) ?? OVERFLOW;
    return node !== OVERFLOW && isCertain(manager, node, cells);
  });
  return shows === undefined ? notShown(open, nodes) : { state: "shown", by: shows.stated.name };
};

const notShown = ({ docket, manager, builds }: OpenDocket, nodes: ReadonlyMap<CaseReading, NodeId>): Shown => {
  for (const [reading, root] of nodes) {
    const build = builds.get(reading);
    if (build === undefined || root === OVERFLOW || root === build.build.algebra.never) continue;
    const stillOpen = (cells: Parameters<typeof openIn>[2]) => openIn(build, reading.model, cells);
    const found = nearestCase(docket, { manager, root, reading, stillOpen });
    if (found !== null) return { state: "missing", witness: found.stated };
  }
  return { state: [...nodes.values()].includes(OVERFLOW) ? "not-decided" : "impossible" };
};
