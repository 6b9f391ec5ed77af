import type { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import type { Caller } from "./caller.ts";

/** What somebody can be assigned to, or be a party of. */
export type Assignable =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "case"; readonly programme: string; readonly id: string };

/**
 * Who is assigned to whom, and who is a party of which case, as the agency keeps it. A token does not say it: an
 * assignment that is taken back ends at once, and not when the token does.
 */
export type Assignments = {
  readonly holds: (caller: Caller, what: Assignable) => Effect.Effect<boolean, StoreUnavailable>;
};

/** One assignment. */
export type Assigned = { readonly subject: string; readonly role: Caller["role"]; readonly what: Assignable };

/** One text for one assignment, and no other's. */
export const assignmentKey = ({ subject, role, what }: Assigned): string =>
  JSON.stringify([role, what.kind, what.kind === "case" ? what.programme : "", subject, what.id]);

/** A fixed list of assignments. */
export const assignmentsFrom = (assigned: readonly Assigned[]): Assignments => {
  const held = new Set(assigned.map(assignmentKey));
  return { holds: ({ subject, role }, what) => Effect.sync(() => held.has(assignmentKey({ subject, role, what }))) };
};
