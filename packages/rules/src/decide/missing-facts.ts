import { readFact } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { type Facts, isUncertain } from "../facts.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { MissingFact } from "./determination.ts";

/** The facts at the given levels as questions to ask, in the order of the vocabulary, which a conversation would take. */
export const missingFacts = (
  { law, space }: CompiledQuestion,
  facts: Facts,
  levels: readonly number[],
): readonly MissingFact[] => {
  if (levels.length === 0) return [];
  const names = new Set(levels.map((level) => itemAt(space.axes, level).definition.name));
  return [...law.vocabulary.values()]
    .filter(({ name }) => names.has(name))
    .map(({ name, question, knownBy, sensitive }) =>
      Object.freeze({ fact: name, state: stateOf(facts, name), question, knownBy, sensitive }),
    );
};

/** How a missing fact is missing: not asked yet, or asked and not known. */
export const stateOf = (facts: Facts, name: FactName): MissingFact["state"] =>
  isUncertain(readFact(facts, name)) ? "uncertain" : "unknown";
