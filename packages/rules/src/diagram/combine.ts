import { invariant } from "@victim-rights/core";
import { type Binary, binary, unary } from "./apply.ts";
import { itemAt } from "./item-at.ts";
import { type Manager, terminal } from "./manager.ts";
import type { NodeId } from "./node-table.ts";
import { createSetTable, type SetTable, union } from "./set-table.ts";

/** One diagram whose terminals are numbers of `sets`: which of the boolean diagrams combined hold there. */
export type Combined = { readonly root: NodeId; readonly sets: SetTable };

/**
 * Combines boolean diagrams into one that says which of them hold. They are joined in pairs, then pairs of pairs, so that
 * no intermediate diagram is larger than it need be.
 */
export const combine = (manager: Manager, diagrams: readonly NodeId[]): Combined => {
  const sets = createSetTable();
  const join = binary(manager, {
    combine: (left, right) => union(sets, left, right),
    neutral: sets.empty,
    idempotent: true,
  });
  const singles = diagrams.map((diagram, index) =>
    unary(manager, (value) => (value === 1 ? sets.intern([index]) : sets.empty))(diagram),
  );
  return { root: joinBalanced(singles.length === 0 ? [terminal(manager, sets.empty)] : singles, join), sets };
};

const joinBalanced = (diagrams: readonly NodeId[], join: Binary): NodeId => {
  if (diagrams.length === 1) return itemAt(diagrams, 0);
  invariant(diagrams.length > 0, "nothing to combine");
  const middle = Math.ceil(diagrams.length / 2);
  return join(joinBalanced(diagrams.slice(0, middle), join), joinBalanced(diagrams.slice(middle), join));
};
