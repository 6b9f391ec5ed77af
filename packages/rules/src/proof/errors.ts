import * as Data from "effect/Data";
import type { CompileError } from "../decide/errors.ts";
import type { LawProblem } from "../load/law-problem.ts";

/** A property that does not fit the law: every problem at once, each with its place and what to write instead. */
export class PropertyRejected extends Data.TaggedError("PropertyRejected")<{
  readonly name: string;
  readonly problems: readonly Pick<LawProblem, "path" | "problem" | "fix">[];
}> {
  override get message(): string {
    const problems = this.problems.map(({ path, problem, fix }) => `${path}: ${problem}; ${fix}`);
    return `the property \`${this.name}\` does not fit the law: ${problems.join("; ")}`;
  }
}

/** Why nothing can be proved: the question cannot be compiled, or the property speaks of what the law does not have. */
export type ProofError = CompileError | PropertyRejected;
