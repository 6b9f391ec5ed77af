import type { QuestionDiff } from "@victim-rights/rules/analysis";
import { type Io, say } from "../io/io.ts";
import { type Compared, sideInWords, toldAndSame } from "./compared.ts";
import {
  becauseInWords,
  domainInWords,
  leftOutInWords,
  NOT_COMPARED,
  noneReachedInWords,
  notDecidedInWords,
  profileInWords,
  sameHereInWords,
  sameInWords,
  textInWords,
} from "./remarks.ts";
import { type Told, toldDifferences, toldOneSided } from "./told.ts";

/** Prints a comparison for a comment on a proposed change: the same comparison gives the same bytes. */
export const printMarkdown = (io: Io, compared: Compared): void => {
  const { diff, names } = compared;
  const { told, same } = toldAndSame(compared);
  const lines = [
    `### ${headline(compared)}`,
    "",
    `- ${names.left}: ${escaped(sideInWords(compared, "left"))}`,
    `- ${names.right}: ${escaped(sideInWords(compared, "right"))}`,
    ...diff.removed.map((question) => `- question only in ${names.left}: \`${question}\``),
    ...diff.added.map((question) => `- question only in ${names.right}: \`${question}\``),
    ...told.flatMap((question) => ["", ...questionLines(question, compared)]),
    ...[...sameInWords(same), ...profileInWords(diff.profile)].flatMap((line) => ["", escaped(line)]),
  ];
  for (const line of lines) say(io, line);
};

const headline = ({ diff, sides }: Compared): string => {
  const { left, right } = sides;
  const who =
    left.law.id === right.law.id ? left.law.profile.name : `${left.law.profile.name} and ${right.law.profile.name}`;
  const open = diff.questions.filter(({ notDecided }) => notDecided !== null).length;
  const count = diff.questions.reduce((sum, { differences }) => sum + differences.length, 0);
  const found =
    count === 0 ? "nothing decided differs" : `${count} difference${count === 1 ? "" : "s"} in what is decided`;
  return escaped(`${who}: ${found}${open === 0 ? "" : `, ${open} not decided`}`);
};

const questionLines = (question: QuestionDiff, { names, sides, show, witness }: Compared): readonly string[] => {
  const { notDecided, domains, texts, notCompared, sides: read } = question;
  const laws = { left: sides.left.law, right: sides.right.law };
  const telling = { names, laws, show, witness };
  const left = leftOutInWords(question, names);
  return [
    `#### \`${read.right.question}\``,
    "",
    escaped(read.right.title),
    "",
    ...(notDecided === null ? [] : [`- **${escaped(notDecidedInWords(notDecided))}**`]),
    ...sameHereInWords(question).map((text) => `- ${text}`),
    ...becauseInWords(question).map((text) => `- ${escaped(text)}`),
    ...toldDifferences(question, telling).flatMap(toldLines),
    ...domains.flatMap((domain) => domainInWords(domain, names)).map((text) => `- ${escaped(text)}`),
    ...noneReachedInWords(question, names).map((text) => `- ${escaped(text)}`),
    ...toldOneSided(question, telling).flatMap(toldLines),
    ...folded(
      `${NOT_COMPARED}: ${notCompared.length}`,
      notCompared.map((text) => textInWords(text, names)),
    ),
    ...folded(
      `changes nothing decided: ${texts.length}`,
      texts.map((text) => textInWords(text, names)),
    ),
    ...(left === null ? [] : ["", `<sub>${escaped(left)}</sub>`]),
  ];
};

/** More than so many lines are folded away. */
const LONG = 3;

const toldLines = ({ label, sentence, details, regions, rest }: Told): readonly string[] => {
  const people = regions.flatMap(({ words, person }) => [
    words,
    ...(person === null ? [] : [`for instance ${person}`]),
  ]);
  const lines = [...people, ...(rest === null ? [] : [rest])];
  const head = [`- **${label}** ${escaped(sentence)}`, ...details.map((detail) => `  - ${escaped(detail)}`)];
  if (lines.length <= LONG) return [...head, ...lines.map((line) => `  - ${escaped(line)}`)];
  return [...head, ...folded(`for whom: ${lines.length}`, lines).map((line) => (line === "" ? line : `  ${line}`))];
};

const folded = (summary: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        "",
        `<details><summary>${escaped(summary)}</summary>`,
        "",
        ...lines.map((line) => `- ${escaped(line)}`),
        "",
        "</details>",
      ];

/** Text of a rule file must not become markup, a link or somebody's name that a forge would notify. */
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]|#]/gu, (mark) => `\\${mark}`)
    .replaceAll(/(?<![A-Za-z0-9])@(?=[A-Za-z0-9])/gu, `@${NOTHING}`)
    .replaceAll(/\b(?<scheme>[a-z][a-z0-9+.-]*):\/\//giu, `$<scheme>:${NOTHING}//`)
    .replaceAll(/\b(?<start>www)\./giu, `$<start>${NOTHING}.`);

/** Takes up no room, and keeps apart what would be read together. */
const NOTHING = "&#8203;";
