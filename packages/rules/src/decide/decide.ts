import * as Result from "effect/Result";
import { assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { Answer } from "./answer.ts";
import type { Determination, Ground } from "./determination.ts";
import { contentHash } from "../content-hash.ts";
import { type Clash, type DecideError, RuleConflict } from "./errors.ts";
import { weakestOf } from "./ground.ts";
import { missingFacts } from "./missing-facts.ts";
import { surveyPlain } from "./plain/survey-plain.ts";
import type { Receipt } from "./receipt.ts";
import { type Survey, surveyDiagrams } from "./survey.ts";

/**
 * Decides a question for one set of facts. The answer is exact: `undetermined` only when some completion of the missing
 * facts says yes and another says no. A completion in which rules contradict each other says both, so a contradiction that
 * is merely possible leaves the answer undetermined, and one that no missing fact can remove is an error.
 * @errors `FactProblems` when a given fact is not of the vocabulary; `RuleConflict` when rules of this question, or of one
 * it reads, contradict each other whatever the missing facts turn out to be.
 */
export const decide = (compiled: CompiledQuestion, facts: Facts): Result.Result<Determination, DecideError> =>
  Result.flatMap(compiled.check(facts), (checked) =>
    decideChecked(compiled, { facts: checked, digest: factsDigest(checked) }),
  );

/** Facts that passed the vocabulary, with their digest. */
type CheckedFacts = { readonly facts: Facts; readonly digest: string };

const decideChecked = (
  compiled: CompiledQuestion,
  checked: CheckedFacts,
): Result.Result<Determination, RuleConflict> => {
  const inner = Result.all(compiled.within.map((question) => decideChecked(question, checked)));
  return Result.flatMap(inner, (within) => {
    const survey = surveyFacts(compiled, checked.facts);
    const answer = answerOf(survey);
    if (answer === null)
      return Result.fail(
        new RuleConflict({ question: compiled.question, clashes: clashesIn(compiled, checked.facts) }),
      );
    return Result.succeed(determination(compiled, { ...checked, survey, answer, within }));
  });
};

/** Reads a question's rules over every completion of the missing facts, by its diagram or plainly. */
export const surveyFacts = (compiled: CompiledQuestion, facts: Facts): Survey => {
  const assignment = assignmentOf(compiled.space, facts);
  return compiled.diagrams === null ? surveyPlain(compiled, assignment) : surveyDiagrams(compiled.diagrams, assignment);
};

/** `null` when every completion is a conflict. */
const answerOf = ({ answers }: Survey): Answer | null => {
  const [first, second] = answers;
  if (second !== undefined || first === undefined) return "undetermined";
  return first === "conflict" ? null : first;
};

const clashesIn = (compiled: CompiledQuestion, facts: Facts): readonly Clash[] => [
  ...surveyFacts(compiled, facts).clashes.map(({ denial, grant }) => ({
    denial: itemAt(compiled.grounds, denial),
    grant: itemAt(compiled.grounds, grant),
  })),
  ...compiled.within.flatMap((inner) => clashesIn(inner, facts)),
];

type Decided = CheckedFacts & {
  readonly survey: Survey;
  readonly answer: Answer;
  readonly within: readonly Determination[];
};

const determination = (compiled: CompiledQuestion, decided: Decided): Determination => {
  const { survey, answer, within } = decided;
  const ground = (place: number): Ground => itemAt(compiled.grounds, place);
  const grounds = survey.certain.map(ground);
  return {
    jurisdiction: compiled.law.id,
    question: compiled.question,
    asOf: compiled.asOf,
    edition: compiled.edition,
    answer,
    grounds,
    possibleGrounds: survey.possible.map(ground),
    overridden: survey.overridden.map(({ grant, by }) => ({ ground: ground(grant), by: by.map(ground) })),
    missing: missingFacts(compiled, decided.facts, survey.levels),
    missingForGrounds: missingFacts(compiled, decided.facts, survey.levelsForGrounds),
    within,
    weakestVerification: weakestOf([
      ...grounds.map(({ verified }) => verified.status),
      ...within.map((inner) => inner.weakestVerification),
    ]),
    engine: compiled.engine,
    receipt: receiptOf(compiled, decided),
  };
};

const receiptOf = (compiled: CompiledQuestion, { survey, answer, digest }: Decided): Receipt => ({
  version: 1,
  jurisdiction: compiled.law.id,
  question: compiled.question,
  asOf: compiled.asOf,
  edition: compiled.edition,
  ruleHash: compiled.ruleHash,
  enabled: compiled.enabled,
  factsDigest: digest,
  answer,
  grounds: survey.certain.map((place) => itemAt(compiled.grounds, place).rule),
});

/** The digest of what was given: facts that are not known at all leave no trace in it, uncertain ones do. */
const factsDigest = (facts: Facts): string =>
  contentHash(Object.fromEntries(Object.entries(facts).filter(([, value]) => (value ?? null) !== null)));
