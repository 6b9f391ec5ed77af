import { citesInWords } from "../chart/chart-caption.ts";
import { checkedInWords } from "../chart/checked-words.ts";
import { groundOf } from "../decide/ground.ts";
import { readingInWords, verificationInWords } from "../explain/verification-words.ts";
import type { InForce, Rule } from "../file/rule-file.ts";
import { type GuideSetting, leftOutBecause, placeOfRule } from "./guide-setting.ts";
import { code, type Item, linkTo, markdown } from "./markdown.ts";

/** What a reader must know of a rule beside its condition: its effect, its law, how well that was checked, when it is law. */
export const ruleRemarks = (rule: Rule, setting: GuideSetting): readonly Item[] => [
  remark("Effect", effectOf(rule, setting)),
  remark("Law", markdown(citesInWords(rule, setting.law))),
  remark("Checked", markdown(checked(rule, setting))),
  remark("In force", markdown(periodInWords(rule.inForce))),
  remark("Last reviewed", `on ${rule.reviewedOn}, to see that the provision still reads so`),
  ...(rule.reading === undefined ? [] : [remark("Reading", markdown(readingInWords(rule.reading)))]),
  remark("Rule", code(rule.id)),
];

const remark = (label: string, text: string): Item => ({ text: `**${label}:** ${text}` });

const effectOf = (rule: Rule, setting: GuideSetting): string => {
  const { rules } = setting.file;
  const aside = linksTo(
    rules.filter(({ id }) => rule.overrides?.includes(id) === true),
    setting,
  );
  const by = linksTo(
    rules.filter(({ overrides }) => overrides?.includes(rule.id) === true),
    setting,
  );
  if (rule.effect === "grant") return by === "" ? "grants" : `grants, unless it is set aside by ${by}`;
  return aside === "" ? "denies" : `denies, and sets aside ${aside}`;
};

const linksTo = (rules: readonly Rule[], setting: GuideSetting): string =>
  rules.map((rule) => ruleLink(rule, setting)).join(", ");

/** A rule by its title; a link when the guide tells of it. */
export const ruleLink = (rule: Rule, setting: GuideSetting): string =>
  setting.rules.includes(rule) ? linkTo(placeOfRule(setting, rule), rule.title) : `“${markdown(rule.title)}”`;

/** A rule that was turned on says so in the words of an answer that rests on it. */
const checked = (rule: Rule, setting: GuideSetting): string =>
  setting.compiled.enabled.includes(rule.id) && leftOutBecause(setting, rule) === null
    ? verificationInWords(groundOf(rule))
    : checkedInWords(rule);

/** On which days a provision is law, in words. */
const periodInWords = ({ from, until, note }: InForce): string => {
  const begin = from === null ? "in the edition read; the day it took effect was not established" : `from ${from}`;
  const end = until === null ? "no end is known" : `no longer on ${until} and after`;
  return `${begin}; ${end}.${note === undefined ? "" : ` ${note}`}`;
};
