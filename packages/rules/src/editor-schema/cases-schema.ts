import { jsonSchemas } from "../file/json-schemas.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { amend, type Amendment } from "./amend.ts";
import { describeFact } from "./fact-words.ts";
import type { Names, QuestionNames } from "./names-in.ts";
import { byQuestion, headerSchema, ruleChoices } from "./rule-names.ts";
import { definition, type Schema, withKeys } from "./schema.ts";
import { valueDefinitions, valuesOf } from "./value-schema.ts";

/** The schema of a state's case files: facts by name with what each may be, and the rules of the question as grounds. */
export const casesSchema = (names: Names): Schema => {
  const facts = [...names.vocabulary.values()];
  const each = ["$defs", "Case", "properties"];
  const amendments: readonly Amendment[] = [
    [["$defs", "CaseFile"], (file) => ({ ...file, allOf: [...byQuestion(names, groundsOf)] })],
    [["$defs", "CaseFile", "properties"], (keys) => ({ ...keys, ...headerSchema(names) })],
    [[...each, "facts"], () => factsSchema(facts)],
    [[...each, "expect", "properties", "missing", "items"], () => ({ enum: facts.map(({ name }) => name) })],
    [["$defs"], (defs) => ({ ...defs, ...NOT_KNOWN, ...valueDefinitions(facts) })],
  ];
  return amend(jsonSchemas().get("case-file") ?? {}, amendments);
};

const NOT_KNOWN: Readonly<Record<string, Schema>> = {
  NotKnown: {
    anyOf: [
      { type: "null", description: "Not asked yet, as if the fact were left out." },
      {
        type: "object",
        description: "Asked, and nobody knows.",
        properties: { uncertain: { const: true } },
        required: ["uncertain"],
        additionalProperties: false,
      },
    ],
  },
};

const factsSchema = (facts: readonly FactDefinition[]): Schema => ({
  type: "object",
  description: "What is known. A fact left out is unknown.",
  properties: Object.fromEntries(facts.map((fact) => [fact.name, statedSchema(fact)])),
  additionalProperties: false,
});

const statedSchema = (fact: FactDefinition): Schema => ({
  title: fact.title,
  description: describeFact(fact),
  anyOf: [definition(valuesOf(fact)), definition("NotKnown")],
});

const groundsOf = ({ rules }: QuestionNames): Schema | null => {
  if (rules.length === 0) return null;
  const grounds = { items: ruleChoices(rules) };
  return withKeys({
    cases: { items: withKeys({ expect: withKeys({ grounds, overridden: grounds }) }) },
  });
};
