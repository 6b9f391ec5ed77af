import { type CompiledQuestion, decide, type FactDefinition, type Facts } from "@victim-rights/rules";
import * as Result from "effect/Result";

/** The next fact worth asking for; `null` when no fact that is still unknown could change the answer or its grounds. */
export const nextFact = (compiled: CompiledQuestion, facts: Facts): FactDefinition | null => {
  const decided = decide(compiled, facts);
  if (Result.isFailure(decided)) return null;
  const { missing, missingForGrounds } = decided.success;
  const unknown = [...missing, ...missingForGrounds].find(({ state }) => state === "unknown");
  return unknown === undefined ? null : (compiled.law.vocabulary.get(unknown.fact) ?? null);
};
