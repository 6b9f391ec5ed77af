import { isCalendarDay } from "../diagram/calendar-day.ts";
import type { Condition, FactLiteral, Leaf, Operator } from "../file/condition.ts";
import type { QuestionId } from "../file/rule-file.ts";
import { answerFact } from "../vocabulary/answer-fact.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";
import { suggestion } from "../vocabulary/nearest-name.ts";
import type { LawProblem, LawProblemCode } from "./law-problem.ts";

/** What a condition may refer to. */
export type Names = { readonly vocabulary: Vocabulary; readonly questions: ReadonlySet<QuestionId> };

type Place = { readonly file: string; readonly path: string };

/** Checks every test in a condition tree against the vocabulary. */
export const checkCondition = (condition: Condition, names: Names, place: Place): LawProblem[] => {
  if ("all" in condition)
    return condition.all.flatMap((child, at) => checkCondition(child, names, below(place, `all[${at}]`)));
  if ("any" in condition)
    return condition.any.flatMap((child, at) => checkCondition(child, names, below(place, `any[${at}]`)));
  if ("not" in condition) return checkCondition(condition.not, names, below(place, "not"));
  return checkLeaf(condition, names, place);
};

const below = (place: Place, step: string): Place => ({ file: place.file, path: `${place.path}.${step}` });

const checkLeaf = (leaf: Leaf, names: Names, place: Place): LawProblem[] => {
  const definition = names.questions.has(leaf.fact)
    ? answerFact(leaf.fact, leaf.fact)
    : names.vocabulary.get(leaf.fact);
  if (definition === undefined) return [unknownName(leaf.fact, names, below(place, "fact"))];
  if (!OPERATORS[definition.type].includes(leaf.operator)) return [misfit(leaf, definition, below(place, "operator"))];
  return checkValue(leaf, definition, below(place, "value"));
};

const EQUALITY: readonly Operator[] = ["equal", "notEqual"];
const MEMBERSHIP: readonly Operator[] = ["in", "notIn"];
const ORDER: readonly Operator[] = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];

/** The operators that make sense for each type of fact. */
export const OPERATORS: Readonly<Record<FactDefinition["type"], readonly Operator[]>> = {
  boolean: EQUALITY,
  enum: [...EQUALITY, ...MEMBERSHIP],
  integer: [...EQUALITY, ...MEMBERSHIP, ...ORDER],
  date: [...EQUALITY, ...ORDER],
};

const problem = (
  code: LawProblemCode,
  place: Place,
  texts: { readonly problem: string; readonly fix: string },
): LawProblem => ({
  code,
  ...place,
  ...texts,
});

const unknownName = (fact: string, names: Names, place: Place): LawProblem =>
  fact.includes("/")
    ? problem("unknown-question", place, {
        problem: `no question \`${fact}\` in this jurisdiction`,
        fix: suggestion(fact, names.questions, "add its rule file, or name a question that has one"),
      })
    : problem("unknown-fact", place, {
        problem: `no fact \`${fact}\` in the vocabulary`,
        fix: suggestion(fact, names.vocabulary.keys(), "add it to `facts` in jurisdiction.json"),
      });

const misfit = (leaf: Leaf, definition: FactDefinition, place: Place): LawProblem =>
  problem("operator-does-not-fit", place, {
    problem: `\`${leaf.operator}\` does not fit \`${leaf.fact}\`, which is of type ${definition.type}`,
    fix: `use one of ${OPERATORS[definition.type].map((name) => `\`${name}\``).join(", ")}`,
  });

const checkValue = (leaf: Leaf, definition: FactDefinition, place: Place): LawProblem[] => {
  const wantsList = MEMBERSHIP.includes(leaf.operator);
  if (wantsList !== Array.isArray(leaf.value)) {
    const fix = wantsList ? "write a list of values" : "write a single value, or use `in`";
    return [
      problem("operator-does-not-fit", place, {
        problem: `\`${leaf.operator}\` takes ${wantsList ? "a list" : "one value"}`,
        fix,
      }),
    ];
  }
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  return values.flatMap((value) => checkLiteral(value, { leaf, definition }, place));
};

type Test = { readonly leaf: Leaf; readonly definition: FactDefinition };

const checkLiteral = (value: FactLiteral, test: Test, place: Place): LawProblem[] => {
  const { definition } = test;
  if (!inDomain(value, definition)) {
    const fix =
      typeof value === "string" && definition.type === "enum"
        ? suggestion(value, definition.values, domainInWords(definition))
        : domainInWords(definition);
    return [
      problem("value-outside-domain", place, {
        problem: `\`${String(value)}\` is not a value of \`${definition.name}\``,
        fix,
      }),
    ];
  }
  if (!isUnreachable(value, test)) return [];
  return [
    problem("value-unreachable", place, {
      problem: `\`${test.leaf.operator}\` \`${String(value)}\` gives the same answer for every value of \`${definition.name}\``,
      fix: `${domainInWords(definition)}, so that the test can come out both ways`,
    }),
  ];
};

const inDomain = (value: FactLiteral, definition: FactDefinition): boolean => {
  switch (definition.type) {
    case "boolean":
      return typeof value === "boolean";
    case "enum":
      return definition.values.some((known) => known === value);
    case "integer":
      return typeof value === "number" && isWithin(value, definition.min, definition.max);
    case "date":
      return typeof value === "string" && isCalendarDay(value) && isWithin(value, definition.from, definition.to);
  }
};

const isWithin = <Value extends number | string>(value: Value, low: Value, high: Value): boolean =>
  value >= low && value <= high;

/** A comparison at the edge of the domain that every value passes, or none does. */
const isUnreachable = (value: FactLiteral, { leaf, definition }: Test): boolean => {
  if (definition.type !== "integer" && definition.type !== "date") return false;
  const [low, high] =
    definition.type === "integer" ? [definition.min, definition.max] : [definition.from, definition.to];
  if (CUTS_BELOW.includes(leaf.operator)) return value === low;
  return CUTS_ABOVE.includes(leaf.operator) && value === high;
};

/** The operators that part the values below a bound from the bound and what is above it, and the others. */
const CUTS_BELOW: readonly Operator[] = ["lessThan", "greaterThanInclusive"];
const CUTS_ABOVE: readonly Operator[] = ["lessThanInclusive", "greaterThan"];

const domainInWords = (definition: FactDefinition): string => {
  switch (definition.type) {
    case "boolean":
      return "write true or false";
    case "enum":
      return `write one of ${definition.values
        .slice(0, 12)
        .map((value) => `\`${value}\``)
        .join(", ")}${definition.values.length > 12 ? ", …" : ""}`;
    case "integer":
      return `write a whole number from ${definition.min} to ${definition.max}`;
    case "date":
      return `write a day from ${definition.from} to ${definition.to}`;
  }
};
