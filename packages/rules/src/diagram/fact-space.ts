import type { Facts, FactValue, Uncertain } from "../facts.ts";
import type { FactDefinition, FactName } from "../vocabulary/fact-definition.ts";
import { type Axis, OUTSIDE } from "./cell.ts";
import { cutDomain } from "./cells.ts";
import type { FactTest } from "./fact-test.ts";
import type { Assignment } from "./restrict.ts";

/** The facts that a question's rules read, in the order a diagram tests them; a fact's place is its level. */
export type FactSpace = { readonly axes: readonly Axis[]; readonly levels: ReadonlyMap<FactName, number> };

/** Cuts each fact's domain by every test of it. */
export const factSpace = (
  ordered: readonly FactDefinition[],
  tests: ReadonlyMap<FactName, readonly FactTest[]>,
): FactSpace => ({
  axes: ordered.map((definition) => cutDomain(definition, tests.get(definition.name) ?? [])),
  levels: new Map(ordered.map((definition, level) => [definition.name, level])),
});

/** A fact as given; a name the object only inherits (`constructor`) is not given. */
export const readFact = (facts: Facts, name: FactName): FactValue | Uncertain | null | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;

/** The cell of each fact, by level; unknown, uncertain and ill-typed facts are `OUTSIDE`. */
export const assignmentOf = (space: FactSpace, facts: Facts): Assignment =>
  space.axes.map((axis) => {
    const value = readFact(facts, axis.definition.name);
    return value === undefined ? OUTSIDE : axis.cellOf(value);
  });

/** Nothing known of any fact. */
export const allOpen = (space: FactSpace): Assignment => space.axes.map(() => OUTSIDE);

/** Facts that fall in the assigned cells: the sample of each, and nothing for facts left open. */
export const factsOf = (space: FactSpace, assignment: Assignment): Readonly<Record<FactName, FactValue>> =>
  Object.fromEntries(
    space.axes.flatMap((axis, level) => {
      const cell = axis.cells[assignment[level] ?? OUTSIDE];
      return cell === undefined ? [] : [[axis.definition.name, cell.sample] as const];
    }),
  );
