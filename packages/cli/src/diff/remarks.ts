import type { DomainDifference, NotDecided, QuestionDiff, SideNames, TextChange } from "@victim-rights/rules/analysis";
import { ruleInWords } from "../print/rule-in-words.ts";
import { fieldInWords } from "./value-words.ts";

/** What a list of rules is called that could be compared for part of the people only. */
export const NOT_COMPARED = "not compared for people with a value that only one side knows";

/** Why a question could not be compared, in a sentence. */
export const notDecidedInWords = (notDecided: NotDecided): string => {
  switch (notDecided.because) {
    case "too-large":
      return `not decided: the comparison took more than ${notDecided.maxNodes} steps of its diagram, asking for ${notDecided.factOrder.join(", ")} in this order`;
    case "facts-differ":
      return `not decided: ${notDecided.facts.map(({ fact, words }) => `\`${fact}\`: ${words}`).join("; ")}`;
    case "questions-in-circle":
      return `not decided: taken together, the two sides' questions read each other in a circle: ${notDecided.questions.join(", ")}`;
  }
};

/** What one side knows of a fact and the other does not. */
export const domainInWords = (
  { fact, title, onlyLeft, onlyRight }: DomainDifference,
  names: SideNames,
): readonly string[] => [
  ...(onlyLeft === null ? [] : [`only ${names.left} knows of ${title} (${fact}): ${onlyLeft}; not compared`]),
  ...(onlyRight === null ? [] : [`only ${names.right} knows of ${title} (${fact}): ${onlyRight}; not compared`]),
];

/** Of which sides nobody with a value that only they know is answered yes. */
export const noneReachedInWords = (
  { domains, oneSided, notDecided }: QuestionDiff,
  names: SideNames,
): readonly string[] =>
  SIDES.filter(
    ([side, only]) =>
      notDecided === null &&
      domains.some((domain) => domain[only] !== null) &&
      oneSided.every((each) => each.side !== side),
  ).map(([side]) => `of people with a value that only ${names[side]} knows, it says: no`);

const SIDES = [
  ["left", "onlyLeft"],
  ["right", "onlyRight"],
] as const;

/** A rule that reads differently, in one line. */
export const textInWords = ({ rule, on, changed, off, period }: TextChange, names: SideNames): string => {
  const what = on === "both" ? changed.map(fieldInWords).join(", ") : `only in ${names[on]}`;
  return `${ruleInWords({ rule, period })}: ${what}${off ? " (it decides nothing on that day)" : ""}`;
};

/** The rules that decide nothing on that day, counted by reason; `null` when every rule decides. */
export const leftOutInWords = ({ sides, by }: QuestionDiff, names: SideNames): string | null => {
  const [left, right] = [counted(sides.left.leftOut), counted(sides.right.leftOut)];
  if (left === "" && right === "") return null;
  if (by === "rule" && left === right) return `left out on both sides: ${left}`;
  return [left === "" ? [] : [`${names.left}: ${left}`], right === "" ? [] : [`${names.right}: ${right}`]]
    .flat()
    .map((part) => `left out ${part}`)
    .join("; ");
};

const counted = (leftOut: QuestionDiff["sides"]["left"]["leftOut"]): string =>
  [...Map.groupBy(leftOut, ({ because }) => because)]
    .map(([because, rules]) => `${rules.length} ${REASONS[because]}`)
    .toSorted()
    .join(", ");

const REASONS = {
  "not-in-force": "not in force",
  recalled: "resting on memory",
  policy: "of agency policy",
} as const;

/** That a question's answers, grounds and what follows are the same. */
export const sameHereInWords = ({ notDecided, differences, domains }: QuestionDiff): readonly string[] => {
  if (notDecided !== null || differences.length > 0) return [];
  return [domains.length === 0 ? "decides the same for everyone" : "decides the same for all that both sides know"];
};

/** How many questions differ in nothing at all. */
export const sameInWords = (same: number): readonly string[] =>
  same === 0 ? [] : [`${same} ${same === 1 ? "question decides" : "questions decide"} the same for everyone`];

/** Which parts of the states' own files differ. */
export const profileInWords = (profile: readonly string[]): readonly string[] =>
  profile.length === 0 ? [] : [`the state's own file differs in: ${profile.join(", ")}`];

/** That a question's own rules are the same, and which questions it reads make the difference. */
export const becauseInWords = ({ because }: QuestionDiff): readonly string[] =>
  because.length === 0 ? [] : [`its own rules are the same; it differs because of ${because.join(", ")}`];
