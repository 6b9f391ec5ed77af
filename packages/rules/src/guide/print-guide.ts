import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { UnknownRule } from "../chart/errors.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { UnknownQuestion } from "../decide/errors.ts";
import type { LeftOutRule } from "../decide/select-rules.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { QuestionId, Rule, RuleFile } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { glossary, notEncoded, questionsRead, sources, stateNotes } from "./back-matter.ts";
import type { GuideError, GuideOptions } from "./guide-options.ts";
import { type GuideSetting, leftOutBecause } from "./guide-setting.ts";
import { limits } from "./limits.ts";
import { guideHead, inShort } from "./question-section.ts";
import { ruleSection } from "./rule-section.ts";

/**
 * One question of a law as a guide in plain English, in Markdown: how the answer follows, every rule of the file with its law
 * and how it was checked, what it asks for and what follows, the questions and facts read, and what none of this decides.
 * The same law and options give the same text.
 * @errors `UnknownQuestion`, `UnknownEnabledRule`, `QuestionCycle`, `UnknownRule`, in that order.
 */
export const printGuide = (
  law: Law,
  question: QuestionId,
  options: GuideOptions = {},
): Result.Result<string, GuideError> => {
  const file = law.questions.get(question)?.file;
  if (file === undefined)
    return Result.fail(new UnknownQuestion({ question, readBy: null, known: [...law.questions.keys()].toSorted() }));
  const asOf = options.asOf ?? lastReview(file);
  const compiled = compileQuestion(law, question, { asOf, enable: options.enable ?? [] });
  return Result.flatMap(compiled, (ready) =>
    Result.map(rulesTold(file, options), (rules) => told({ law, file, compiled: ready, rules, options })),
  );
};

/** The last day on which a rule of the file was reviewed: the day that its law is told for unless another is given. */
export const lastReview = ({ rules }: Pick<RuleFile, "rules">): LocalDate =>
  itemAt(rules.map(({ reviewedOn }) => reviewedOn).toSorted(), rules.length - 1);

const rulesTold = (
  { rules, question }: RuleFile,
  { rule: id }: GuideOptions,
): Result.Result<readonly Rule[], UnknownRule> => {
  if (id === undefined) return Result.succeed(rules);
  const chosen = rules.filter((rule) => rule.id === id);
  return chosen.length === 0
    ? Result.fail(new UnknownRule({ rule: id, question, known: rules.map((rule) => rule.id) }))
    : Result.succeed(chosen);
};

const told = (setting: GuideSetting): string =>
  [
    ...guideHead(setting),
    ...(setting.options.rule === undefined ? inShort(setting) : []),
    ...SECTIONS.flatMap((section) => rulesOf(section, setting)),
    ...[questionsRead, glossary, sources, stateNotes, notEncoded, limits].flatMap((part) => part(setting)),
  ].join("\n");

/** Rules that decide are told first; those that do not are told apart, and why. */
type Section = {
  readonly because: LeftOutRule["because"] | null;
  readonly title: string;
  readonly opening: string | null;
};

const SECTIONS: readonly Section[] = [
  { because: null, title: "The rules", opening: null },
  {
    because: "recalled",
    title: "Off by default: rules that rest on memory",
    opening: "Nobody read the text of these. None decides anything until an agency turns it on by name.",
  },
  {
    because: "policy",
    title: "Off by default: policy that an agency may adopt",
    opening: "These go beyond the law. None decides anything until an agency turns it on by name.",
  },
  {
    because: "not-in-force",
    title: "Not law on this day",
    opening: "These are not in force on the day of this guide, and decide nothing on it.",
  },
];

const rulesOf = ({ because, title, opening }: Section, setting: GuideSetting): readonly string[] => {
  const rules = setting.rules.filter((rule) => leftOutBecause(setting, rule) === because);
  if (rules.length === 0) return [];
  return [
    `## ${title}`,
    "",
    ...(opening === null ? [] : [opening, ""]),
    ...rules.flatMap((rule) => ruleSection(rule, setting)),
  ];
};
