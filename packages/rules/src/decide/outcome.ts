import type { QuestionModel } from "../diagram/condition-model.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { QuestionId } from "../file/rule-file.ts";

/** What the law says once every fact that matters is known. A conflict says yes and no at once. */
export type SettledAnswer = "yes" | "no" | "conflict";

/** What follows from a set of rules that hold; rules are given by their place in the question's model. */
export type Outcome = {
  readonly answer: SettledAnswer;
  /** Grants that hold and that no holding denial names. */
  readonly standing: readonly number[];
  readonly overridden: readonly { readonly grant: number; readonly by: readonly number[] }[];
  /** Holding denials beside standing grants that they do not name. */
  readonly clashes: readonly { readonly denial: number; readonly grant: number }[];
  /** Questions read whose own rules contradict each other here, so that this answer cannot be trusted. */
  readonly tainted: readonly QuestionId[];
};

/**
 * A denial overrides only the grants it names; a grant stands when it holds and none overrides it. The answer is yes when
 * a grant stands. A denial beside a standing grant is a conflict, and so is a conflict in a question that is read.
 * @param held - places of rules that hold; a place after the last rule stands for a conflict in that question read.
 */
export const outcomeOf = (model: QuestionModel, held: readonly number[]): Outcome => {
  const holding = new Set(held);
  const isGrant = (place: number): boolean => model.rules[place]?.rule.effect === "grant";
  const denials = held.filter((place) => model.rules[place]?.rule.effect === "deny");
  const overriders = (grant: number): readonly number[] =>
    itemAt(model.rules, grant).overriddenBy.filter((place) => holding.has(place));
  const grants = held.filter(isGrant).map((grant) => ({ grant, by: overriders(grant) }));
  const standing = grants.filter(({ by }) => by.length === 0).map(({ grant }) => grant);
  const clashes = standing.flatMap((grant) => denials.map((denial) => ({ denial, grant })));
  const tainted = held
    .filter((place) => place >= model.rules.length)
    .map((place) => itemAt(model.reads, place - model.rules.length).question);
  return {
    answer: clashes.length + tainted.length > 0 ? "conflict" : standing.length > 0 ? "yes" : "no",
    standing,
    overridden: grants.filter(({ by }) => by.length > 0),
    clashes,
    tainted,
  };
};
