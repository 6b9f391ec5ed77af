import * as Result from "effect/Result";
import type { CompiledQuestion } from "../../src/decide/compiled-question.ts";
import { decide } from "../../src/decide/decide.ts";
import { evaluate } from "../../src/decide/evaluate.ts";
import type { EvaluatedLeaf } from "../../src/decide/leaf.ts";
import type { Facts } from "../../src/facts.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { outcome, rowByRow } from "./row-by-row.ts";

/** The finder alone, which answers where no fact on the way is missing. */
export const leafFor = ({ compiled, inputs }: Subject): Contender =>
  rowByRow<Facts>(inputs(), {
    run: (facts) => compiled.leafFor(facts)?.ids.length ?? -1,
    told: (facts) => tellLeaf(compiled.leafFor(facts)),
  });

/** `evaluate`: exact for missing facts too, without a receipt. */
export const evaluated = ({ compiled, inputs }: Subject): Contender => evaluating(compiled, inputs());

export const evaluatedIncomplete = ({ compiled, incomplete }: Subject): Contender => evaluating(compiled, incomplete());

const evaluating = (compiled: CompiledQuestion, rows: readonly Facts[]): Contender =>
  rowByRow(rows, {
    run: (facts) => Result.getOrThrow(evaluate(compiled, facts)).ids.length,
    told: (facts) => tellLeaf(Result.getOrThrow(evaluate(compiled, facts))),
  });

/** `decide`: with grounds, citations, what is missing, and a receipt. */
export const decided = ({ compiled, inputs }: Subject): Contender => deciding(compiled, inputs());

export const decidedIncomplete = ({ compiled, incomplete }: Subject): Contender => deciding(compiled, incomplete());

/** The same, and the digest of the facts in the receipt is read, which is when it is computed. */
export const decidedWithDigest = ({ compiled, inputs }: Subject): Contender =>
  rowByRow<Facts>(inputs(), {
    run: (facts) => Result.getOrThrow(decide(compiled, facts)).receipt.factsDigest.length,
    told: (facts) => tellDecided(compiled, facts),
  });

const deciding = (compiled: CompiledQuestion, rows: readonly Facts[]): Contender =>
  rowByRow(rows, {
    run: (facts) => Result.getOrThrow(decide(compiled, facts)).grounds.length,
    told: (facts) => tellDecided(compiled, facts),
  });

const tellDecided = (compiled: CompiledQuestion, facts: Facts): string => {
  const { answer, grounds } = Result.getOrThrow(decide(compiled, facts));
  return outcome(
    answer,
    grounds.map(({ rule }) => rule),
  );
};

const tellLeaf = (leaf: EvaluatedLeaf | null): string => (leaf === null ? "not found" : outcome(leaf.answer, leaf.ids));
