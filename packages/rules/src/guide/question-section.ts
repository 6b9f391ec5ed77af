import { chartOfQuestion } from "../chart/chart-of-question.ts";
import { chartToMermaid } from "../chart/mermaid/chart-to-mermaid.ts";
import type { Rule } from "../file/rule-file.ts";
import { type GuideSetting, leftOutBecause } from "./guide-setting.ts";
import { closed, code, fenced, listLines, markdown } from "./markdown.ts";
import { ruleLink } from "./rule-remarks.ts";

/** What is asked, of which law, on which day. */
export const guideHead = ({ law, file, compiled }: GuideSetting): readonly string[] => [
  `# ${markdown(file.title)}`,
  "",
  `${markdown(law.profile.name)}, law as it stood on ${compiled.asOf}. Edition read: ${markdown(closed(file.edition))}`,
  `Printed from the rules of ${code(law.id)} for the question ${code(file.question)}, in plain words and in the order of the file.`,
  "",
];

/** How the answer follows from the rules, which they are, and the chart of them all. */
export const inShort = (setting: GuideSetting): readonly string[] => {
  const deciding = setting.rules.filter((rule) => leftOutBecause(setting, rule) === null);
  const grants = deciding.filter(({ effect }) => effect === "grant");
  const denials = deciding.filter(({ effect }) => effect === "deny");
  return [
    "## In short",
    "",
    grants.length === 0
      ? "No rule grants on this day, so the answer is never yes."
      : `The answer is yes when at least one of these holds${denials.length === 0 ? "" : " and nothing sets it aside"}. It is no when none of them can:`,
    "",
    ...linked(grants, setting),
    ...denialLines(denials, setting),
    ...chart(setting),
  ];
};

const denialLines = (denials: readonly Rule[], setting: GuideSetting): readonly string[] =>
  denials.length === 0
    ? []
    : [
        "These deny. Each sets aside the rules it names; beside another that holds, the law contradicts itself and no answer is given:",
        "",
        ...linked(denials, setting),
      ];

const linked = (rules: readonly Rule[], setting: GuideSetting): readonly string[] =>
  rules.length === 0 ? [] : [...listLines(rules.map((rule) => ({ text: ruleLink(rule, setting) }))), ""];

const chart = ({ compiled, options }: GuideSetting): readonly string[] => {
  if (options.charts === false) return [];
  const { maxNodes } = options;
  const { chart: drawn, shows } = chartOfQuestion(compiled, maxNodes === undefined ? {} : { maxNodes });
  const says =
    shows === "answer"
      ? ["The same as a flow chart, with the questions that the rules read worked in:"]
      : drawn.notes.map(markdown);
  return [...says, "", ...fenced("mermaid", chartToMermaid(drawn)), ""];
};
