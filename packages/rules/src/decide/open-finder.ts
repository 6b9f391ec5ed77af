import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { answerOf } from "./answer-of.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { FactRecord } from "./fact-record.ts";
import { type Finding, findingOf } from "./finding.ts";
import { missingFacts, stateOf } from "./missing-facts.ts";
import type { QuestionDiagrams } from "./question-diagrams.ts";
import { diagramReader } from "./reduced-diagram.ts";
import { type Survey, surveyOf } from "./survey.ts";

/** The finding when facts that matter are missing; `null` when every completion of them is a conflict. */
export type OpenFinder = (record: FactRecord) => Finding | null;

/** The findings of so many conclusions are kept; what comes after the oldest was dropped is put together anew. */
const MOST_FINDINGS = 256;

/**
 * Finds by a question's diagrams. What the missing facts leave open is read off them each time; the finding that follows
 * is kept for others of whom the law says the same. What is kept are conclusions, never the facts of anybody.
 */
export const openFinder = (
  compiled: CompiledQuestion,
  diagrams: QuestionDiagrams,
  cellsOf: (cells: Assignment) => Assignment,
): OpenFinder => {
  const { table, holding, grounds, answer, outcomes } = diagrams;
  const read = diagramReader(table, [holding, grounds, answer]);
  const findings = new Map<string, Finding>();
  return (record) => {
    const left = read(cellsOf(record.cells));
    const reached = {
      values: left.valuesFrom(HOLDING),
      levelsForGrounds: left.levelsFrom(GROUNDS),
      levels: left.levelsFrom(ANSWER),
    };
    const key = keyOf(compiled, record, reached);
    const known = findings.get(key);
    if (known !== undefined) return known;
    const survey = surveyOf({ ...reached, outcomes: reached.values.map((value) => itemAt(outcomes, value)) });
    const finding = openFinding(compiled, record, survey);
    if (finding !== null) keep(findings, key, finding);
    return finding;
  };
};

const [HOLDING, GROUNDS, ANSWER] = [0, 1, 2];

/** What a survey comes to; `null` when every completion is a conflict. */
export const openFinding = (compiled: CompiledQuestion, { facts }: FactRecord, survey: Survey): Finding | null => {
  const answer = answerOf(survey);
  if (answer === null) return null;
  return findingOf(compiled, {
    ...survey,
    answer,
    missing: missingFacts(compiled, facts, survey.levels),
    missingForGrounds: missingFacts(compiled, facts, survey.levelsForGrounds),
  });
};

type Reached = Pick<Survey, "levels" | "levelsForGrounds"> & { readonly values: readonly number[] };

/** A conclusion in short: which outcomes are open, which facts matter for what, and which of them are uncertain. */
const keyOf = ({ space }: CompiledQuestion, { facts }: FactRecord, { values, levels, levelsForGrounds }: Reached) => {
  const uncertain = [...levels, ...levelsForGrounds].filter(
    (level) => stateOf(facts, itemAt(space.axes, level).definition.name) === "uncertain",
  );
  return `${values.join()}|${levels.join()}|${levelsForGrounds.join()}|${uncertain.join()}`;
};

const keep = (findings: Map<string, Finding>, key: string, finding: Finding): void => {
  const oldest = findings.size >= MOST_FINDINGS ? findings.keys().next().value : undefined;
  if (oldest !== undefined) findings.delete(oldest);
  findings.set(key, finding);
};
