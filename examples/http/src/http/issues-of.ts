import type { z } from "zod";
import type { Issue } from "./problem.ts";
import { spoken } from "./spoken.ts";

type ZodIssue = z.core.$ZodIssue;

/** Names of fields that the interface's own schemas have: a path holds no other name, since a caller may have made it up. */
export type KnownNames = ReadonlySet<string>;

/** Every problem that a schema found, told without what was sent. */
export const issuesOf = (
  found: readonly ZodIssue[],
  { known, under = "$" }: { readonly known: KnownNames; readonly under?: string },
): readonly Issue[] => found.slice(0, MOST_ISSUES).flatMap((issue) => inWords(issue, { known, under }));

/** An answer lists no more than this; the rest is found once these are mended. */
const MOST_ISSUES = 100;

type Telling = { readonly known: KnownNames; readonly under: string };

const inWords = (issue: ZodIssue, { known, under }: Telling): readonly Issue[] => {
  const path = pathOf(under, issue.path, known);
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((one, other) => one.length - other.length)[0] ?? [];
    return nearest.map((each) => ({ path: pathOf(path, each.path, known), ...wordsOf(each) }));
  }
  return [{ path, ...wordsOf(issue) }];
};

const pathOf = (under: string, path: readonly PropertyKey[], known: KnownNames): string =>
  under +
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : known.has(String(part)) ? `.${String(part)}` : ".*"))
    .join("");

const wordsOf = (issue: ZodIssue): Omit<Issue, "path"> => {
  if (issue.code === "invalid_type")
    return { problem: "is missing or of the wrong type", fix: `give ${issue.expected}` };
  if (issue.code === "invalid_value")
    return { problem: "is none of the values", fix: `give one of ${issue.values.map(String).join(", ")}` };
  return { problem: WORDS[issue.code] ?? "does not fit", fix: FIXES[issue.code] ?? spoken(issue.message) };
};

const WORDS: Readonly<Partial<Record<ZodIssue["code"], string>>> = {
  unrecognized_keys: "has a field that is not read here",
  too_small: "is out of bounds",
  too_big: "is out of bounds",
  invalid_union: "is none of the forms",
};

/** Where the schema's own words could hold what was sent. */
const FIXES: Readonly<Partial<Record<ZodIssue["code"], string>>> = {
  unrecognized_keys: "leave it out",
  invalid_union: "see the OpenAPI document",
};
