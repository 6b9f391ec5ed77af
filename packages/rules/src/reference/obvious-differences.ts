import * as Result from "effect/Result";
import type { LawPair } from "../arbitrary/arbitrary-law-pair.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { valuesOf } from "../arbitrary/fact-values.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { fieldChanges } from "../diff/field-changes.ts";
import { onBoth } from "../diff/side.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { QuestionSource } from "../load/law.ts";
import { obviousDetermination, type ReferenceDetermination } from "./reference-determination.ts";
import type { CompleteFacts } from "./reference-holds.ts";

/** Every fact that a side reads, with the values that it knows. */
export const factsRead = ({ law, enable }: LawPair["left"]) => {
  const { space } = Result.getOrThrow(compileQuestion(law, SAMPLE_QUESTION, { asOf: SAMPLE_DAY, enable }));
  return new Map(space.axes.map(({ definition }) => [definition.name, valuesOf(definition)]));
};

/** Every person in the facts that a side reads, with values that both sides know where both read the fact. */
export const everyone = (pair: LawPair): readonly CompleteFacts[] => {
  const { left, right } = onBoth(pair, factsRead);
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.reduce<readonly CompleteFacts[]>(
    (people, name) => {
      const [lefts, rights] = [left.get(name), right.get(name)];
      const values = (lefts ?? rights ?? []).filter(
        (value) => lefts === undefined || rights === undefined || rights.includes(value),
      );
      return people.flatMap((person) => values.map((value) => ({ ...person, [name]: value })));
    },
    [{}],
  );
};

/** What one side determines, remembered: every person is asked after several times. */
export const determined = (
  { law, enable }: LawPair["left"],
  { question, facts }: { readonly question: QuestionId; readonly facts: CompleteFacts },
): ReferenceDetermination => {
  const known = REMEMBERED.get(facts) ?? new Map<QuestionSource | undefined, ReferenceDetermination>();
  REMEMBERED.set(facts, known);
  const source = law.questions.get(question);
  const found = known.get(source) ?? obviousDetermination(law, { question, asOf: SAMPLE_DAY, enable }, facts);
  known.set(source, found);
  return found;
};

const REMEMBERED = new WeakMap<CompleteFacts, Map<QuestionSource | undefined, ReferenceDetermination>>();

const ruleOf = ({ law }: LawPair["left"], id: string) =>
  law.questions.get(SAMPLE_QUESTION)?.file.rules.find((rule) => rule.id === id);

/** What differs for one person, each thing as a line. */
export const obviousByRule = (
  pair: LawPair,
  facts: CompleteFacts,
  reworded: ReadonlySet<string>,
): readonly string[] => {
  const { left, right } = onBoth(pair, (side) => determined(side, { question: SAMPLE_QUESTION, facts }));
  if (left.answer !== right.answer) return [`answer ${left.answer} ${right.answer}`];
  if (left.answer !== "yes") return [];
  return [
    ...left.grounds.filter((id) => !right.grounds.includes(id)).map((id) => `lost ${id}`),
    ...right.grounds.filter((id) => !left.grounds.includes(id)).map((id) => `gained ${id}`),
    ...left.grounds.filter((id) => right.grounds.includes(id) && reworded.has(id)).map((id) => `follows ${id}`),
  ].toSorted();
};

/** The rules of both sides from which something else follows. */
export const reworkedRules = (pair: LawPair): ReadonlySet<string> =>
  new Set(
    (pair.left.law.questions.get(SAMPLE_QUESTION)?.file.rules ?? []).flatMap((left) => {
      const right = ruleOf(pair.right, left.id);
      return right !== undefined && fieldChanges({ left, right }).length > 0 ? [left.id] : [];
    }),
  );

export const obviousByEffect = (pair: LawPair, facts: CompleteFacts): readonly string[] => {
  const { left, right } = onBoth(pair, (side) => {
    const { answer, grounds } = determined(side, { question: SAMPLE_QUESTION, facts });
    return { answer, params: grounds.map((id) => ruleOf(side, id)?.event.params ?? {}) };
  });
  if (left.answer !== right.answer) return [`answer ${left.answer} ${right.answer}`];
  if (left.answer !== "yes") return [];
  const said = (list: readonly object[], field: string) =>
    [...new Set(list.map((params) => JSON.stringify(Reflect.get(params, field) ?? null)))].toSorted().join();
  const fields = ["window", "methods"];
  return fields.some((field) => said(left.params, field) !== said(right.params, field)) ? ["effect"] : [];
};
