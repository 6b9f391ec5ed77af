import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import * as Result from "effect/Result";
import type { z } from "zod";
import { EXIT } from "./exit-code.ts";
import { type Failure, failure, type Problem } from "./failure.ts";
import type { Io } from "./io.ts";

/** A JSON file to read: `-` is standard input; `what` is what messages call it. */
export type JsonFile<T> = { readonly path: string; readonly what: string; readonly schema: z.ZodType<T> };

/** Reads a JSON file and checks its shape; every problem in it comes at once, and no message quotes its content. */
export const readJsonFile = async <T>(io: Io, file: JsonFile<T>): Promise<Result.Result<T, Failure>> => {
  const content = await readText(io, file.path);
  if (content === null) return refuse([{ where: file.path, problem: `no such ${file.what}`, fix: "check the path" }]);
  const parsed = parseJson(content);
  if (!parsed.ok)
    return refuse([
      {
        where: file.path,
        problem: `the ${file.what} is not JSON${parsed.at}`,
        fix: "write one JSON value, without comments or trailing commas",
      },
    ]);
  const checked = file.schema.safeParse(parsed.value);
  if (checked.success) return Result.succeed(checked.data);
  return refuse(schemaProblems(file.path, checked.error));
};

const refuse = (problems: readonly Problem[]): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.badInput, problems));

/** Every problem of a value's shape; `file` may name a line too, and `above` is the value's own path in the file. */
export const schemaProblems = (
  file: string,
  { issues }: z.ZodError,
  above: readonly PropertyKey[] = [],
): readonly Problem[] => issues.flatMap((issue) => problemsOf(file, issue, above));

/** A file's text, `-` being standard input; `null` when it is not there. */
export const readText = async (io: Io, path: string): Promise<string | null> => {
  if (path === "-") return text(io.stdin);
  const content = await readFile(resolve(io.cwd, path), "utf8").catch(() => null);
  return content?.replace(/^\uFEFF/u, "") ?? null;
};

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly at: string };

/** Of the parser's message only the place is passed on: the rest may quote the file. */
const parseJson = (content: string): Parsed => {
  try {
    return { ok: true, value: JSON.parse(content) };
  } catch (error) {
    const place =
      error instanceof Error ? /line (?<line>\d+) column (?<column>\d+)/u.exec(error.message)?.groups : undefined;
    return { ok: false, at: place === undefined ? "" : ` (line ${place["line"]}, column ${place["column"]})` };
  }
};

/** A failed union speaks through the branch that got furthest. */
const problemsOf = (file: string, issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Problem[] => {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = issue.errors.reduce((best, next) => (reach(next) > reach(best) ? next : best));
    return branch.flatMap((inner) => problemsOf(file, inner, path));
  }
  if (issue.code === "invalid_key")
    return issue.issues.flatMap((inner) => problemsOf(file, { ...inner, path: [] }, path));
  return [
    {
      where: `${file} ${jsonPath(path)}`,
      problem: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
      fix: fixFor(issue),
    },
  ];
};

/** How far a branch of a union got: a fault deep inside it beats keys that do not belong. */
const reach = (branch: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...branch.map((issue) => issue.path.length)) * 10 -
  branch.filter((issue) => issue.code === "unrecognized_keys").length * 15 -
  branch.length;

const jsonPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}.${String(key)}`), "$");

const fixFor = (issue: z.core.$ZodIssue): string | null => {
  if (issue.code === "unrecognized_keys") return "remove it or correct the spelling";
  if (issue.code === "invalid_value")
    return `write one of ${issue.values
      .slice(0, 40)
      .map((value) => `\`${String(value)}\``)
      .join(", ")}`;
  return issue.code === "invalid_type" ? `write a value of type ${issue.expected}` : null;
};
