import type { CoverageReport, RuleCoverage, Shown, Tally } from "@victim-rights/rules/analysis";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { ruleInWords } from "../print/rule-in-words.ts";
import { witnessInWords } from "./witness-words.ts";

/** Prints what a question's cases show, and each thing that they could show and do not, with facts that would. */
export const printCoverage = (io: Io, report: CoverageReport): void => {
  const { totals } = report;
  say(io, styleFor(io)("bold", report.question));
  say(io, `  rules that hold in a case          ${tallyInWords(totals.holds)}`);
  say(io, `  rules that do not hold in a case   ${tallyInWords(totals.doesNotHold)}`);
  say(io, `  tests seen to matter, true, false  ${tallyInWords(totals.conditions)}`);
  say(io, `  values of facts that rules part    ${tallyInWords(totals.values)}`);
  say(io, `  values at the edge of a range      ${tallyInWords(totals.edges)}`);
  for (const { name } of report.failing) say(io, `  ${styleFor(io)("red", "fails already")} ${name}`);
  for (const line of missingInWords(report)) say(io, line);
};

const tallyInWords = ({ shown, missing, impossible, notDecided }: Tally): string =>
  [
    `${shown} of ${shown + missing}`,
    ...(impossible === 0 ? [] : [`${impossible} that no facts can show`]),
    ...(notDecided === 0 ? [] : [`${notDecided} not decided`]),
  ].join(", ");

const missingInWords = ({ rules, facts }: CoverageReport): readonly string[] => [
  ...rules.flatMap(linesOf),
  ...facts.flatMap(({ title, values, edges }) =>
    [
      ...values.flatMap(({ words, shown }) => lineFor(`no case has: ${words}`, shown)),
      ...edges.flatMap(({ value, shown }) => lineFor(`no case has just ${String(value)}`, shown)),
    ].map((line) => `  ${title}: ${line}`),
  ),
];

const linesOf = (rule: RuleCoverage): readonly string[] => {
  const { holds, doesNotHold, conditions } = rule;
  const lines = [
    ...lineFor("no case in which it holds", holds),
    ...lineFor("no case in which it does not hold", doesNotHold),
    ...conditions.flatMap(({ at, test, whenTrue, whenFalse }) => [
      ...lineFor(`no case shows that it needs \`${test}\` (${at})`, whenTrue),
      ...lineFor(`no case shows that it fails for want of \`${test}\` (${at})`, whenFalse),
    ]),
  ];
  return lines.length === 0 ? [] : ["", `  ${ruleInWords(rule)}`, ...lines.map((line) => `    ${line}`)];
};

/** What is missing, and facts that would show it; nothing for what is shown or cannot be. */
const lineFor = (words: string, shown: Shown): readonly string[] =>
  shown.state === "missing" ? [`${words}; would be: ${witnessInWords(shown.witness)}`] : [];
