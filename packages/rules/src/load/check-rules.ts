import type { Citation } from "@victim-rights/core";
import type { Rule, RuleFile } from "../file/rule-file.ts";
import { suggestion } from "../vocabulary/nearest-name.ts";
import { checkCondition, type Names } from "./check-conditions.ts";
import type { LawProblem } from "./law-problem.ts";
import { checkPeriods } from "./check-periods.ts";

/** What a rule file may refer to outside itself. */
export type Surroundings = Names & { readonly sources: ReadonlySet<string>; readonly rows: ReadonlySet<string> | null };

/** Checks what one rule file says against its surroundings: names, citations, rows, periods and overrides. */
export const checkRuleFile = (path: string, file: RuleFile, around: Surroundings): LawProblem[] => [
  ...file.rules.flatMap((rule, at) => checkRule(rule, around, { file: path, path: `$.rules[${at}]` })),
  ...checkOverrides(path, file.rules),
  ...checkPeriods(path, file.rules),
];

type Place = { readonly file: string; readonly path: string };

const checkRule = (rule: Rule, around: Surroundings, place: Place): LawProblem[] => [
  ...checkCondition(rule.conditions, around, { file: place.file, path: `${place.path}.conditions` }),
  ...rule.cites.flatMap((cite, at) =>
    checkCitation(cite, around, { file: place.file, path: `${place.path}.cites[${at}].source` }),
  ),
  ...checkRows(rule, around.rows, place),
  ...checkReview(rule, place),
];

/** A citation must name a source that the jurisdiction lists. */
export const checkCitation = (
  cite: Citation,
  around: { readonly sources: ReadonlySet<string> },
  place: Place,
): LawProblem[] =>
  around.sources.has(cite.source)
    ? []
    : [
        {
          code: "unknown-source",
          ...place,
          problem: `no source \`${cite.source}\` in jurisdiction.json`,
          fix: suggestion(cite.source, around.sources, "list it under `sources`"),
        },
      ];

/** Whoever read the text on a day has thereby checked on that day that it reads so. */
const checkReview = ({ verified, reviewedOn }: Rule, { file, path }: Place): LawProblem[] =>
  reviewedOn >= verified.on
    ? []
    : [
        {
          code: "reviewed-before-read",
          file,
          path: `${path}.reviewedOn`,
          problem: `\`${reviewedOn}\` is before the day on which the text was read, ${verified.on}`,
          fix: "write the last day on which somebody checked the text, as `reviewedOn`",
        },
      ];

const checkRows = (rule: Rule, rows: ReadonlySet<string> | null, place: Place): LawProblem[] =>
  rows === null
    ? []
    : rule.rows.flatMap((row, at) =>
        rows.has(row)
          ? []
          : [
              {
                code: "unknown-row" as const,
                file: place.file,
                path: `${place.path}.rows[${at}]`,
                problem: `no row \`${row}\` in law-rows.json`,
                fix: suggestion(row, rows, "list it there, or name a row that is listed"),
              },
            ],
      );

const checkOverrides = (file: string, rules: readonly Rule[]): LawProblem[] => {
  const grants = new Set(rules.filter((rule) => rule.effect === "grant").map((rule) => rule.id));
  return rules.flatMap((rule, at) => {
    const path = `$.rules[${at}].overrides`;
    if (rule.effect === "grant" && rule.overrides !== undefined) {
      return [
        {
          code: "unknown-rule" as const,
          file,
          path,
          problem: "a grant cannot override",
          fix: "remove `overrides`, or write the exception as a denial",
        },
      ];
    }
    return (rule.overrides ?? []).flatMap((id, index) =>
      grants.has(id)
        ? []
        : [
            {
              code: "unknown-rule" as const,
              file,
              path: `${path}[${index}]`,
              problem: `no grant \`${id}\` in this file`,
              fix: suggestion(id, grants, "name a grant of this file"),
            },
          ],
    );
  });
};
