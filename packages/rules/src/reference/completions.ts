import { valuesOf } from "../arbitrary/fact-values.ts";
import { readFact } from "../diagram/fact-space.ts";
import { type Facts, type FactValue, isUncertain } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { FactDefinition, FactName, Vocabulary } from "../vocabulary/fact-definition.ts";
import type { ReferenceDetermination } from "./reference-determination.ts";
import type { CompleteFacts } from "./reference-holds.ts";

/** Every way of filling in the missing facts of a small vocabulary. */
export const completionsOf = (vocabulary: Vocabulary, facts: Facts): readonly CompleteFacts[] =>
  [...vocabulary.values()].reduce<readonly CompleteFacts[]>(
    (partial, fact) =>
      partial.flatMap((each) => choices(fact, facts).map((value) => ({ ...each, [fact.name]: value }))),
    [{}],
  );

const choices = (fact: FactDefinition, facts: Facts): readonly FactValue[] => {
  const value = readFact(facts, fact.name);
  return value === undefined || value === null || isUncertain(value) ? valuesOf(fact) : [value];
};

/** What one completion comes to. */
export type SettledCase = { readonly facts: CompleteFacts; readonly determination: ReferenceDetermination };

/** What a determination must say of missing facts, from every completion tried one by one. */
export type ExhaustiveSurvey = {
  readonly answer: "yes" | "no" | "undetermined" | "conflict";
  readonly grounds: readonly RuleId[];
  readonly possibleGrounds: readonly RuleId[];
  readonly overridden: readonly RuleId[];
  readonly missing: readonly FactName[];
  readonly missingForGrounds: readonly FactName[];
};

export const surveyCases = (vocabulary: Vocabulary, cases: readonly SettledCase[]): ExhaustiveSurvey => {
  const all = cases.map(({ determination }) => determination);
  const answers = [...new Set(all.map(({ answer }) => answer))];
  const some = [...new Set(all.flatMap(({ grounds }) => grounds))].toSorted();
  const grounds = some.filter((id) => all.every((each) => each.grounds.includes(id)));
  const names = [...vocabulary.keys()];
  return {
    answer: answers.length === 1 && answers[0] !== undefined ? answers[0] : "undetermined",
    grounds,
    possibleGrounds: some.filter((id) => !grounds.includes(id)),
    overridden: (all[0]?.overridden ?? []).filter((id) => all.every((each) => each.overridden.includes(id))),
    missing: names.filter((name) => changesWith(name, cases, ({ answer }) => answer)),
    missingForGrounds: names.filter((name) =>
      changesWith(name, cases, (each) => `${each.answer} ${each.grounds.join()}`),
    ),
  };
};

/** Whether two completions that differ in this fact alone differ in what is seen of them. */
const changesWith = (
  name: FactName,
  cases: readonly SettledCase[],
  see: (determination: ReferenceDetermination) => string,
): boolean => {
  const apart = Map.groupBy(cases, ({ facts }) => JSON.stringify({ ...facts, [name]: null }));
  return [...apart.values()].some((group) => new Set(group.map(({ determination }) => see(determination))).size > 1);
};
