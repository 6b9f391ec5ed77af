import * as Result from "effect/Result";
import { type Docket, docketOf } from "../cover/docket.ts";
import { settingOfCase, settingsOfRules } from "../cover/setting.ts";
import { periodAmong } from "../cover/version-period.ts";
import type { QuestionCycle, UnknownQuestion } from "../decide/errors.ts";
import { once } from "../decide/once.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { Leaf } from "../file/condition.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { EventParams } from "../load/check-event-params.ts";
import type { Law } from "../load/law.ts";
import { eventMutator } from "./event-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsOfRule } from "./rule-mutants.ts";

/** One version of a rule with its mutants. */
export type RuleTrial = Pick<Mutant, "rule" | "period"> & { readonly mutants: readonly Mutant[] };

/** Everything needed to try the mutants of one question's rules. */
export type Trial = {
  readonly docket: Docket;
  /** The questions that read this one, directly or through others, with their cases; made when the first mutant gets so far. */
  readonly readers: () => readonly Docket[];
  /** By version of each rule, in the order of the file. */
  readonly rules: readonly RuleTrial[];
};

/** @errors as `docketOf`. */
export const openTrial = (
  law: Law,
  question: QuestionId,
  eventParams: EventParams | undefined,
): Result.Result<Trial, UnknownQuestion | QuestionCycle> => {
  const source = { law, question, eventMutants: eventMutator(eventParams) };
  const written = law.questions.get(question)?.file.rules ?? [];
  const rules = written.map((rule): RuleTrial => ({
    rule: rule.id,
    period: periodAmong(written, rule),
    mutants: mutantsOfRule(rule, source),
  }));
  const request = { tests: testsOf(rules.flatMap(({ mutants }) => mutants)), turnOn: offIn(law, question) };
  const readers = readersOf(law, question);
  const settings = [
    ...settingsOfRules(law, question),
    ...readers.flatMap((reader) => (law.cases.get(reader)?.cases ?? []).map(settingOfCase)),
  ];
  return Result.map(docketOf(law, { ...request, question, settings }), (docket) => ({
    docket,
    readers: once(() => readers.flatMap((reader) => readable(docketOf(law, { ...request, question: reader })))),
    rules,
  }));
};

/** A question that cannot be read kills nothing. */
const readable = (docket: Result.Result<Docket, unknown>): readonly Docket[] =>
  Result.isSuccess(docket) ? [docket.success] : [];

const testsOf = (mutants: readonly Mutant[]): readonly Leaf[] =>
  mutants.flatMap(({ revision }) => (revision.kind === "conditions" ? leavesOf(revision.rule.conditions) : []));

const offIn = (law: Law, question: QuestionId): readonly RuleId[] =>
  (law.questions.get(question)?.file.rules ?? []).filter((rule) => offByDefault(rule) !== null).map((rule) => rule.id);

/** The questions whose rules read a question, directly or through others, in the order of the law. */
const readersOf = (law: Law, question: QuestionId): readonly QuestionId[] => {
  const reached = new Set([question]);
  const reads = new Map(
    [...law.questions].map(([id, { file }]) => [
      id,
      file.rules.flatMap((rule) => leavesOf(rule.conditions).map((leaf) => leaf.fact)),
    ]),
  );
  for (const _ of law.questions)
    for (const [id, facts] of reads) if (facts.some((fact) => reached.has(fact))) reached.add(id);
  return [...law.questions.keys()].filter((id) => id !== question && reached.has(id));
};
