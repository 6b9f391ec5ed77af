import type { QuestionDiff } from "@victim-rights/rules/analysis";
import { type Io, say } from "../io/io.ts";
import { type Style, styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
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

/** Prints a comparison for a person at a terminal. */
export const printText = (io: Io, compared: Compared): void => {
  for (const line of linesOf(compared, styleFor(io))) for (const part of wrap(line)) say(io, part);
};

const linesOf = (compared: Compared, style: Style): readonly string[] => {
  const { diff, names } = compared;
  const { told, same } = toldAndSame(compared);
  return [
    `${style("bold", names.left)}: ${sideInWords(compared, "left")}`,
    `${style("bold", names.right)}: ${sideInWords(compared, "right")}`,
    ...diff.removed.map((question) => `question only in ${names.left}: ${question}`),
    ...diff.added.map((question) => `question only in ${names.right}: ${question}`),
    ...told.flatMap((question) => ["", ...questionLines(question, compared, style)]),
    ...(told.length > 0 ? [""] : []),
    ...sameInWords(same),
    ...profileInWords(diff.profile),
  ];
};

const questionLines = (question: QuestionDiff, compared: Compared, style: Style): readonly string[] => {
  const { names, sides, show, witness } = compared;
  const { notDecided, domains, texts, notCompared, sides: read } = question;
  const laws = { left: sides.left.law, right: sides.right.law };
  const telling = { names, laws, show, witness };
  const left = leftOutInWords(question, names);
  return [
    `${style("bold", read.right.question)}  ${read.right.title}`,
    ...(notDecided === null ? [] : [`  ${style("red", notDecidedInWords(notDecided))}`]),
    ...sameHereInWords(question).map((text) => `  ${text}`),
    ...becauseInWords(question).map((text) => `  ${text}`),
    ...toldDifferences(question, telling).flatMap((each) => toldLines(each, style)),
    ...domains.flatMap((domain) => domainInWords(domain, names)).map((text) => `  ${text}`),
    ...noneReachedInWords(question, names).map((text) => `  ${text}`),
    ...toldOneSided(question, telling).flatMap((each) => toldLines(each, style)),
    ...(notCompared.length === 0 ? [] : [`  ${NOT_COMPARED}:`]),
    ...notCompared.map((text) => `    ${textInWords(text, names)}`),
    ...(texts.length === 0 ? [] : ["  changes nothing decided:"]),
    ...texts.map((text) => `    ${textInWords(text, names)}`),
    ...(left === null ? [] : [`  ${style("dim", left)}`]),
  ];
};

const toldLines = ({ label, sentence, details, regions, rest }: Told, style: Style): readonly string[] => [
  `  ${style(COLOURS[label], label.toUpperCase())}  ${sentence}`,
  ...details.map((detail) => `    ${detail}`),
  ...regions.flatMap(({ words, person }) => [
    `    - ${words}`,
    ...(person === null ? [] : [`      for instance ${person}`]),
  ]),
  ...(rest === null ? [] : [`    ${rest}`]),
];

const COLOURS = {
  lost: "red",
  contradiction: "red",
  gained: "green",
  "contradiction gone": "green",
  ground: "yellow",
  changed: "yellow",
  differs: "yellow",
  "only one": "cyan",
  "one side": "cyan",
} as const;
