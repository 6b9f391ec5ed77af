import { type Binary, binary, type Unary, unary } from "./apply.ts";
import { type Manager, terminal } from "./manager.ts";
import type { NodeId } from "./node-table.ts";

/** The values of a boolean diagram's terminals. */
export const FALSE = 0;
export const TRUE = 1;

/** The boolean operations of one manager, each with its memo table. */
export type BooleanAlgebra = {
  readonly always: NodeId;
  readonly never: NodeId;
  readonly and: Binary;
  readonly or: Binary;
  readonly not: Unary;
};

export const booleanAlgebra = (manager: Manager): BooleanAlgebra => ({
  always: terminal(manager, TRUE),
  never: terminal(manager, FALSE),
  and: binary(manager, { combine: Math.min, neutral: TRUE, absorbing: FALSE, idempotent: true }),
  or: binary(manager, { combine: Math.max, neutral: FALSE, absorbing: TRUE, idempotent: true }),
  not: unary(manager, (value) => 1 - value),
});
