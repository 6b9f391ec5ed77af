import type { FactDefinition, FactProblems, Law } from "@victim-rights/rules";
import type { Issue } from "../http/problem.ts";

/** What is wrong with facts, without the values that were given and without names that no rule reads. */
export const factIssues = ({ problems }: FactProblems, law: Law): readonly Issue[] =>
  problems.map(({ fact, code }) => {
    const definition = law.vocabulary.get(fact);
    if (definition === undefined)
      return { path: "$.facts.*", problem: "is no fact of this state", fix: "see the names of the state's facts" };
    const what = code === "wrong-type" ? "is of the wrong type" : "is outside its domain";
    return { path: `$.facts.${fact}`, problem: what, fix: `give ${domainOf(definition)}` };
  });

const domainOf = (definition: FactDefinition): string => {
  switch (definition.type) {
    case "boolean":
      return "true or false";
    case "enum":
      return `one of ${definition.values.join(", ")}`;
    case "integer":
      return `a whole number from ${definition.min} to ${definition.max} (${definition.unit}s)`;
    case "date":
      return `a day from ${definition.from} to ${definition.to} as YYYY-MM-DD`;
  }
};
