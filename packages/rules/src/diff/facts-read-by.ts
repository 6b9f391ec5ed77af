import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { FactValue } from "../facts.ts";

/** Of one person's facts, those that a question reads: what it does not read makes no difference to it, and it may not know. */
export const factsReadBy = (
  { space }: Pick<CompiledQuestion, "space">,
  facts: Readonly<Record<string, FactValue>>,
): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => space.levels.has(name)));
