import type { RuleCoverage } from "@victim-rights/rules/analysis";

/** A rule by its id, with its days where it has several versions: `xx-cl/notice/escape from 2020-01-01`. */
export const ruleInWords = ({ rule, period }: Pick<RuleCoverage, "rule" | "period">): string => {
  if (period === null) return rule;
  const { from, until } = period;
  return `${rule}${from === null ? "" : ` from ${from}`}${until === null ? "" : ` until ${until}`}`;
};
