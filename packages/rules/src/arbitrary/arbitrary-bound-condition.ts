import fc from "fast-check";
import { bindCondition, type BoundCondition } from "../diagram/condition-model.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { type FactSpace, factSpace } from "../diagram/fact-space.ts";
import { testOf } from "../diagram/fact-test.ts";
import type { Condition } from "../file/condition.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { arbitraryConditions } from "./arbitrary-condition.ts";
import { arbitraryVocabulary } from "./arbitrary-vocabulary.ts";

/** Conditions over one vocabulary, with its facts cut by all of them together. */
export type BoundConditions = {
  readonly facts: readonly FactDefinition[];
  readonly space: FactSpace;
  readonly conditions: readonly { readonly written: Condition; readonly bound: BoundCondition }[];
};

/** Several conditions of two to four facts, bound to one space. */
export const arbitraryBoundConditions = (count: number): fc.Arbitrary<BoundConditions> =>
  arbitraryVocabulary({ min: 2, max: 4 }).chain((facts) =>
    fc
      .array(arbitraryConditions({ facts, questions: [] }), { minLength: count, maxLength: count })
      .map((conditions) => boundConditions(facts, conditions)),
  );

const boundConditions = (facts: readonly FactDefinition[], conditions: readonly Condition[]): BoundConditions => {
  const leaves = Map.groupBy(conditions.flatMap(leavesOf), ({ fact }) => fact);
  const space = factSpace(facts, new Map([...leaves].map(([fact, list]) => [fact, list.map(testOf)])));
  const binding = { space, questions: new Map() };
  return {
    facts,
    space,
    conditions: conditions.map((written) => ({ written, bound: bindCondition(written, binding) })),
  };
};
