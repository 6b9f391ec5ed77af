import type { LocalDate } from "@victim-rights/core";
import {
  type CompileError,
  compileQuestion,
  type Law,
  type QuestionId,
  type Rule,
  type RuleFile,
  type RuleId,
  UnknownQuestion,
  isInForce,
} from "@victim-rights/rules";
import {
  type Chart,
  chartOfQuestion,
  chartOfRule,
  type ChartTooLarge,
  type GuideError,
  lastReview,
  printGuide,
  type QuestionChart,
  RULE_CHART_NODES,
} from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { eventInWords } from "./event-words.ts";

/** What of a question to print, and how. */
type PrintWanted = {
  readonly question: QuestionId;
  readonly asOf?: LocalDate | undefined;
  readonly enable: readonly RuleId[];
  readonly rule?: RuleId | undefined;
  readonly charts: boolean;
  readonly maxNodes: number;
};

/** A rule, or one version of it, and its chart. */
type RuleChart = { readonly rule: Rule; readonly chart: Chart };

/** A question's guide and charts, not yet in any format. */
export type PrintedQuestion = {
  readonly file: RuleFile;
  readonly asOf: LocalDate;
  readonly guide: string;
  /** The chart of the question itself; `null` when one rule alone was asked for. */
  readonly answer: QuestionChart | null;
  readonly rules: readonly RuleChart[];
};

/** Prints a question of a law, or one rule of it in each of its versions. */
export const printQuestion = (law: Law, wanted: PrintWanted): Result.Result<PrintedQuestion, Failure> =>
  Result.mapError(
    Result.flatMap(fileOf(law, wanted), (file) => {
      const asOf = wanted.asOf ?? lastReview(file);
      return Result.flatMap(guideOf(law, wanted, asOf), (guide) =>
        Result.flatMap(answerChart(law, wanted, asOf), (answer) =>
          Result.map(ruleCharts(law, file, wanted), (rules) => ({ file, asOf, guide, answer, rules })),
        ),
      );
    }),
    ({ message }) => failure(EXIT.usage, [{ where: null, problem: message, fix: null }]),
  );

const fileOf = (law: Law, { question }: PrintWanted): Result.Result<RuleFile, UnknownQuestion> => {
  const file = law.questions.get(question)?.file;
  return file === undefined
    ? Result.fail(new UnknownQuestion({ question, readBy: null, known: [...law.questions.keys()].toSorted() }))
    : Result.succeed(file);
};

const guideOf = (
  law: Law,
  { question, rule, enable, charts, maxNodes }: PrintWanted,
  asOf: LocalDate,
): Result.Result<string, GuideError> =>
  printGuide(law, question, {
    asOf,
    enable,
    charts,
    maxNodes,
    eventInWords,
    ...(rule === undefined ? {} : { rule }),
  });

const answerChart = (
  law: Law,
  { question, rule, enable, maxNodes }: PrintWanted,
  asOf: LocalDate,
): Result.Result<QuestionChart | null, CompileError> =>
  rule !== undefined
    ? Result.succeed(null)
    : Result.map(compileQuestion(law, question, { asOf, enable }), (compiled) =>
        chartOfQuestion(compiled, { maxNodes }),
      );

/** A rule's own bound is far above what a question's chart may take, and is raised with it. */
const ruleCharts = (
  law: Law,
  { rules }: RuleFile,
  wanted: PrintWanted,
): Result.Result<readonly RuleChart[], ChartTooLarge> => {
  const maxNodes = Math.max(wanted.maxNodes, RULE_CHART_NODES);
  const told = rules.filter(({ id }) => wanted.rule === undefined || id === wanted.rule);
  return Result.all(told.map((rule) => Result.map(chartOfRule(law, rule, { maxNodes }), (chart) => ({ rule, chart }))));
};

/** The one chart to show: the question's, else that of the rule as it stood on the day, else of its last version. */
export const chartToShow = ({ answer, rules, asOf }: PrintedQuestion): Chart | undefined => {
  const version = rules.find(({ rule: { inForce } }) => isInForce(inForce, asOf)) ?? rules.at(-1);
  return answer?.chart ?? version?.chart;
};
