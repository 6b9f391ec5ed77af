import { type Chart, chartToMermaid, chartToSvg, ownNameOf } from "@victim-rights/rules/authoring";
import type { PrintedQuestion } from "./print-question.ts";

/** A guide and its charts as files, by path inside the folder they are written to. */
export const filesToWrite = ({ file, guide, answer, rules }: PrintedQuestion): ReadonlyMap<string, string> =>
  new Map([
    ["guide.md", guide],
    ...(answer === null ? [] : chartFiles("question", answer.chart)),
    ...rules.flatMap(({ rule, chart }) => chartFiles(`rules/${ownNameOf(rule, file)}`, chart)),
  ]);

const chartFiles = (path: string, chart: Chart): readonly (readonly [string, string])[] => [
  [`${path}.mmd`, chartToMermaid(chart)],
  [`${path}.svg`, chartToSvg(chart)],
];
