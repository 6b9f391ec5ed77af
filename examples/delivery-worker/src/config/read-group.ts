import type { z } from "zod";

/** Environment variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable, the field that it fills, and how its text is read. `lines` are separated by `|`. */
export type Variable = { readonly name: string; readonly field: string; readonly as: "text" | "number" | "lines" };

/** What a group of variables came to. `isSet` when any of them has a value; `value` is `null` where it could not be read. */
export type GroupRead<Value> = {
  readonly value: Value | null;
  readonly isSet: boolean;
  readonly problems: readonly string[];
};

/** Reads a group of variables by a schema. A nullable schema of which no variable is set gives `null` and no problem. */
export const readGroup = <Schema extends z.ZodType>(
  environment: Environment,
  schema: Schema,
  variables: readonly Variable[],
): GroupRead<z.output<Schema>> => {
  const given = variables.flatMap((variable) => {
    const raw = environment[variable.name];
    return raw === undefined || raw === "" ? [] : [[variable.field, read(raw, variable)] as const];
  });
  const isSet = given.length > 0;
  const parsed = schema.safeParse(isSet || !schema.safeParse(null).success ? Object.fromEntries(given) : null);
  if (parsed.success) return { value: parsed.data, isSet, problems: [] };
  const problems = parsed.error.issues.map(({ path, message, code }) => {
    const name =
      variables.find(({ field }) => field === path[0])?.name ?? variables.map((each) => each.name).join(", ");
    const isMissing = given.every(([field]) => field !== path[0]);
    return `${name}: ${isMissing ? "set it" : code === "custom" || code === "invalid_format" ? message : `it does not fit (${code})`}`;
  });
  return { value: null, isSet, problems };
};

const read = (raw: string, { as }: Variable): unknown => {
  if (as === "number") return /^\d+(?:\.\d+)?$/u.test(raw) ? Number(raw) : raw;
  return as === "lines" ? raw.split("|").map((line) => line.trim()) : raw;
};
