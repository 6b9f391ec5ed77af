import * as Result from "effect/Result";
import { chartOfRule, RULE_CHART_NODES } from "../chart/chart-of-rule.ts";
import { chartToMermaid } from "../chart/mermaid/chart-to-mermaid.ts";
import { plainName } from "../explain/fact-words.ts";
import type { Rule } from "../file/rule-file.ts";
import { eventInPlainWords } from "./event-words.ts";
import { type GuideSetting, placeOfRule } from "./guide-setting.ts";
import { anchor, fenced, listLines, markdown, sentence } from "./markdown.ts";
import { ruleRemarks } from "./rule-remarks.ts";
import { whenList } from "./when-list.ts";

/** All that a guide tells of one rule: its standing, when it holds, what follows, what else to know, and its chart. */
export const ruleSection = (rule: Rule, setting: GuideSetting): readonly string[] => {
  const { opening, items } = whenList(rule.conditions, setting.law);
  return [
    `### ${anchor(placeOfRule(setting, rule))}${markdown(rule.title)}`,
    "",
    ...listLines(ruleRemarks(rule, setting)),
    "",
    opening,
    "",
    ...listLines(items),
    "",
    ...consequence(rule, setting),
    ...notes(rule),
    ...chart(rule, setting),
  ];
};

const consequence = ({ effect, event }: Rule, { options }: GuideSetting): readonly string[] => {
  const lines = (options.eventInWords ?? eventInPlainWords)(event);
  const answer = effect === "grant" ? "a ground for yes" : "a ground for no";
  if (lines.length === 0) return [`Then there is ${answer}.`, ""];
  const items = lines.map(({ label, text }) => ({ text: `${markdown(label)}: ${markdown(text)}` }));
  return [`Then there is ${answer} (${markdown(plainName(event.type))}):`, "", ...listLines(items), ""];
};

const notes = ({ notes: texts = [] }: Rule): readonly string[] =>
  texts.length === 0
    ? []
    : [
        "An answer that rests on this rule must also say:",
        "",
        ...listLines(texts.map((text) => ({ text: markdown(sentence(text)) }))),
        "",
      ];

const chart = (rule: Rule, { law, options }: GuideSetting): readonly string[] => {
  if (options.charts === false) return [];
  const maxNodes = Math.max(options.maxNodes ?? 0, RULE_CHART_NODES);
  const made = chartOfRule(law, rule, { maxNodes });
  if (Result.isSuccess(made)) return [...fenced("mermaid", chartToMermaid(made.success)), ""];
  return ["The flow chart of this rule is too large to follow; the list above says all of it.", ""];
};
