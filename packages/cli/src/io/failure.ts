import type { ExitCode } from "./exit-code.ts";

/** One thing wrong with what the command was given: where, what, and what to write instead. */
export type Problem = { readonly where: string | null; readonly problem: string; readonly fix: string | null };

/** Why a command could not do its work, with every problem at once. No problem quotes a person's data. */
export type Failure = { readonly exit: ExitCode; readonly problems: readonly [Problem, ...Problem[]] };

/** A failure from a list that is known not to be empty; an empty one becomes a single line saying so. */
export const failure = (exit: ExitCode, problems: readonly Problem[]): Failure => {
  const [first = { where: null, problem: "something is wrong, and nothing says what", fix: null }, ...others] =
    problems;
  return { exit, problems: [first, ...others] };
};

/** Reads a problem as one line of text. */
export const formatProblem = ({ where, problem, fix }: Problem): string =>
  `${where === null ? "" : `${where}: `}${problem}${fix === null ? "" : `; ${fix}`}`;
