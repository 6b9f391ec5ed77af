import type { FactDefinition, FactValue, InterviewAnswer } from "@victim-rights/rules";
import { LocalDate } from "@victim-rights/core";

/** What a person typed: an answer, or something that does not answer the question. */
export type AnswerRead = InterviewAnswer | { readonly kind: "refused"; readonly hint: string };

/** Reads a typed answer to a fact's question. A name of a closed list comes before every word and number of ours. */
export const readAnswer = (text: string, fact: FactDefinition): AnswerRead => {
  const typed = text.trim();
  const name = fact.type === "enum" ? nameOf(typed, fact.values) : null;
  return name === null ? withoutName(typed, fact) : { kind: "value", value: name };
};

const withoutName = (typed: string, fact: FactDefinition): AnswerRead => {
  const word = typed.toLowerCase();
  if (word === "skip" || word === "") return { kind: "skipped" };
  if (NOT_KNOWN.has(word)) return { kind: "not-known" };
  const value = valueOf(typed, fact);
  return value === null ? { kind: "refused", hint: hintAfter(typed, fact) } : { kind: "value", value };
};

const NOT_KNOWN: ReadonlySet<string> = new Set(["not known", "unknown", "don't know", "dont know"]);
const YES: ReadonlySet<string> = new Set(["y", "yes", "true"]);
const NO: ReadonlySet<string> = new Set(["n", "no", "false"]);

/** The name as it is written, else the only one that differs in nothing but capitals. */
const nameOf = (typed: string, values: readonly string[]): string | null => {
  if (values.includes(typed)) return typed;
  const [alike, another] = values.filter((value) => value.toLowerCase() === typed.toLowerCase());
  return another === undefined ? (alike ?? null) : null;
};

const valueOf = (typed: string, fact: FactDefinition): FactValue | null => {
  switch (fact.type) {
    case "boolean":
      return booleanOf(typed.toLowerCase());
    case "enum":
      return numberedName(typed, fact.values);
    case "integer":
      return integerOf(typed, fact);
    case "date":
      return LocalDate.safeParse(typed).success && isWithin(typed, fact.from, fact.to) ? typed : null;
  }
};

const numberedName = (typed: string, values: readonly string[]): string | null =>
  areNumbered(values) ? (values.find((_, at) => String(at + 1) === typed) ?? null) : null;

/** A number could be the place of a name or another name: no place is taken where some name looks like a number. */
const areNumbered = (values: readonly string[]): boolean => values.every((value) => Number.isNaN(Number(value)));

const booleanOf = (word: string): boolean | null => (YES.has(word) ? true : NO.has(word) ? false : null);

/** Read as a big integer first, which knows no minus zero. */
const integerOf = (typed: string, { min, max }: { readonly min: number; readonly max: number }): number | null => {
  const value = /^-?\d+$/u.test(typed) ? Number(BigInt(typed)) : Number.NaN;
  return Number.isSafeInteger(value) && isWithin(value, min, max) ? value : null;
};

const isWithin = <T extends string | number>(value: T, least: T, most: T): boolean => value >= least && value <= most;

/** A list longer than this is shown only in part, as asked for. */
const LONG_LIST = 12;

const listed = (values: readonly string[], isWanted: (value: string) => boolean): string => {
  const isNumbered = areNumbered(values);
  return values.flatMap((value, at) => (isWanted(value) ? [isNumbered ? `${at + 1} ${value}` : value] : [])).join(", ");
};

/** After something that is no answer: the names that it may have meant, or what may be typed. */
const hintAfter = (typed: string, fact: FactDefinition): string => {
  if (fact.type !== "enum" || fact.values.length <= LONG_LIST) return hintFor(fact);
  const word = typed
    .replace(/^\?\s*/u, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, "-");
  const fitting = listed(fact.values, (value) => word === "all" || value.toLowerCase().includes(word));
  return word === "" || fitting === "" ? hintFor(fact) : `one of: ${fitting}`;
};

/** What may be typed, in a few words. */
export const hintFor = (fact: FactDefinition): string => {
  switch (fact.type) {
    case "boolean":
      return "yes or no";
    case "enum":
      return fact.values.length > LONG_LIST
        ? `a name${areNumbered(fact.values) ? " or its number" : ""}; \`?word\` lists the names with that word, \`?all\` lists all ${fact.values.length}`
        : `one of: ${listed(fact.values, () => true)}`;
    case "integer":
      return `a whole number of ${fact.unit}s, ${fact.min} to ${fact.max}`;
    case "date":
      return `a day as YYYY-MM-DD, ${fact.from} to ${fact.to}`;
  }
};
