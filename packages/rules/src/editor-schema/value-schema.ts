import { plainName } from "../explain/fact-words.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { choices, type Schema } from "./schema.ts";

/** The values of a fact, each in words where it has some. */
const valueSchema = (fact: FactDefinition): Schema => {
  switch (fact.type) {
    case "boolean":
      return { type: "boolean" };
    case "enum":
      return choices(fact.values.map((value) => ({ value, description: plainName(value) })));
    case "integer":
      return { type: "integer", minimum: fact.min, maximum: fact.max };
    case "date":
      return { type: "string", format: "date", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
  }
};

/** The name under which a fact's values are defined: those of every yes-or-no fact are the same. */
export const valuesOf = (fact: FactDefinition): string =>
  fact.type === "boolean" ? "YesOrNo" : `ValuesOf.${fact.name}`;

/** The values of every fact, by the name they are defined under. */
export const valueDefinitions = (facts: Iterable<FactDefinition>): Readonly<Record<string, Schema>> =>
  Object.fromEntries([...facts].map((fact) => [valuesOf(fact), valueSchema(fact)]));
