import { plainName } from "../explain/fact-words.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

/** What an editor says of a fact: what is asked, what may be answered, who would know. */
export const describeFact = (fact: FactDefinition): string =>
  [
    fact.question,
    domainOf(fact),
    `Known by: ${plainName(fact.knownBy)}.`,
    fact.sensitive ? "Painful to be asked: asked last, and only when it matters." : "",
    fact.note ?? "",
  ]
    .filter((part) => part !== "")
    .join(" ");

const domainOf = (fact: FactDefinition): string => {
  switch (fact.type) {
    case "boolean":
      return "Yes or no.";
    case "enum":
      return `One of ${fact.values.length} values.`;
    case "integer":
      return `A whole number of ${fact.unit}s, ${fact.min} to ${fact.max}.`;
    case "date":
      return `A day, ${fact.from} to ${fact.to}.`;
  }
};
