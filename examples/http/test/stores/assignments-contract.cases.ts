import * as Effect from "effect/Effect";
import { expect } from "vitest";
import type { Assignable, Assigned, Assignments } from "../../src/access/assignments.ts";
import type { Caller, Role } from "../../src/access/caller.ts";

/** Makes assignments that hold exactly what is given. */
type AssignmentsMade = (assigned: readonly Assigned[]) => Promise<Assignments>;

type AssignmentsCase = { readonly name: string; readonly run: (made: AssignmentsMade) => Promise<void> };

const ANN: Assignable = { kind: "person", id: "ann" };
const letter = (id: string): Assignable => ({ kind: "case", programme: "letter", id });

const holds = (assignments: Assignments, [subject, role, what]: readonly [string, Role, Assignable]) =>
  Effect.runPromise(assignments.holds({ subject, role, purposes: [] } as unknown as Caller, what));

/** What assignments promise, whatever they are kept in. */
export const ASSIGNMENTS_CONTRACT: readonly AssignmentsCase[] = [
  {
    name: "hold for the same subject, role and thing, and for nothing that differs in any of them",
    run: async (made) => {
      const assignments = await made([
        { subject: "one", role: "liaison", what: ANN },
        { subject: "two", role: "victim", what: letter("l 1") },
      ]);
      expect(await holds(assignments, ["one", "liaison", ANN])).toBe(true);
      expect(await holds(assignments, ["two", "victim", letter("l 1")])).toBe(true);
      for (const other of [
        ["two", "liaison", ANN],
        ["one", "victim", ANN],
        ["one", "liaison", { ...ANN, id: "bea" }],
        ["one", "liaison", { kind: "case", programme: "", id: "ann" }],
        ["two", "victim", letter("l")],
        ["two", "victim", { kind: "case", programme: "dialogue", id: "l 1" }],
        ["two", "victim", { kind: "person", id: "l 1" }],
      ] as const)
        expect(await holds(assignments, other), JSON.stringify(other)).toBe(false);
    },
  },
  {
    name: "are none where nothing was given, and one where it was given twice",
    run: async (made) => {
      expect(await holds(await made([]), ["one", "liaison", ANN])).toBe(false);
      const assigned: Assigned = { subject: "one", role: "liaison", what: ANN };
      expect(await holds(await made([assigned, assigned]), ["one", "liaison", ANN])).toBe(true);
    },
  },
];
