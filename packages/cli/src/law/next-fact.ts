import { type CompiledQuestion, type FactDefinition, type Facts, nextQuestion } from "@victim-rights/rules";

/** The next fact worth asking for; `null` when no question can bring the answer nearer. */
export const nextFact = (compiled: CompiledQuestion, facts: Facts): FactDefinition | null => {
  const next = nextQuestion(compiled, facts);
  return next === null ? null : (compiled.law.vocabulary.get(next.fact) ?? null);
};
