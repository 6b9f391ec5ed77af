import { jsonSchemas } from "../file/json-schemas.ts";
import { propertyVocabulary } from "../load/property-names.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { amend, type Amendment } from "./amend.ts";
import { describeFact } from "./fact-words.ts";
import { leafSchema, testableSchema } from "./leaf-schema.ts";
import type { Names } from "./names-in.ts";
import { headerSchema, ruleChoices } from "./rule-names.ts";
import { choices, definition, type Schema } from "./schema.ts";
import { valueDefinitions } from "./value-schema.ts";

/** The schema of what a state's rules must hold to: facts, questions, the answer, and rules as grounds. */
export const propertiesSchema = (names: Names): Schema => {
  const { jurisdiction, question } = headerSchema(names);
  const rules = names.questions.flatMap((each) => each.rules);
  const vocabulary = propertyVocabulary(names.vocabulary, rules);
  const testable = { ...names, vocabulary };
  const amendments: readonly Amendment[] = [
    [["$defs", "Leaf"], () => leafSchema(testable)],
    [["$defs", "PropertyFile", "properties"], (keys) => ({ ...keys, jurisdiction })],
    ...["Implication", "NeverLoses"].map((kind): Amendment => [
      ["$defs", kind, "properties"],
      (keys) => ({ ...keys, question, enable: { type: "array", items: definition("AnyRule") } }),
    ]),
    [["$defs", "NeverLoses", "properties", "neverLoses", "items"], () => orderedFacts(names.vocabulary.values())],
    [
      ["$defs"],
      (defs) => ({
        ...defs,
        Testable: testableSchema(testable),
        YesOrNo: { type: "boolean" },
        AnyRule: ruleChoices(rules),
        ...valueDefinitions(vocabulary.values()),
      }),
    ],
  ];
  return amend(jsonSchemas().get("property-file") ?? {}, amendments);
};

/** Facts of which there can be more: a value of a list has no order. */
const orderedFacts = (facts: Iterable<FactDefinition>): Schema =>
  choices(
    [...facts]
      .filter(({ type }) => type !== "enum")
      .map((fact) => ({ value: fact.name, title: fact.title, description: describeFact(fact) })),
  );
