import * as Result from "effect/Result";
import { assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { Facts } from "../facts.ts";
import type { Answer } from "./answer.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { Determination } from "./determination.ts";
import { type Clash, type DecideError, RuleConflict } from "./errors.ts";
import type { FactRecord } from "./fact-record.ts";
import { type Finding, findingOf } from "./finding.ts";
import { weakerOf } from "./ground.ts";
import { missingFacts } from "./missing-facts.ts";
import { surveyPlain } from "./plain/survey-plain.ts";
import { type Reading, readingFor } from "./reading.ts";
import { receiptOf } from "./receipt-of.ts";
import { type Survey, surveyDiagrams } from "./survey.ts";

/**
 * Decides a question for one set of facts. The answer is exact: `undetermined` only when some completion of the missing
 * facts says yes and another says no. A completion in which rules contradict each other says both, so a contradiction that
 * is merely possible leaves the answer undetermined, and one that no missing fact can remove is an error.
 *
 * The determination shares frozen parts with others of the same question. Its receipt's digest of the facts, which takes
 * longer than deciding, is computed when it is first read, from the facts as they were when they were decided on.
 * @errors `FactProblems` when a given fact is not of the vocabulary; `RuleConflict` when rules of this question, or of one
 * it reads, contradict each other whatever the missing facts turn out to be.
 */
export const decide = (compiled: CompiledQuestion, facts: Facts): Result.Result<Determination, DecideError> => {
  const record = compiled.read(facts);
  return Result.isFailure(record) ? Result.fail(record.failure) : decideRecord(readingFor(compiled), record.success);
};

const decideRecord = (reading: Reading, record: FactRecord): Result.Result<Determination, RuleConflict> => {
  const within: Determination[] = [];
  for (const inner of reading.within) {
    const decided = decideRecord(inner, record);
    if (Result.isFailure(decided)) return Result.fail(decided.failure);
    within.push(decided.success);
  }
  const finding = reading.settle(record.cells) ?? surveyed(reading, record);
  if (finding === null) return Result.fail(conflictIn(reading, record));
  return Result.succeed(determination(reading.compiled, { record, finding, within }));
};

/** What every completion of the missing facts comes to; `null` when every one is a conflict. */
const surveyed = ({ compiled, cellsOf }: Reading, { facts, cells }: FactRecord): Finding | null => {
  const survey = surveyCells(compiled, cellsOf(cells));
  const answer = answerOf(survey);
  if (answer === null) return null;
  return findingOf(compiled, {
    ...survey,
    answer,
    missing: missingFacts(compiled, facts, survey.levels),
    missingForGrounds: missingFacts(compiled, facts, survey.levelsForGrounds),
  });
};

/** Reads a question's rules over every completion of the missing facts, by its diagram or plainly. */
export const surveyFacts = (compiled: CompiledQuestion, facts: Facts): Survey =>
  surveyCells(compiled, assignmentOf(compiled.space, facts));

const surveyCells = (compiled: CompiledQuestion, cells: Assignment): Survey =>
  compiled.diagrams === null ? surveyPlain(compiled, cells) : surveyDiagrams(compiled.diagrams, cells);

/** `null` when every completion is a conflict. */
const answerOf = ({ answers }: Survey): Answer | null => {
  const [first, second] = answers;
  if (second !== undefined || first === undefined) return "undetermined";
  return first === "conflict" ? null : first;
};

const conflictIn = (reading: Reading, record: FactRecord): RuleConflict =>
  new RuleConflict({ question: reading.compiled.question, clashes: clashesIn(reading, record) });

const clashesIn = ({ compiled, cellsOf, within }: Reading, record: FactRecord): readonly Clash[] => [
  ...surveyCells(compiled, cellsOf(record.cells)).clashes.map(({ denial, grant }) => ({
    denial: itemAt(compiled.grounds, denial),
    grant: itemAt(compiled.grounds, grant),
  })),
  ...within.flatMap((inner) => clashesIn(inner, record)),
];

type Decided = {
  readonly record: FactRecord;
  readonly finding: Finding;
  readonly within: readonly Determination[];
};

const determination = (compiled: CompiledQuestion, { record, finding, within }: Decided): Determination => ({
  jurisdiction: compiled.law.id,
  question: compiled.question,
  asOf: compiled.asOf,
  edition: compiled.edition,
  answer: finding.answer,
  grounds: finding.grounds,
  possibleGrounds: finding.possibleGrounds,
  overridden: finding.overridden,
  missing: finding.missing,
  missingForGrounds: finding.missingForGrounds,
  within,
  weakestVerification: within.reduce((weakest, inner) => weakerOf(weakest, inner.weakestVerification), finding.weakest),
  engine: compiled.engine,
  receipt: receiptOf(compiled, finding, record.given),
});
