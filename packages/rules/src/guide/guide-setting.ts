import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { LeftOutRule } from "../decide/select-rules.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { Rule, RuleFile } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { GuideOptions } from "./guide-options.ts";
import { ownNameOf } from "./own-name.ts";

/** What every part of a guide is printed from. */
export type GuideSetting = {
  readonly law: Law;
  readonly file: RuleFile;
  readonly compiled: CompiledQuestion;
  /** The rules told, in the order of the file. */
  readonly rules: readonly Rule[];
  readonly options: GuideOptions;
};

/** Why a rule decides nothing on the day of the guide; `null` when it decides. Of one id, each version is told by itself. */
export const leftOutBecause = ({ compiled }: GuideSetting, rule: Rule): LeftOutRule["because"] | null =>
  compiled.leftOut.find((left) => left.rule === rule)?.because ?? null;

/** What a place of the guide is called that tells of a rule. */
export const placeOfRule = ({ file }: GuideSetting, rule: Rule): string => `rule-${ownNameOf(rule, file)}`;

/** What a place of the guide is called that tells of a question read. */
export const placeOfQuestion = (question: string): string => `question-${question}`;

/** What the rules told name: facts, and questions whose answers they read. */
export const namesIn = (rules: readonly Rule[]): ReadonlySet<FactName> =>
  new Set(rules.flatMap(({ conditions }) => leavesOf(conditions).map(({ fact }) => fact)));
