import { type FactDefinition, type FactValue, UNCERTAIN, type Uncertain } from "@victim-rights/rules";
import { LocalDate } from "@victim-rights/core";

/** What a person typed: a value, "nobody can say", "leave it open", or something that does not answer the question. */
export type AnswerRead =
  | { readonly kind: "value"; readonly value: FactValue | Uncertain }
  | { readonly kind: "skip" }
  | { readonly kind: "refused"; readonly hint: string };

/** Reads a typed answer to a fact's question. Closed lists may be answered by name or by number. */
export const readAnswer = (text: string, fact: FactDefinition): AnswerRead => {
  const typed = text.trim();
  const word = typed.toLowerCase();
  if (word === "skip" || word === "") return { kind: "skip" };
  if (NOT_KNOWN.has(word)) return { kind: "value", value: UNCERTAIN };
  const value = valueOf(typed, fact);
  return value === null ? { kind: "refused", hint: hintFor(fact) } : { kind: "value", value };
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

/** What may be typed, in a few words. */
export const hintFor = (fact: FactDefinition): string => {
  switch (fact.type) {
    case "boolean":
      return "yes or no";
    case "enum":
      return `one of: ${fact.values.map((value, at) => `${at + 1} ${value}`).join(", ")}`;
    case "integer":
      return `a whole number of ${fact.unit}s, ${fact.min} to ${fact.max}`;
    case "date":
      return "a day as YYYY-MM-DD";
  }
};
