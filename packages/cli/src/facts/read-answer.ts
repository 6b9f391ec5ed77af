import type { FactDefinition, FactValue, InterviewAnswer } from "@victim-rights/rules";
import { LocalDate } from "@victim-rights/core";

/** What a person typed: an answer, or something that does not answer the question. */
export type AnswerRead = InterviewAnswer | { readonly kind: "refused"; readonly hint: string };

/** Reads a typed answer to a fact's question. Closed lists may be answered by name or by number. */
export const readAnswer = (text: string, fact: FactDefinition): AnswerRead => {
  const typed = text.trim();
  const word = typed.toLowerCase();
  if (word === "skip" || word === "") return { kind: "skipped" };
  if (NOT_KNOWN.has(word)) return { kind: "not-known" };
  const value = valueOf(typed, fact);
  return value === null ? { kind: "refused", hint: hintAfter(typed, fact) } : { kind: "value", value };
};

const NOT_KNOWN: ReadonlySet<string> = new Set(["not known", "unknown", "don't know", "dont know", "?"]);
const YES: ReadonlySet<string> = new Set(["y", "yes", "true"]);
const NO: ReadonlySet<string> = new Set(["n", "no", "false"]);

const valueOf = (typed: string, fact: FactDefinition): FactValue | null => {
  switch (fact.type) {
    case "boolean":
      return booleanOf(typed.toLowerCase());
    case "enum":
      return fact.values.find((value, at) => value === typed.toLowerCase() || String(at + 1) === typed) ?? null;
    case "integer":
      return integerOf(typed, fact);
    case "date":
      return LocalDate.safeParse(typed).success && isWithin(typed, fact.from, fact.to) ? typed : null;
  }
};

const booleanOf = (word: string): boolean | null => (YES.has(word) ? true : NO.has(word) ? false : null);

const integerOf = (typed: string, { min, max }: { readonly min: number; readonly max: number }): number | null =>
  /^-?\d{1,6}$/u.test(typed) && isWithin(Number(typed), min, max) ? Number(typed) : null;

const isWithin = <T extends string | number>(value: T, least: T, most: T): boolean => value >= least && value <= most;

/** A list longer than this is shown only in part, as asked for. */
const LONG_LIST = 12;

const numbered = (values: readonly string[], isWanted: (value: string) => boolean): string =>
  values.flatMap((value, at) => (isWanted(value) ? [`${at + 1} ${value}`] : [])).join(", ");

/** After something that is no answer: the names that it may have meant, or what may be typed. */
const hintAfter = (typed: string, fact: FactDefinition): string => {
  if (fact.type !== "enum" || fact.values.length <= LONG_LIST) return hintFor(fact);
  const word = typed
    .replace(/^\?\s*/u, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, "-");
  const fitting = numbered(fact.values, (value) => word === "all" || value.includes(word));
  return fitting === "" ? hintFor(fact) : `one of: ${fitting}`;
};

/** What may be typed, in a few words. */
export const hintFor = (fact: FactDefinition): string => {
  switch (fact.type) {
    case "boolean":
      return "yes or no";
    case "enum":
      return fact.values.length > LONG_LIST
        ? `a name or its number; \`?word\` lists the names with that word, \`?all\` lists all ${fact.values.length}`
        : `one of: ${numbered(fact.values, () => true)}`;
    case "integer":
      return `a whole number of ${fact.unit}s, ${fact.min} to ${fact.max}`;
    case "date":
      return "a day as YYYY-MM-DD";
  }
};
