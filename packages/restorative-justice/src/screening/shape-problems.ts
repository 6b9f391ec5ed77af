import type { z } from "zod";
import type { ScreenProblem } from "./screen-problem.ts";

/** Words what does not fit about a record's shape; a moment and a privacy that are missing have names of their own. */
export const shapeProblems = (issues: readonly z.core.$ZodIssue[], raw: unknown): readonly ScreenProblem[] =>
  issues.map((issue) => problemOf(issue, raw));

const problemOf = (issue: z.core.$ZodIssue, raw: unknown): ScreenProblem => {
  const path = issue.path.join(".");
  if (path === "at" && typeof valueAt(raw, "at") === "string") return { code: "impossible-date", path };
  if (path === "origin.privacy" || (path === "origin" && valueAt(raw, "origin") === undefined))
    return { code: "privacy-missing" };
  return { code: "wrong-shape", path: path === "" ? "$" : path, fix: fixFor(issue) };
};

const valueAt = (raw: unknown, key: string): unknown =>
  typeof raw === "object" && raw !== null ? Reflect.get(raw, key) : undefined;

/** zod's own words may quote what was given, which can be an answer: only what is wanted is told. */
const fixFor = (issue: z.core.$ZodIssue): string => {
  if (issue.message.startsWith("write ")) return issue.message;
  if (issue.code === "unrecognized_keys") return "remove what a screen does not have";
  if (issue.code === "invalid_type") return `write a value of type ${issue.expected}`;
  if (issue.code !== "invalid_value") return "see the schema of a screen";
  return `write one of ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}`;
};
