import * as Result from "effect/Result";
import { bindTogether } from "../decide/bind-questions.ts";
import type { QuestionCycle, UnknownQuestion } from "../decide/errors.ts";
import { type Closure, questionClosure } from "../decide/question-closure.ts";
import type { RuleChoice } from "../decide/select-rules.ts";
import { versionOf } from "../diff/rule-versions.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { assignmentOf, type FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { Case } from "../file/case-file.ts";
import type { Leaf } from "../file/condition.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { type CaseOutcome, factsFromStated, runCasesOf } from "../load/run-cases.ts";
import { settingOfCase, turningOn } from "./setting.ts";

/**
 * A question as it reads on one day with some rules turned on. Settings under which the same versions of the same rules
 * decide, and would decide with a rule more turned on, are one reading.
 */
export type CaseReading = {
  readonly setting: RuleChoice;
  readonly model: QuestionModel;
  /** The same with one rule more turned on, for each of the rules asked for. */
  readonly turnedOn: ReadonlyMap<RuleId, QuestionModel>;
};

/** A case that holds as its author expects, in the cells of the docket's space. */
export type DocketCase = { readonly stated: Case; readonly reading: CaseReading; readonly cells: Assignment };

/** A question's cases with everything needed to try them: all in one space, so that their diagrams can be combined. */
export type Docket = {
  readonly law: Law;
  readonly question: QuestionId;
  readonly space: FactSpace;
  readonly readings: readonly CaseReading[];
  readonly cases: readonly DocketCase[];
  /** Cases that the law does not answer as expected: they show nothing. */
  readonly failing: readonly CaseOutcome[];
};

export type DocketRequest = {
  readonly question: QuestionId;
  /** Days and choices to read the question on besides those of its cases. */
  readonly settings?: readonly RuleChoice[];
  /** Further tests to cut the facts by. */
  readonly tests?: readonly Leaf[];
  /** Rules that are off by default, to be turned on in each reading. */
  readonly turnOn?: readonly RuleId[];
};

/** @errors as `questionClosure`. */
export const docketOf = (
  law: Law,
  { question, settings = [], tests = [], turnOn = [] }: DocketRequest,
): Result.Result<Docket, UnknownQuestion | QuestionCycle> => {
  const stated = law.cases.get(question)?.cases ?? [];
  const choices = [...stated.map(settingOfCase), ...settings];
  const drafts: Draft[] = [];
  const close = closer(law, question);
  for (const setting of choices) {
    const closures = [setting, ...turnOn.map((rule) => turningOn(setting, rule))].map(close);
    const failed = closures.find(Result.isFailure);
    if (failed !== undefined) return Result.fail(failed.failure);
    drafts.push({ setting, closures: closures.flatMap((each) => (Result.isSuccess(each) ? [each.success] : [])) });
  }
  return Result.succeed(assemble({ law, question, tests, turnOn }, drafts));
};

/** A setting with its closure, then its closures with each rule turned on. */
type Draft = { readonly setting: RuleChoice; readonly closures: readonly Closed[] };
type Closed = { readonly closure: Closure; readonly key: string };

const closer = (law: Law, question: QuestionId) => {
  const kept = new Map<string, Closed>();
  return (choice: RuleChoice): Result.Result<Closed, UnknownQuestion | QuestionCycle> =>
    Result.map(questionClosure(law, question, choice), (closure) => {
      const key = closure.flatMap(({ question: id, rules }) => [id, ...rules.map(versionOf)]).join(", ");
      const closed = kept.get(key) ?? { closure, key };
      kept.set(key, closed);
      return closed;
    });
};

type Gathered = Required<Pick<DocketRequest, "question" | "tests" | "turnOn">> & { readonly law: Law };

const assemble = ({ law, question, tests, turnOn }: Gathered, drafts: readonly Draft[]): Docket => {
  const all = [...new Map(drafts.flatMap(({ closures }) => closures).map((each) => [each.key, each])).values()];
  const { space, models } = bindTogether({
    vocabulary: law.vocabulary,
    closures: all.map(({ closure }) => ({ law, closure })),
    tests: distinct(tests),
  });
  const modelOf = new Map(all.map(({ key }, place) => [key, itemAt(models, place)]));
  const readings = new Map<string, CaseReading>();
  for (const draft of drafts) {
    const [own, ...others] = draft.closures.flatMap(({ key }) => modelOf.get(key) ?? []);
    const key = keyOf(draft);
    if (own === undefined || readings.has(key)) continue;
    const turnedOn = new Map(turnOn.map((rule, place) => [rule, itemAt(others, place)]));
    readings.set(key, { setting: draft.setting, model: own, turnedOn });
  }
  const readingOf = drafts.map((draft) => readings.get(keyOf(draft)));
  const outcomes = runCasesOf(law, question);
  const cases = (law.cases.get(question)?.cases ?? []).flatMap((stated, place) => {
    const reading = readingOf[place];
    if (reading === undefined || itemAt(outcomes, place).differences.length > 0) return [];
    return [{ stated, reading, cells: assignmentOf(space, factsFromStated(stated.facts)) }];
  });
  const failing = outcomes.filter(({ differences }) => differences.length > 0);
  return { law, question, space, readings: [...readings.values()], cases, failing };
};

const keyOf = ({ closures }: Draft): string => closures.map(({ key }) => key).join("; ");

const distinct = (tests: readonly Leaf[]): readonly Leaf[] => [
  ...new Map(tests.map((leaf) => [JSON.stringify(leaf), leaf])).values(),
];
