import type { InForce, Rule } from "../file/rule-file.ts";
import type { LawProblem } from "./law-problem.ts";

type Version = { readonly at: number; readonly rule: Rule };

/** Checks the days rules are in force: no reversed period, and the versions of one rule neither overlap nor leave a gap. */
export const checkPeriods = (file: string, rules: readonly Rule[]): LawProblem[] => {
  const versions = rules.map((rule, at) => ({ at, rule }));
  const reversed = versions
    .filter(({ rule }) => isReversed(rule.inForce))
    .map((version) => reversedPeriod(file, version));
  const byId = Map.groupBy(versions, ({ rule }) => rule.id);
  return [...reversed, ...[...byId.values()].flatMap((all) => checkSequence(file, all))];
};

const isReversed = ({ from, until }: InForce): boolean => from !== null && until !== null && until <= from;

const reversedPeriod = (file: string, { at, rule }: Version): LawProblem => ({
  code: "period-reversed",
  file,
  path: `$.rules[${at}].inForce`,
  problem: `\`until\` ${rule.inForce.until} is not after \`from\` ${rule.inForce.from}`,
  fix: "write the first day of force as `from` and the first day without it as `until`",
});

const checkSequence = (file: string, versions: readonly Version[]): LawProblem[] => {
  const ordered = versions.toSorted((a, b) => compareStart(a.rule.inForce, b.rule.inForce));
  return ordered.slice(1).flatMap((next, index) => {
    const previous = ordered[index];
    return previous === undefined ? [] : checkPair(file, previous, next);
  });
};

const compareStart = (a: InForce, b: InForce): number => (a.from ?? "").localeCompare(b.from ?? "");

const checkPair = (file: string, previous: Version, next: Version): LawProblem[] => {
  const { until } = previous.rule.inForce;
  const { from } = next.rule.inForce;
  const place = { file, path: `$.rules[${next.at}].inForce` };
  if (from === null || until === null || from < until) {
    return [
      {
        code: "periods-overlap",
        ...place,
        problem: `two versions of \`${next.rule.id}\` are in force on the same day (the other is $.rules[${previous.at}])`,
        fix: "end the earlier version (`until`) on the day the later one takes effect (`from`)",
      },
    ];
  }
  if (from === until) return [];
  return [
    {
      code: "period-gap",
      ...place,
      problem: `no version of \`${next.rule.id}\` is in force from ${until} to ${from}`,
      fix: "close the gap, or give the later provision an id of its own if the law really lapsed",
    },
  ];
};
