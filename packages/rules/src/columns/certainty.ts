import { itemAt } from "../diagram/item-at.ts";
import type { Outcome } from "../decide/outcome.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";

/** What is certain over several completions of the missing facts: which answers they give, and which grants stand in all. */
export type Certainty = {
  /** One bit per answer that some completion gives, by its place in `SETTLED_ANSWERS`. */
  readonly answers: number;
  /** Places of rules, ascending. */
  readonly standing: readonly number[];
};

/** Certainties, each known by one number. */
export type CertaintyTable = {
  readonly list: readonly Certainty[];
  readonly intern: (certainty: Certainty) => number;
  /** What is certain over the completions of both: every answer of either, and only the grants that stand in both. */
  readonly join: (left: number, right: number) => number;
};

export const createCertaintyTable = (): CertaintyTable => {
  const list: Certainty[] = [];
  const numbers = new Map<string, number>();
  const intern = (certainty: Certainty): number => {
    const key = `${certainty.answers}:${certainty.standing.join(",")}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, list.length);
    return list.push(certainty) - 1;
  };
  const join = (left: number, right: number): number => intern(joined(itemAt(list, left), itemAt(list, right)));
  return { list, intern, join };
};

const joined = (left: Certainty, right: Certainty): Certainty => ({
  answers: left.answers | right.answers,
  standing: left.standing.filter((place) => right.standing.includes(place)),
});

/** What is certain once every fact that matters is known. */
export const certaintyOf = ({ answer, standing }: Pick<Outcome, "answer" | "standing">): Certainty => ({
  answers: 1 << SETTLED_ANSWERS.indexOf(answer),
  standing,
});
