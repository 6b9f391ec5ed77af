import { formatCitation } from "@victim-rights/core";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { listInWords } from "../explain/fact-words.ts";
import type { Rule } from "../file/rule-file.ts";
import { checkedInWords } from "./checked-words.ts";
import type { Law } from "../load/law.ts";

/** A rule's citations as a lawyer writes them, in one line. */
export const citesInWords = ({ cites }: Pick<Rule, "cites">, law: Law): string =>
  listInWords(
    cites.map((cite) => formatCitation(cite, law.profile.sources)),
    "and",
  );

/** Where a rule's chart comes from and how well that was checked. */
export const ruleCaption = (rule: Rule, law: Law): readonly string[] => [
  [`${law.profile.name}: ${citesInWords(rule, law)}.`, ...period(rule), EFFECTS[rule.effect]].join(" "),
  checkedInWords(rule),
];

const EFFECTS = { grant: "The rule grants.", deny: "The rule denies." } as const;

const period = ({ inForce: { from, until } }: Rule): readonly string[] => {
  const days = [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`before ${until}`])];
  return days.length === 0 ? [] : [`Law ${days.join(" and ")}.`];
};

/** Where a question's chart comes from. */
export const questionCaption = ({ law, edition, asOf }: CompiledQuestion): readonly string[] => [
  `${law.profile.name}, edition ${edition}, as the law stood on ${asOf}.`,
];
