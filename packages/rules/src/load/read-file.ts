import type { z } from "zod";
import { jsonPath, type LawProblem } from "./law-problem.ts";
import { parseJson } from "./parse-json.ts";

/** A file's content as checked, or the problems that stop it. */
export type ReadOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly raw: unknown }
  | { readonly ok: false; readonly problems: readonly LawProblem[] };

/** Parses one JSON file and checks its shape; every fault in it is reported at once. */
export const readFile = <T>(file: string, text: string, schema: z.ZodType<T>): ReadOutcome<T> => {
  const json = parseJson(text);
  return json.ok ? readValue(file, json.value, schema) : { ok: false, problems: [notJson(file, json.where)] };
};

/** Checks the shape of a file's content, or of a part of it, which was parsed before; every fault in it is reported at once. */
export const readValue = <T>(file: string, raw: unknown, schema: z.ZodType<T>): ReadOutcome<T> => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data, raw };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(file, issue, [])) };
};

export const notJson = (file: string, where: string): LawProblem => ({
  code: "not-json",
  file,
  path: "$",
  problem: `the file stops being JSON ${where}`,
  fix: "write one JSON object, without comments or trailing commas",
});

type Issue = z.core.$ZodIssue;

/** zod reports a failed union as a whole; a writer needs the branch they were writing, so the deepest branch speaks. */
const problemsOf = (file: string, issue: Issue, above: readonly PropertyKey[]): LawProblem[] => {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = issue.errors.reduce((best, next) => (closeness(next) > closeness(best) ? next : best));
    return branch.flatMap((inner) => problemsOf(file, inner, path));
  }
  return [{ code: "wrong-shape", file, path: jsonPath(path), ...wordsFor(issue) }];
};

/** How far a union's branch got: a fault deep inside it, or a known key with a wrong value, beats a branch that did not fit at all. */
const closeness = (branch: readonly Issue[]): number => {
  const depth = Math.max(0, ...branch.map((issue) => issue.path.length + (issue.code === "invalid_union" ? 1 : 0)));
  const misfits = branch.filter((issue) => issue.code === "unrecognized_keys").length;
  return depth * 10 - misfits * 15 - branch.length;
};

/** A schema of ours whose message begins with *write* already says what to do. */
const wordsFor = (issue: Issue): Pick<LawProblem, "problem" | "fix"> =>
  issue.message.startsWith("write ")
    ? { problem: "the value does not fit", fix: issue.message }
    : { problem: lowerFirst(issue.message), fix: fixFor(issue) };

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

const fixFor = (issue: Issue): string => {
  if (issue.code === "unrecognized_keys") return `remove ${inTicks(issue.keys)} or correct the spelling`;
  if (issue.code === "invalid_value") return `write one of ${inTicks(issue.values)}`;
  if (issue.code === "invalid_type") return `write a value of type ${issue.expected}`;
  return issue.code === "too_small" ? "add what is missing: it may not be empty" : "see the schema of this file";
};

const inTicks = (values: readonly unknown[]): string => values.map((value) => `\`${String(value)}\``).join(", ");
