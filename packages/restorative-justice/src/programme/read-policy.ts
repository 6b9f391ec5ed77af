import * as Result from "effect/Result";
import type { z } from "zod";
import { type InvariantId, type PolicyProblem, PolicyRefused } from "../screening/screening-policy.ts";

/** What a value or a word in a policy would switch off. */
export type PolicyGuard = {
  /** By path: which invariant a value that does not fit there would break (`null` for none), and what to write. */
  readonly values: Readonly<Record<string, readonly [InvariantId | null, string]>>;
  /** By a word in a key that the policy does not know. */
  readonly switches: readonly (readonly [RegExp, InvariantId])[];
  /** What to do about an unknown key. */
  readonly unknownKey: string;
};

/**
 * Reads a programme's policy.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const readPolicy = <Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  guard: PolicyGuard,
): Result.Result<z.output<Schema>, PolicyRefused> => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return Result.succeed(parsed.data);
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, guard));
  return Result.fail(new PolicyRefused({ problems }));
};

const problemsOf = (issue: z.core.$ZodIssue, guard: PolicyGuard): readonly PolicyProblem[] => {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, guard));
  const path = issue.path.join(".") || "$";
  const [invariant, fix] = guard.values[String(issue.path[0])] ?? [null, "see the policy's schema for what fits here"];
  return [{ path, invariant, fix }];
};

const unknownKey = (key: string, { switches, unknownKey: fix }: PolicyGuard): PolicyProblem => {
  const [, digits] = /^inv-?(\d\d)$/iu.exec(key) ?? [];
  const named = digits === undefined ? undefined : (`INV-${digits}` as InvariantId);
  return { path: key, invariant: named ?? switches.find(([word]) => word.test(key))?.[1] ?? null, fix };
};
