import { binary } from "../diagram/apply.ts";
import { extract } from "../diagram/extract.ts";
import { itemAt } from "../diagram/item-at.ts";
import { createManager, type Manager, OVERFLOW, terminal } from "../diagram/manager.ts";
import type { NodeId, NodeTable } from "../diagram/node-table.ts";
import { type Opening, openTests, together } from "../diagram/open-tests.ts";
import type { QuestionDiagrams } from "../decide/question-diagrams.ts";
import { type Certainty, certaintyOf, createCertaintyTable } from "./certainty.ts";

/**
 * A grounds diagram in which every test has one more child, after those of the cells: where it leads when the fact is
 * missing. Terminal values are places in `certainties`, or `SURVEYED`.
 */
export type OpenDiagram = {
  readonly table: NodeTable;
  readonly root: NodeId;
  readonly certainties: readonly Certainty[];
};

/** The terminal value of facts that no diagram settles, so that they are surveyed one by one. */
export const SURVEYED = -1;

/** Merges the children of every test into a child for the missing fact; `null` when that takes more than `maxNodes`. */
export const openDiagram = (diagrams: QuestionDiagrams, maxNodes: number): OpenDiagram | null => {
  const manager = createManager(maxNodes);
  const { root, certainties } = openGrounds(diagrams, manager);
  return root === OVERFLOW ? null : extracted(manager, root, certainties);
};

/** The same as `openDiagram`, in a manager that has more diagrams. */
export const openGrounds = (diagrams: QuestionDiagrams, manager: Manager): Pick<OpenDiagram, "root" | "certainties"> =>
  opened(diagrams, manager, (join) => together(binary(manager, { combine: join, idempotent: true })));

/** The same where a missing fact leads to `SURVEYED`: no larger than the diagram as it was, and one more terminal. */
export const diagramOfKnown = (diagrams: QuestionDiagrams): OpenDiagram => {
  const manager = createManager(Number.MAX_SAFE_INTEGER);
  const surveyed = terminal(manager, SURVEYED);
  const { root, certainties } = opened(diagrams, manager, () => () => surveyed);
  return extracted(manager, root, certainties);
};

/** Where nothing is settled by a diagram. */
export const noDiagram = (): OpenDiagram => {
  const manager = createManager(1);
  return { table: manager, root: terminal(manager, SURVEYED), certainties: [] };
};

type Missing = (join: (left: number, right: number) => number) => Opening["missing"];

const opened = ({ table, grounds, standings }: QuestionDiagrams, manager: Manager, missing: Missing) => {
  const { intern, join, list } = createCertaintyTable();
  const terminals = standings.map((outcome) => intern(certaintyOf(outcome)));
  const open = openTests(table, {
    manager,
    terminalOf: (value) => itemAt(terminals, value),
    missing: missing(join),
  });
  return { root: open(grounds), certainties: list };
};

const extracted = (manager: Manager, root: NodeId, certainties: readonly Certainty[]): OpenDiagram => {
  const { table, roots } = extract(manager, [root]);
  return { table, root: itemAt(roots, 0), certainties };
};
