import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { Chart, ChartEdge, ChartNode, ChartSubject } from "./chart.ts";
import { citesInWords, questionCaption } from "./chart-caption.ts";
import { isQuestionRead } from "./fact-or-question.ts";

/** How large the full chart would be, and how large it was allowed to be. */
type Overrun = { readonly fullNodes: number | null; readonly maxNodes: number };

/** A question with all rules of its file, what they set aside and the questions they read, without their conditions. */
export const overviewOf = (compiled: CompiledQuestion, overrun: Overrun): Chart => {
  const { law, question } = compiled;
  const file = law.questions.get(question)?.file;
  const rules = file?.rules ?? [];
  const title = file?.title ?? question;
  const places = placesOf(compiled, rules);
  const asked: ChartNode = { kind: "box", id: "q", subject: "question", text: title, detail: "" };
  return {
    title,
    caption: questionCaption(compiled),
    direction: "right",
    nodes: [asked, ...rules.map((rule) => ruleBox(compiled, rule, places)), ...readBoxes(compiled, places)],
    edges: rules.flatMap((rule) => edgesOfRule(rule, places)),
    notes: [overrunInWords(overrun)],
  };
};

/** The ids of the boxes: of each rule of the file, in each of its versions, and of each question that one of them reads. */
type Places = { readonly rules: ReadonlyMap<Rule, string>; readonly reads: ReadonlyMap<QuestionId, string> };

const placesOf = ({ law }: CompiledQuestion, rules: readonly Rule[]): Places => {
  const reads = new Set(rules.flatMap(namesRead).filter((name) => isQuestionRead(name, law)));
  return {
    rules: new Map(rules.map((rule, at) => [rule, `r${at + 1}`])),
    reads: new Map([...reads].map((name, at) => [name, `a${at + 1}`])),
  };
};

const namesRead = ({ conditions }: Rule): readonly FactName[] => [
  ...new Set(leavesOf(conditions).map(({ fact }) => fact)),
];

const ruleBox = (compiled: CompiledQuestion, rule: Rule, { rules }: Places): ChartNode => {
  const because = compiled.leftOut.find((left) => left.rule === rule)?.because;
  const subject: ChartSubject = because === undefined ? (rule.effect === "grant" ? "grant" : "denial") : "off";
  const reach = setsAllAside(rule, [...rules.keys()]) ? "denies, and sets every grant aside" : "denies";
  const effect = rule.effect === "grant" ? "grants" : reach;
  const state = because === undefined ? "" : ` (${LEFT_OUT[because]})`;
  return {
    kind: "box",
    id: rules.get(rule) ?? "",
    subject,
    text: rule.title,
    detail: `${effect}${state}: ${citesInWords(rule, compiled.law)}`,
  };
};

const LEFT_OUT = { "not-in-force": "not law that day", recalled: "off: from memory", policy: "off: policy" } as const;

const readBoxes = ({ law }: CompiledQuestion, { reads }: Places): readonly ChartNode[] =>
  [...reads].map(([name, id]) => ({
    kind: "box",
    id,
    subject: "question-read",
    text: law.questions.get(name)?.file.title ?? name,
    detail: "a question of its own, read by the rules that point to it",
  }));

const edgesOfRule = (rule: Rule, { rules, reads }: Places): readonly ChartEdge[] => {
  const from = rules.get(rule) ?? "";
  // Lines from one denial to every grant would hide all others.
  const isAll = setsAllAside(rule, [...rules.keys()]);
  const named = isAll ? [] : [...rules].filter(([other]) => rule.overrides?.includes(other.id) === true);
  const aside = named.flatMap(([, to]) => edge(from, to, "sets aside"));
  const read = namesRead(rule).flatMap((name) => edge(from, reads.get(name), ""));
  return [...edge("q", from, ""), ...aside, ...read];
};

const setsAllAside = ({ overrides = [] }: Rule, rules: readonly Rule[]): boolean =>
  overrides.length > 0 && rules.every(({ id, effect }) => effect === "deny" || overrides.includes(id));

const edge = (from: string, to: string | undefined, label: string): readonly ChartEdge[] =>
  to === undefined ? [] : [{ from, to, label, ranges: [] }];

const overrunInWords = ({ fullNodes, maxNodes }: Overrun): string => {
  const size = fullNodes === null ? "more nodes than can be counted" : `${fullNodes} nodes`;
  return `This is an overview of the rules. The full chart, with every step to the answer, would have ${size}; at most ${maxNodes} are drawn.`;
};
