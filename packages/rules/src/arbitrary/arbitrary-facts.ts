import fc from "fast-check";
import { type Facts, type FactValue, type Uncertain, UNCERTAIN } from "../facts.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";
import { valuesOf } from "./fact-values.ts";

/** A value for every fact of a vocabulary of small domains. */
export const arbitraryCompleteFacts = (vocabulary: Vocabulary): fc.Arbitrary<Readonly<Record<string, FactValue>>> =>
  fc.record(Object.fromEntries([...vocabulary.values()].map((fact) => [fact.name, arbitraryValue(fact)])));

/** Some facts known, some not asked, some asked and not known. */
export const arbitraryFacts = (vocabulary: Vocabulary): fc.Arbitrary<Facts> =>
  fc.record(Object.fromEntries([...vocabulary.values()].map((fact) => [fact.name, arbitraryState(fact)])));

const arbitraryValue = (fact: FactDefinition): fc.Arbitrary<FactValue> => fc.constantFrom(...valuesOf(fact));

const arbitraryState = (fact: FactDefinition): fc.Arbitrary<FactValue | Uncertain | undefined> =>
  fc.oneof(
    { weight: 3, arbitrary: arbitraryValue(fact) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(UNCERTAIN) },
  );
