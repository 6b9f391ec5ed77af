import * as Result from "effect/Result";
import { cutDomain } from "../diagram/cells.ts";
import { type Axis, OUTSIDE } from "../diagram/cell.ts";
import { readFact } from "../diagram/fact-space.ts";
import type { Facts } from "../facts.ts";
import type { FactDefinition, FactName } from "../vocabulary/fact-definition.ts";
import type { Law } from "../load/law.ts";
import { nearestName } from "../vocabulary/nearest-name.ts";
import { type FactProblem, FactProblems } from "./errors.ts";

/** Checks given facts against one law's vocabulary, made once and used for every decision. */
export type FactCheck = (facts: Facts) => Result.Result<Facts, FactProblems>;

/**
 * A check of every given fact: its name, its type, its domain. Unknown and uncertain facts pass.
 * @errors `FactProblems` with every problem at once, in the order of the facts' names.
 */
export const factCheck = (law: Law): FactCheck => {
  const axes = new Map([...law.vocabulary].map(([name, definition]) => [name, cutDomain(definition, [])]));
  return (facts) => {
    const problems = Object.keys(facts)
      .filter((name) => !isKnown(axes.get(name), readFact(facts, name)))
      .toSorted()
      .map((name) => problemOf(law, name, readFact(facts, name)));
    return problems.length === 0 ? Result.succeed(facts) : Result.fail(new FactProblems({ problems }));
  };
};

const isKnown = (axis: Axis | undefined, value: unknown): boolean =>
  isMissing(value, axis !== undefined) || (axis !== undefined && axis.cellOf(value) !== OUTSIDE);

/** Whether a value says that its fact is not known; only a fact of the vocabulary can be uncertain. */
export const isMissing = (value: unknown, isOfVocabulary: boolean): boolean =>
  value === undefined || value === null || (isOfVocabulary && isMarkedUncertain(value));

const problemOf = (law: Law, name: FactName, value: unknown): FactProblem => {
  const definition = law.vocabulary.get(name);
  if (definition === undefined) return unknownFact(law, name);
  const code = typeof value === TYPE_IN_MEMORY[definition.type] ? "outside-domain" : "wrong-type";
  return { code, fact: name, message: `\`${name}\` ${refusal(definition, value)}: give ${domainInWords(definition)}` };
};

const isMarkedUncertain = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "uncertain" in value && value.uncertain === true;

const TYPE_IN_MEMORY: Readonly<Record<FactDefinition["type"], string>> = {
  boolean: "boolean",
  enum: "string",
  integer: "number",
  date: "string",
};

const unknownFact = (law: Law, name: FactName): FactProblem => {
  const shown = `\`${shorten(name)}\``;
  if (law.questions.has(name)) {
    return {
      code: "unknown-fact",
      fact: name,
      message: `${shown} is a question, not a fact: give the facts that it reads`,
    };
  }
  const near = nearestName(name, law.vocabulary.keys());
  const hint = near === undefined ? "see the vocabulary for the facts that rules read" : `did you mean \`${near}\``;
  return { code: "unknown-fact", fact: name, message: `no fact ${shown}: ${hint}` };
};

/** A sensitive value is never printed, nor the allowed value nearest to it, since messages reach logs. */
const refusal = (definition: FactDefinition, value: unknown): string => {
  if (definition.sensitive) return "has a value outside its domain";
  const shown = typeof value === "string" ? shorten(value) : writtenShort(value);
  const near =
    definition.type === "enum" && typeof value === "string" ? nearestName(value, definition.values) : undefined;
  return `cannot be \`${shown}\`${near === undefined ? "" : ` (did you mean \`${near}\`?)`}`;
};

/** `JSON.stringify` throws on a bigint, and a database driver may well hand one in. */
const writtenShort = (value: unknown): string =>
  typeof value === "bigint" ? shorten(String(value)) : shorten(JSON.stringify(value) ?? typeof value);

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const domainInWords = (definition: FactDefinition): string => {
  switch (definition.type) {
    case "boolean":
      return "true or false";
    case "enum":
      return `one of ${definition.values.map((value) => `\`${value}\``).join(", ")}`;
    case "integer":
      return `a whole number from ${definition.min} to ${definition.max} (${definition.unit}s)`;
    case "date":
      return `a day from ${definition.from} to ${definition.to} as YYYY-MM-DD`;
  }
};
