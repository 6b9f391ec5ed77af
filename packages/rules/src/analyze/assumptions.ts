import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import type { Assumptions } from "./analysis-report.ts";

/** What anything shown of a question over the facts of a space rests on. */
export const assumptionsOf = (compiled: CompiledQuestion, space: FactSpace = compiled.space): Assumptions => ({
  asOf: compiled.asOf,
  enabled: compiled.enabled,
  leftOut: leftOutWithin(compiled).toSorted((left, right) => (left.rule < right.rule ? -1 : 1)),
  domains: space.axes.flatMap(({ definition }) => {
    const words = boundsInWords(definition);
    return words === null ? [] : [{ fact: definition.name, title: definition.title, words }];
  }),
  facts: "all-known",
});

type LeftOut = Assumptions["leftOut"][number];

/** Questions may read the same question twice: each rule is named once. */
const leftOutWithin = (compiled: CompiledQuestion): readonly LeftOut[] => {
  const byRule = new Map<string, LeftOut>();
  const visit = ({ leftOut, within }: CompiledQuestion): void => {
    for (const { rule, because } of leftOut) byRule.set(rule.id, { rule: rule.id, because });
    for (const inner of within) visit(inner);
  };
  visit(compiled);
  return [...byRule.values()];
};

const boundsInWords = (definition: FactDefinition): string | null => {
  switch (definition.type) {
    case "integer":
      return `${definition.min} to ${definition.max} ${definition.unit}s`;
    case "date":
      return `${definition.from} to ${definition.to}`;
    case "boolean":
    case "enum":
      return null;
  }
};
