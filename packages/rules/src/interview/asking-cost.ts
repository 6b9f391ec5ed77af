import type { FactDefinition, KnownBy } from "../vocabulary/fact-definition.ts";

/** What it costs to find a fact out, as a positive number; only the ratio of two costs matters. */
export type CostOf = (fact: FactDefinition) => number;

/** A look-up in a record costs one; a call to another office two; a question put to the person whose rights they are three. */
export const usualCost: CostOf = ({ knownBy }) => COSTS[knownBy];

const COSTS: Readonly<Record<KnownBy, number>> = {
  "victim-services": 1,
  "custody-record": 1,
  "court-record": 1,
  "releasing-authority": 2,
  prosecutor: 2,
  "law-enforcement": 2,
  claimant: 3,
};
