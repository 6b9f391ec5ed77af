import * as Result from "effect/Result";
import fc from "fast-check";
import { compileQuestion } from "../decide/compile-question.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { Facts } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";
import { arbitraryLaw, type LawSize, SAMPLE_QUESTION } from "./arbitrary-law.ts";
import { SAMPLE_DAY } from "./arbitrary-rules.ts";

/** A generated law with its outer question compiled, and facts for it. */
export type AskedQuestion<Given extends Facts> = {
  readonly law: Law;
  readonly enable: readonly RuleId[];
  readonly compiled: CompiledQuestion;
  readonly facts: Given;
};

/** A compiled question of a generated law with facts drawn by the given arbitrary. */
export const arbitraryQuestion = <Given extends Facts>(
  factsOf: (vocabulary: Vocabulary) => fc.Arbitrary<Given>,
  size?: LawSize,
): fc.Arbitrary<AskedQuestion<Given>> =>
  arbitraryLaw(size).chain(({ law, enable }) =>
    factsOf(law.vocabulary).map((facts) => ({
      law,
      enable,
      facts,
      compiled: Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable })),
      [fc.toStringMethod]: () => inShort(law, enable, facts),
    })),
  );

/** A counterexample without what it can be rebuilt from. */
const inShort = (law: Law, enable: readonly RuleId[], facts: Facts): string => {
  const rules = [...law.questions.values()].flatMap(({ file }) =>
    file.rules.map(({ id, effect, overrides, verified, inForce, conditions }) => [
      id,
      effect,
      overrides,
      verified.status,
      inForce.from,
      inForce.until,
      conditions,
    ]),
  );
  return [...rules, { enable, facts }].map((part) => JSON.stringify(part)).join("\n");
};
