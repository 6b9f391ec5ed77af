import type { VerificationStatus } from "@victim-rights/core";
import * as Result from "effect/Result";
import { assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { Determination } from "./determination.ts";
import { type Clash, type DecideError, RuleConflict } from "./errors.ts";
import type { FactRecord } from "./fact-record.ts";
import type { Finding } from "./finding.ts";
import { weakerOf } from "./ground.ts";
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
  if (Result.isFailure(record)) return Result.fail(record.failure);
  const found = findIn(readingFor(compiled), record.success);
  if (Result.isFailure(found)) return Result.fail(found.failure);
  return Result.succeed(determination(found.success, record.success));
};

/** What was found for a question, with what was found for those that it reads. */
export type FoundTree = {
  readonly compiled: CompiledQuestion;
  readonly finding: Finding;
  readonly within: readonly FoundTree[];
  /** The weakest check among the grounds and the grounds within. */
  readonly weakest: VerificationStatus | null;
};

/** Decides a question and those that it reads, from one record of facts. */
export const findIn = (reading: Reading, record: FactRecord): Result.Result<FoundTree, RuleConflict> => {
  const within: FoundTree[] = [];
  for (const inner of reading.within) {
    const found = findIn(inner, record);
    if (Result.isFailure(found)) return Result.fail(found.failure);
    within.push(found.success);
  }
  const finding = reading.settle(record.cells) ?? reading.open(record);
  if (finding === null) return Result.fail(conflictIn(reading, record));
  const weakest = within.reduce((weaker, inner) => weakerOf(weaker, inner.weakest), finding.weakest);
  return Result.succeed({ compiled: reading.compiled, finding, within, weakest });
};

/** Reads a question's rules over every completion of the missing facts, by its diagram or plainly. */
export const surveyFacts = (compiled: CompiledQuestion, facts: Facts): Survey =>
  surveyCells(compiled, assignmentOf(compiled.space, facts));

const surveyCells = (compiled: CompiledQuestion, cells: Assignment): Survey =>
  compiled.diagrams === null ? surveyPlain(compiled, cells) : surveyDiagrams(compiled.diagrams, cells);

const conflictIn = (reading: Reading, record: FactRecord): RuleConflict =>
  new RuleConflict({ question: reading.compiled.question, clashes: clashesIn(reading, record) });

const clashesIn = ({ compiled, cellsOf, within }: Reading, record: FactRecord): readonly Clash[] => [
  ...surveyCells(compiled, cellsOf(record.cells)).clashes.map(({ denial, grant }) => ({
    denial: itemAt(compiled.grounds, denial),
    grant: itemAt(compiled.grounds, grant),
  })),
  ...within.flatMap((inner) => clashesIn(inner, record)),
];

const determination = ({ compiled, finding, within, weakest }: FoundTree, record: FactRecord): Determination => ({
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
  within: within.map((inner) => determination(inner, record)),
  weakestVerification: weakest,
  engine: compiled.engine,
  receipt: receiptOf(compiled, finding, record.given),
});
