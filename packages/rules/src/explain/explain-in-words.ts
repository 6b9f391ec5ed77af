import { formatCitation } from "@victim-rights/core";
import type { Answer } from "../decide/answer.ts";
import type { Determination, Ground, MissingFact } from "../decide/determination.ts";
import type { Law } from "../load/law.ts";
import type { Change, Explanation, LeftOutGround, Reason, WhyGround, WhyNotGround } from "./explanation.ts";
import { listInWords, plainName } from "./fact-words.ts";
import { holdingInWords, lackingInWords } from "./reason-words.ts";
import { readingInWords, verificationInWords } from "./verification-words.ts";
import { whyNotNearestFirst } from "./why-not-order.ts";

/** How many grants that fail are told in full; the rest are counted, since most fail for plain reasons. */
const NEAR_MISSES = 3;

/** An explanation as plain English lines, to be read out to a supervisor: what is answered, why, and how well it was checked. */
export const explainInWords = (explanation: Explanation, law: Law): readonly string[] => [
  headline(explanation.determination, law),
  ...explanation.determination.missing.map(missingLine),
  ...groundLines(explanation, law),
  ...nearestLines(explanation),
  ...withinLines(explanation, law),
];

const groundLines = (explanation: Explanation, law: Law): readonly string[] => [
  ...explanation.why.flatMap((each) => whyLines(each, law)),
  ...explanation.whyNot.filter(({ outcome }) => outcome === "overridden").map((each) => overriddenLine(each, law)),
  ...toldWhyNot(explanation).map((each) => whyNotLine(each, law)),
  ...restLines(explanation),
  ...explanation.leftOut.map((each) => leftOutLine(each, law)),
];

/** Questions read are told where a reason told above turns on them. */
const withinLines = (explanation: Explanation, law: Law): readonly string[] => {
  const told = [
    ...explanation.why.map(({ because }) => because),
    ...toldWhyNot(explanation).flatMap(({ lacking }) => lacking ?? []),
  ];
  const facts = new Set(told.flatMap(factsIn));
  const inner = explanation.within.filter(({ determination }) => facts.has(determination.question));
  return inner.flatMap((each) =>
    [headline(each.determination, law), ...groundLines(each, law), ...withinLines(each, law)].map(
      (line) => `  ${line}`,
    ),
  );
};

const factsIn = (reason: Reason): readonly string[] =>
  reason.kind === "test" ? [reason.fact] : reason.parts.flatMap(factsIn);

const headline = ({ question, answer, asOf, edition }: Determination, law: Law): string => {
  const title = law.questions.get(question)?.file.title ?? question;
  return `${title}${title.endsWith("?") ? "" : ":"} ${ANSWERS[answer]}, under the law of ${law.profile.name} on ${asOf} (edition ${edition}).`;
};

const ANSWERS: Readonly<Record<Answer, string>> = { yes: "Yes", no: "No", undetermined: "It cannot be told yet" };

const whyLines = ({ ground, because }: WhyGround, law: Law): readonly string[] => [
  `Because of ${citedAs(ground, law)}: ${ground.title}.`,
  `  It applies: ${holdingInWords(because)}.`,
  ...caveats(ground).map((line) => `  ${line}`),
];

/** What a reader must know before resting on a ground. */
const caveats = (ground: Ground): readonly string[] => [
  verificationInWords(ground),
  ...(ground.reading === null ? [] : [readingInWords(ground.reading)]),
  ...ground.notes.map((note) => `Note: ${note}`),
];

const overriddenLine = ({ ground, overriddenBy }: WhyNotGround, law: Law): string => {
  const by = listInWords(
    overriddenBy.map((denial) => provision(denial, law)),
    "and",
  );
  return `${provision(ground, law)} would apply, but is set aside by ${by}.`;
};

const missingLine = ({ state, question, knownBy }: MissingFact): string =>
  state === "unknown"
    ? `Still to be asked: "${question}" (${plainName(knownBy)} would know).`
    : `Asked, and nobody knows: "${question}" A person must decide how to go on.`;

/** Why other grants do not stand is told where no grant does. */
const toldWhyNot = ({ determination, whyNot }: Explanation): readonly WhyNotGround[] =>
  determination.answer === "yes" ? [] : whyNotNearestFirst(whyNot).slice(0, NEAR_MISSES);

const restLines = ({ determination, whyNot }: Explanation): readonly string[] => {
  const rest = determination.answer === "yes" ? [] : whyNotNearestFirst(whyNot).slice(NEAR_MISSES);
  const may = rest.filter(({ outcome }) => outcome === "depends").length;
  return [
    ...countLine(may, "may apply too"),
    ...countLine(rest.length - may, may === 0 ? "do not apply either" : "do not apply"),
  ];
};

const countLine = (count: number, what: string): readonly string[] => {
  if (count === 0) return [];
  return [
    count === 1 ? `1 other provision ${what.replace("do not", "does not")}.` : `${count} other provisions ${what}.`,
  ];
};

const whyNotLine = ({ ground, outcome, lacking, overriddenBy }: WhyNotGround, law: Law): string => {
  if (lacking === null)
    return `${provision(ground, law)} applies unless ${listInWords(overriddenBy.map((denial) => provision(denial, law)))} sets it aside.`;
  return `${provision(ground, law)} ${outcome === "depends" ? "may apply" : "does not apply"}: ${lackingInWords(lacking)}.`;
};

const nearestLines = ({ nearest, determination }: Explanation): readonly string[] =>
  nearest === null
    ? []
    : [
        `The answer would be ${determination.answer === "yes" ? "no" : "yes"} if ${listInWords(nearest.map(changeInWords), "and")}.`,
      ];

const changeInWords = ({ title, from, to }: Change): string =>
  to === "any other value" ? `"${title}" were anything but ${from}` : `"${title}" were ${to} instead of ${from}`;

const leftOutLine = ({ rule, because, wouldHold }: LeftOutGround, law: Law): string => {
  const reason = because === "recalled" ? "it rests on memory" : "it is an agency's policy and not law";
  return `Not counted: ${provision(rule, law)} ${wouldHold ? "would apply" : "might apply"}, but ${reason} and was not turned on.`;
};

const provision = (cited: Pick<Ground, "cites" | "title">, law: Law): string =>
  `${citedAs(cited, law)} (${cited.title})`;

const citedAs = ({ cites }: Pick<Ground, "cites">, law: Law): string =>
  listInWords(
    cites.map((cite) => formatCitation(cite, law.profile.sources)),
    "and",
  );
