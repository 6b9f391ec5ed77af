import {
  type AnswerDiagrams,
  type Build,
  compileAnswer,
  compileRules,
  startBuild,
} from "../../diagram/compile-condition.ts";
import { isFull } from "../../diagram/manager.ts";
import type { NodeId } from "../../diagram/node-table.ts";
import type { Assignment } from "../../diagram/restrict.ts";
import type { BoundQuestion } from "../question-model.ts";

/** A boolean diagram for each rule and for the answer, over the facts that are missing; never their product. */
export type SeparateDiagrams = {
  readonly build: Build;
  readonly holds: readonly NodeId[];
  readonly stands: readonly NodeId[];
  readonly answer: AnswerDiagrams;
};

/** What one decision may take: about a second. */
const MAX_NODES = 200_000;

/**
 * Rules that are too many for one diagram of all of them are seldom too many one by one, with the known facts filled in.
 * `null` when they are.
 */
export const separateDiagrams = (
  { model }: BoundQuestion,
  known: Assignment,
  maxNodes = MAX_NODES,
): SeparateDiagrams | null => {
  const build = startBuild(maxNodes, known);
  const { holds, stands } = compileRules(build, model);
  const answer = compileAnswer(build, model);
  return isFull(build.manager) ? null : { build, holds, stands, answer };
};
