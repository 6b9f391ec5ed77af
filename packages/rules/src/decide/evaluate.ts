import * as Result from "effect/Result";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { reachableValues } from "../diagram/walk.ts";
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
  return leaf === null ? evaluateOpen(compiled, facts) : Result.succeed(leaf);
};

const evaluateOpen = (compiled: CompiledQuestion, facts: Facts): Result.Result<EvaluatedLeaf, DecideError> => {
  const record = compiled.read(facts);
  if (Result.isFailure(record)) return Result.fail(record.failure);
  const leaf = openLeaf(compiled, record.success.cells);
  if (leaf !== null) return Result.succeed(leaf);
  return Result.map(decide(compiled, facts), ({ answer, grounds }) => leafOf(answer, grounds));
};

/** What every completion of the missing facts has in common; `null` when every one is a conflict, or without diagrams. */
const openLeaf = ({ diagrams, grounds }: CompiledQuestion, cells: Assignment): EvaluatedLeaf | null => {
  if (diagrams === null) return null;
  const { table, standings } = diagrams;
  const reached = reachableValues(table, diagrams.grounds, cells).map((value) => itemAt(standings, value));
  const [first, ...others] = reached;
  if (first === undefined || reached.every(({ answer }) => answer === "conflict")) return null;
  const certain = first.standing.filter((grant) => others.every(({ standing }) => standing.includes(grant)));
  const { answer } = first;
  const isSettled = answer !== "conflict" && others.every((other) => other.answer === answer);
  return leafOf(
    isSettled ? answer : "undetermined",
    certain.map((place) => itemAt(grounds, place)),
  );
};
