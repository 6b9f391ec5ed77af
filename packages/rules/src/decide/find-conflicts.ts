import { allOpen, factsOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { pathTo } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { Clash } from "./errors.ts";
import type { Outcome } from "./outcome.ts";
import { every } from "./plain/kleene.ts";
import { findFilling } from "./plain/search.ts";

/** A denial and a standing grant that it does not name, with facts for which both hold; facts left out do not matter. */
export type ConflictFound = Clash & { readonly facts: Facts };

/**
 * Every pair of this question's rules that can contradict each other, in the order of the rules' ids, each with the facts
 * of one person for whom they do. Conflicts inside a question that is read are found by asking that question.
 */
export const findConflicts = (compiled: CompiledQuestion): readonly ConflictFound[] =>
  pairsOf(compiled).flatMap((pair) => {
    const witness = compiled.diagrams === null ? searchWitness(compiled, pair) : walkToWitness(compiled, pair);
    if (witness === null) return [];
    const { grounds, space } = compiled;
    return [
      { denial: itemAt(grounds, pair.denial), grant: itemAt(grounds, pair.grant), facts: factsOf(space, witness) },
    ];
  });

type Pair = Outcome["clashes"][number];

const pairsOf = ({ model }: CompiledQuestion): readonly Pair[] => {
  const places = (effect: "grant" | "deny"): readonly number[] =>
    model.rules.flatMap(({ rule }, place) => (rule.effect === effect ? [place] : []));
  const isNamed = (grant: number, denial: number): boolean => itemAt(model.rules, grant).overriddenBy.includes(denial);
  return places("grant").flatMap((grant) =>
    places("deny")
      .filter((denial) => !isNamed(grant, denial))
      .map((denial) => ({ denial, grant })),
  );
};

const walkToWitness = ({ diagrams, space }: CompiledQuestion, { denial, grant }: Pair): Assignment | null => {
  if (diagrams === null) return null;
  const clashes = ({ clashes: found }: Outcome): boolean =>
    found.some((each) => each.denial === denial && each.grant === grant);
  const values = new Set(diagrams.outcomes.flatMap((outcome, value) => (clashes(outcome) ? [value] : [])));
  return values.size === 0 ? null : pathTo(diagrams.table, diagrams.holding, { values, open: allOpen(space) });
};

const searchWitness = (compiled: CompiledQuestion, { denial, grant }: Pair): Assignment | null =>
  findFilling(compiled, allOpen(compiled.space), {
    rules: [grant, denial, ...itemAt(compiled.model.rules, grant).overriddenBy],
    ask: ({ holds, stands }) => every([itemAt(holds, denial), itemAt(stands, grant)]),
  });
