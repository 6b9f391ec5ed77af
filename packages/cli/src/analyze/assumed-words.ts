import { LEFT_OUT_BECAUSE } from "@victim-rights/rules";
import type { Assumptions } from "@victim-rights/rules/analysis";

/** What a finding was shown under, in one line or two. */
export const assumedInWords = ({ asOf, domains, leftOut, enabled }: Assumptions): readonly string[] => {
  const bounds = domains.map(({ title, words }) => `${title} ${words}`);
  return [
    `shown for everybody all of whose facts are known, by the law of ${asOf}${bounds.length === 0 ? "" : `; ${bounds.join("; ")}`}`,
    ...(leftOut.length === 0
      ? []
      : [`left out: ${leftOut.map(({ rule, because }) => `${rule} (${LEFT_OUT_BECAUSE[because]})`).join(", ")}`]),
    ...(enabled.length === 0 ? [] : [`turned on: ${enabled.join(", ")}`]),
  ];
};
