import * as Data from "effect/Data";

/** What kind of mistake a law folder holds; each has one malformed file in the tests. */
export type LawProblemCode =
  | "not-json"
  | "not-written"
  | "wrong-shape"
  | "file-missing"
  | "unknown-file"
  | "jurisdiction-differs"
  | "question-differs-from-path"
  | "unknown-fact"
  | "unknown-question"
  | "operator-does-not-fit"
  | "value-outside-domain"
  | "value-unreachable"
  | "value-has-no-order"
  | "unknown-source"
  | "unknown-row"
  | "unknown-rule"
  | "rule-id-differs"
  | "duplicate-id"
  | "period-reversed"
  | "periods-overlap"
  | "period-gap"
  | "reviewed-before-read"
  | "unknown-event-type"
  | "rules-conflict"
  | "policy-cycle"
  | "invariant-switched-off"
  | "rests-on-nothing";

/** One mistake: in which file, at which JSON path, what is wrong, and what to write instead. */
export type LawProblem = {
  readonly code: LawProblemCode;
  readonly file: string;
  /** `$` is the whole file; `$.rules[2].conditions.all[0].fact` a place in it. */
  readonly path: string;
  readonly problem: string;
  readonly fix: string;
};

/** A law folder that cannot be used as it stands: every mistake in it at once. */
export class LawRejected extends Data.TaggedError("LawRejected")<{ readonly problems: readonly LawProblem[] }> {
  override get message(): string {
    const [first] = this.problems;
    const more = this.problems.length - 1;
    if (first === undefined) return "the law folder was rejected";
    return `${formatProblem(first)}${more > 0 ? ` (and ${more} more)` : ""}`;
  }
}

/** One line for a log or a terminal. */
export const formatProblem = (problem: LawProblem): string =>
  `${problem.file} ${problem.path}: ${problem.problem}; ${problem.fix}`;

/** Writes zod's path as a JSON path: `["rules", 2, "id"]` is `$.rules[2].id`. */
export const jsonPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}.${String(key)}`), "$");
