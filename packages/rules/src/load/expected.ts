import type { Answer } from "../decide/answer.ts";
import type { Determination } from "../decide/determination.ts";
import type { Case } from "../file/case-file.ts";
import type { RuleEvent, RuleId } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { eventDifferences } from "./expected-events.ts";

/** The parts of a determination that a case may speak of. */
export type Seen = {
  readonly answer: Answer;
  readonly grounds: readonly RuleId[];
  readonly overridden: readonly RuleId[];
  readonly missing: readonly FactName[];
  /** What follows from a ground. */
  readonly eventOf: (ground: RuleId) => RuleEvent | null;
};

export const seenIn = (found: Determination): Seen => ({
  answer: found.answer,
  grounds: found.grounds.map(({ rule }) => rule),
  overridden: found.overridden.map(({ ground }) => ground.rule),
  missing: found.missing.map(({ fact }) => fact),
  eventOf: (id) => found.grounds.find(({ rule }) => rule === id)?.event ?? null,
});

/** Every way in which what was found is not what a case expects, in words; empty when it is. */
export const differencesFrom = (expected: Case["expect"], found: Seen): readonly string[] => [
  ...(expected.answer === found.answer ? [] : [`answer: expected ${expected.answer}, found ${found.answer}`]),
  ...compareSets("grounds", expected.grounds, found.grounds),
  ...compareSets("overridden", expected.overridden, found.overridden),
  ...compareSets("missing", expected.missing, found.missing),
  ...eventDifferences(expected.events ?? {}, found.eventOf),
];

const compareSets = (
  what: string,
  expected: readonly string[] | undefined,
  found: readonly string[],
): readonly string[] => {
  if (expected === undefined) return [];
  const lost = expected.filter((each) => !found.includes(each));
  const extra = found.filter((each) => !expected.includes(each));
  return [
    ...(lost.length === 0 ? [] : [`${what}: expected but not found: ${lost.join(", ")}`]),
    ...(extra.length === 0 ? [] : [`${what}: found but not expected: ${extra.join(", ")}`]),
  ];
};
