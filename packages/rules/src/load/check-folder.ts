import type { CaseFile } from "../file/case-file.ts";
import type { JurisdictionFile } from "../file/jurisdiction-file.ts";
import { checkDuplicates, checkRuleIds } from "./check-ids.ts";
import { checkProperty } from "./check-property.ts";
import { suggestion } from "../vocabulary/nearest-name.ts";
import { checkCitation, checkRuleFile, type Surroundings } from "./check-rules.ts";
import { isRulePath, questionOfPath } from "./folder-paths.ts";
import type { LawProblem } from "./law-problem.ts";
import type { Folder } from "./folder.ts";
import type { LawFiles } from "./law-files.ts";
import { vocabularyOf } from "./vocabulary-of.ts";

/** Checks the files of a folder against each other. */
export const checkFolder = (files: LawFiles, folder: Folder): LawProblem[] => {
  const { profile } = folder;
  if (!files.has("jurisdiction.json")) return [missingProfile];
  if (profile === undefined) return [];
  const around = surroundingsOf(files, folder, profile);
  return [
    ...[...folder.questions].flatMap(([path, source]) => [
      ...checkHeader(path, source.file, profile),
      ...checkRuleFile(path, source.file, around),
      ...checkRuleIds(path, source.file.rules, profile),
    ]),
    ...[...folder.cases].flatMap(([path, file]) => [
      ...checkHeader(path, file, profile),
      ...checkCaseFile(path, file, around),
    ]),
    ...checkProfile(profile, around),
    ...checkDuplicates(profile, folder),
    ...LISTS.flatMap(([file, list]) => checkJurisdiction(file, folder[list], profile)),
    ...checkNotEncoded(folder),
    ...checkProperties(folder, around),
  ];
};

/** The files that name their jurisdiction and no question. */
const LISTS = [
  ["law-rows.json", "rows"],
  ["not-encoded.json", "notEncoded"],
  ["properties.json", "properties"],
] as const;

const missingProfile: LawProblem = {
  code: "file-missing",
  file: "jurisdiction.json",
  path: "$",
  problem: "the folder has no jurisdiction.json",
  fix: "add one: it names the state, its agencies, sources, channels and calendar",
};

/** A question counts as known when its file is there, readable or not: its own faults are reported once, not again by every reader. */
const surroundingsOf = (files: LawFiles, folder: Folder, profile: JurisdictionFile): Around => ({
  vocabulary: vocabularyOf(profile),
  questions: new Set([...files.keys()].filter(isRulePath).map(questionOfPath)),
  sources: new Set(profile.sources.map((source) => source.id)),
  rows: folder.rows === null ? null : new Set(folder.rows.rows.map((row) => row.id)),
  rules: new Set([...folder.questions.values()].flatMap((source) => source.file.rules.map((rule) => rule.id))),
  allRead: [...files.keys()].filter(isRulePath).every((path) => folder.questions.has(path)),
});

type Around = Surroundings & { readonly rules: ReadonlySet<string>; readonly allRead: boolean };

type Header = { readonly jurisdiction: string; readonly question: string };

const checkHeader = (path: string, header: Header, profile: JurisdictionFile): LawProblem[] => {
  const expected = questionOfPath(path);
  const problems = checkJurisdiction(path, header, profile);
  if (header.question === expected) return problems;
  return [
    ...problems,
    {
      code: "question-differs-from-path",
      file: path,
      path: "$.question",
      problem: `\`${header.question}\` does not match the file's path`,
      fix: `write \`${expected}\`, or move the file`,
    },
  ];
};

const checkJurisdiction = (
  path: string,
  header: { readonly jurisdiction: string } | null,
  profile: JurisdictionFile,
): LawProblem[] =>
  header === null || header.jurisdiction === profile.id
    ? []
    : [
        {
          code: "jurisdiction-differs",
          file: path,
          path: "$.jurisdiction",
          problem: `\`${header.jurisdiction}\` is not this folder's jurisdiction`,
          fix: `write \`${profile.id}\``,
        },
      ];

const checkCaseFile = (path: string, file: CaseFile, around: Around): LawProblem[] => [
  ...(around.questions.has(file.question) ? [] : [noSuchQuestion(path, file, around)]),
  ...(around.allRead
    ? file.cases.flatMap((each, at) => unknownRules(each, around).map((id) => noSuchRule(path, at, { id, around })))
    : []),
];

const noSuchQuestion = (path: string, file: CaseFile, around: Around): LawProblem => ({
  code: "unknown-question",
  file: path,
  path: "$.question",
  problem: `no rule file answers \`${file.question}\``,
  fix: suggestion(file.question, around.questions, "add the rule file, or remove the cases"),
});

const unknownRules = (each: CaseFile["cases"][number], around: Around): readonly string[] =>
  [
    ...(each.enable ?? []),
    ...(each.expect.grounds ?? []),
    ...(each.expect.overridden ?? []),
    ...Object.keys(each.expect.events ?? {}),
  ].filter((id) => !around.rules.has(id));

const noSuchRule = (
  path: string,
  at: number,
  { id, around }: { readonly id: string; readonly around: Around },
): LawProblem => ({
  code: "unknown-rule",
  file: path,
  path: `$.cases[${at}]`,
  problem: `no rule \`${id}\``,
  fix: suggestion(id, around.rules, "name a rule of this jurisdiction"),
});

const checkProfile = ({ channels, calendar }: JurisdictionFile, around: Surroundings): LawProblem[] =>
  [
    ...channels.map(({ cites }, at) => [`$.channels[${at}]`, cites] as const),
    ["$.calendar", calendar.cites] as const,
    ...calendar.holidays.map(({ cites }, at) => [`$.calendar.holidays[${at}]`, cites] as const),
    ["$.calendar.dayCounting", calendar.dayCounting.cites] as const,
  ].flatMap(([path, cites]) =>
    cites.flatMap((cite, at) =>
      checkCitation(cite, around, { file: "jurisdiction.json", path: `${path}.cites[${at}].source` }),
    ),
  );

const checkNotEncoded = ({ notEncoded, rows }: Folder): LawProblem[] => {
  if (notEncoded === null || rows === null) return [];
  const known = new Set(rows.rows.map((row) => row.id));
  return notEncoded.rows.flatMap((row, at) =>
    known.has(row.id)
      ? []
      : [
          {
            code: "unknown-row" as const,
            file: "not-encoded.json",
            path: `$.rows[${at}].id`,
            problem: `no row \`${row.id}\` in law-rows.json`,
            fix: "list it there first",
          },
        ],
  );
};

const checkProperties = ({ properties, questions }: Folder, { vocabulary, questions: known }: Around): LawProblem[] => {
  const rules = new Map([...questions.values()].map(({ file }) => [file.question, file.rules]));
  return (properties?.properties ?? []).flatMap((property, at) =>
    checkProperty(
      property,
      { vocabulary, questions: known, rules },
      { file: "properties.json", path: `$.properties[${at}]` },
    ),
  );
};
