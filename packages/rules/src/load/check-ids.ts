import type { JurisdictionFile } from "../file/jurisdiction-file.ts";
import type { Rule } from "../file/rule-file.ts";
import { questionOfPath } from "./folder-paths.ts";
import type { Folder } from "./folder.ts";
import type { LawProblem } from "./law-problem.ts";

/** Checks that a rule's id says where the rule stands: an id is quoted far from its file, in answers and receipts. */
export const checkRuleIds = (file: string, rules: readonly Rule[], profile: JurisdictionFile): LawProblem[] => {
  const expected = `${profile.id}/${questionOfPath(file)}/`;
  return rules.flatMap(({ id }, at): LawProblem[] =>
    id.startsWith(expected)
      ? []
      : [
          {
            code: "rule-id-differs",
            file,
            path: `$.rules[${at}].id`,
            problem: `\`${id}\` does not say where the rule stands`,
            fix: `begin it with \`${expected}\``,
          },
        ],
  );
};

/** Checks that what a folder declares once is declared once: of two with one id, a reader would find either. */
export const checkDuplicates = (profile: JurisdictionFile, { rows, notEncoded }: Folder): LawProblem[] => [
  ...repeated("jurisdiction.json", "agencies", idsOf(profile.agencies)),
  ...repeated("jurisdiction.json", "sources", idsOf(profile.sources)),
  ...repeated("jurisdiction.json", "channels", idsOf(profile.channels)),
  ...repeated(
    "jurisdiction.json",
    "facts",
    profile.facts.map((fact) => fact.name),
  ),
  ...repeated("law-rows.json", "rows", idsOf(rows?.rows ?? [])),
  ...repeated("not-encoded.json", "rows", idsOf(notEncoded?.rows ?? [])),
];

const idsOf = (declared: readonly { readonly id: string }[]): readonly string[] => declared.map(({ id }) => id);

const repeated = (file: string, list: string, ids: readonly string[]): LawProblem[] =>
  ids.flatMap((id, at): LawProblem[] => {
    const first = ids.indexOf(id);
    if (first === at) return [];
    return [
      {
        code: "duplicate-id",
        file,
        path: `$.${list}[${at}]`,
        problem: `\`${id}\` is declared already, at $.${list}[${first}]`,
        fix: "correct one of the two, or remove it",
      },
    ];
  });
