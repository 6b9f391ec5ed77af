import * as Result from "effect/Result";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { decide } from "./decide.ts";
import type { DecideError } from "./errors.ts";
import { type EvaluatedLeaf, leafOf } from "./leaf.ts";

/**
 * Decides without a receipt, as fast as the rules allow: one walk through the diagram when no fact on the way is missing,
 * else the exact answer that `decide` gives. The quick walk checks only the facts it looks at.
 * @errors as `decide`.
 */
export const evaluate = (compiled: CompiledQuestion, facts: Facts): Result.Result<EvaluatedLeaf, DecideError> => {
  const leaf = compiled.leafFor(facts);
  if (leaf !== null) return Result.succeed(leaf);
  return Result.map(decide(compiled, facts), ({ answer, grounds }) => leafOf(answer, grounds));
};
