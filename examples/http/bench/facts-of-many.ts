import { compileQuestion, type FactDefinition, type Facts, type FactValue, type Law } from "@victim-rights/rules";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";

const AS_OF = LocalDate.parse("2026-11-09");
/** Numerical Recipes' congruential generator: the same people in every run. */
const [FACTOR, SUMMAND, MODULUS] = [1_664_525, 1_013_904_223, 2 ** 32];

/** Facts of made-up people for one question: of each person about half of what it reads is known. */
export const factsOfMany = (law: Law, question: string, count: number): readonly Facts[] => {
  const { space } = Result.getOrThrow(compileQuestion(law, question, { asOf: AS_OF }));
  let state = 1;
  const below = (bound: number): number => {
    state = (FACTOR * state + SUMMAND) % MODULUS;
    return Math.floor((state / MODULUS) * bound);
  };
  const person = (): Facts =>
    Object.fromEntries(
      space.axes
        .filter(() => below(2) === 0)
        .map(({ definition }) => [definition.name, valueOf(definition, below)] as const),
    );
  return Array.from({ length: count }, person);
};

const valueOf = (fact: FactDefinition, below: (bound: number) => number): FactValue => {
  switch (fact.type) {
    case "boolean":
      return below(2) === 0;
    case "enum":
      return fact.values[below(fact.values.length)] ?? "";
    case "integer":
      return fact.min + below(fact.max - fact.min + 1);
    case "date":
      return fact.from;
  }
};
