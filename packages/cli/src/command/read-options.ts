import * as Result from "effect/Result";
import type { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";

/** Checks a command's options against their schema; every option that is missing or malformed comes at once. */
export const readOptions = <T>(schema: z.ZodType<T>, raw: unknown): Result.Result<T, Failure> => {
  const parsed = schema.safeParse(raw);
  return parsed.success
    ? Result.succeed(parsed.data)
    : Result.fail(
        failure(
          EXIT.usage,
          parsed.error.issues.map((issue) => problemOf(issue, raw)),
        ),
      );
};

const problemOf = (issue: z.core.$ZodIssue, raw: unknown): Problem => {
  const name = String(issue.path[0] ?? "");
  const flag = `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  if (isMissing(raw, name)) return { where: null, problem: `\`${flag}\` is missing`, fix: "see --help" };
  const choices = issue.code === "invalid_value" ? `write one of ${issue.values.map(String).join(", ")}` : null;
  return { where: flag, problem: issue.message.charAt(0).toLowerCase() + issue.message.slice(1), fix: choices };
};

const isMissing = (raw: unknown, name: string): boolean =>
  typeof raw !== "object" || raw === null || !(name in raw) || Reflect.get(raw, name) === undefined;
