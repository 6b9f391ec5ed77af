import type { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import type { Ports } from "../ports.ts";
import type { Reach } from "./access-table.ts";
import type { Assignable } from "./assignments.ts";
import type { Caller } from "./caller.ts";

/** Who asks, and how far the table lets them reach. */
export type Reaching = { readonly ports: Ports; readonly caller: Caller | null; readonly reach: Reach };

/**
 * Whether something lies within a caller's reach. What is one's own is what is about oneself, or a case whose party one
 * is; what is not within reach is answered as if it were not there.
 */
export const mayReach = (
  { ports, caller, reach }: Reaching,
  what: Assignable,
): Effect.Effect<boolean, StoreUnavailable> => {
  if (caller === null || reach === "-") return Effect.succeed(false);
  if (reach === "all") return Effect.succeed(true);
  if (reach === "own" && what.kind === "person") return Effect.succeed(what.id === caller.subject);
  return ports.assignments.holds(caller, what);
};
