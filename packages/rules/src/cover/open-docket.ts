import type { CaseReading, Docket } from "./docket.ts";
import { type Binary, binary } from "../diagram/apply.ts";
import { type Build, compileCondition, startBuild } from "../diagram/compile-condition.ts";
import type { BoundCondition } from "../diagram/condition-model.ts";
import { type Manager, OVERFLOW } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";

/** Compiles the models of one reading; a condition that two models share is compiled once. */
export type ReadingBuild = {
  readonly build: Build;
  readonly xor: Binary;
  readonly holds: Map<BoundCondition, NodeId>;
};

/** A docket with a table of nodes for the diagrams of all its readings: what two of them have in common is one diagram. */
export type OpenDocket = {
  readonly docket: Docket;
  readonly manager: Manager;
  readonly builds: ReadonlyMap<CaseReading, ReadingBuild>;
};

export const openDocket = (docket: Docket, maxNodes: number): OpenDocket => {
  const build = startBuild(maxNodes);
  const { manager, algebra } = build;
  const lifted = binary(manager, { combine: (left, right) => left ^ right, neutral: 0 });
  const xor: Binary = (left, right) => (left === right && left !== OVERFLOW ? algebra.never : lifted(left, right));
  const builds = docket.readings.map(
    (reading) => [reading, { build: { ...build, answers: new Map() }, xor, holds: new Map() }] as const,
  );
  return { docket, manager, builds: new Map(builds) };
};

/** Where a rule's condition holds. */
export const holdsOf = ({ build, holds }: ReadingBuild, condition: BoundCondition): NodeId => {
  const known = holds.get(condition);
  if (known !== undefined) return known;
  const made = compileCondition(build, condition);
  holds.set(condition, made);
  return made;
};
