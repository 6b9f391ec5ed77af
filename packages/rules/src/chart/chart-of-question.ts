import { itemAt } from "../diagram/item-at.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import type { SettledAnswer } from "../decide/outcome.ts";
import type { Chart } from "./chart.ts";
import { questionCaption } from "./chart-caption.ts";
import { chartOfDiagram, chartSize, type Diagram } from "./chart-of-diagram.ts";
import { overviewOf } from "./overview.ts";

/** How a question's chart is drawn. */
export type QuestionChartOptions = {
  /** How many nodes the full chart may have, ends included, before an overview takes its place; 60 when not given. */
  readonly maxNodes?: number;
};

/** A question's chart, and what it shows. */
export type QuestionChart = {
  readonly chart: Chart;
  /** `answer`: every step to the answer. `overview`: the rules, what sets them aside, and the questions they read. */
  readonly shows: "answer" | "overview";
  /** How many nodes the full chart has; `null` when the rules take too many to count. */
  readonly fullNodes: number | null;
};

/** How many nodes of a question's chart a person can still follow on one page. */
export const QUESTION_CHART_NODES = 60;

/**
 * The flow chart of a question's answer, every base fact a step and the questions read worked in, when it has at most
 * `maxNodes` nodes; else an overview of its rules, which says how many nodes the full chart would have.
 */
export const chartOfQuestion = (
  compiled: CompiledQuestion,
  { maxNodes = QUESTION_CHART_NODES }: QuestionChartOptions = {},
): QuestionChart => {
  const diagram = answerDiagram(compiled);
  const fullNodes = diagram === null ? null : chartSize(diagram);
  if (diagram === null || fullNodes === null || fullNodes > maxNodes)
    return { chart: overviewOf(compiled, { fullNodes, maxNodes }), shows: "overview", fullNodes };
  return { chart: answerChart(compiled, diagram), shows: "answer", fullNodes };
};

const answerDiagram = ({ diagrams, space }: CompiledQuestion): Diagram | null =>
  diagrams === null ? null : { table: diagrams.table, root: diagrams.answer, space };

const answerChart = (compiled: CompiledQuestion, diagram: Diagram): Chart => ({
  title: compiled.law.questions.get(compiled.question)?.file.title ?? compiled.question,
  caption: questionCaption(compiled),
  direction: "down",
  ...chartOfDiagram(diagram, (value) => {
    const outcome = itemAt(SETTLED_ANSWERS, value);
    return { outcome, text: ANSWERS[outcome] };
  }),
});

const ANSWERS: Readonly<Record<SettledAnswer, string>> = {
  yes: "The answer is yes",
  no: "The answer is no",
  conflict: "The rules contradict each other: no answer",
};
