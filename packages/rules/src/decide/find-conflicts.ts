import { TRUE } from "../diagram/boolean-algebra.ts";
import { allOpen, factsOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { OVERFLOW } from "../diagram/manager.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { pathTo } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { Clash } from "./errors.ts";
import type { Outcome } from "./outcome.ts";
import type { QuestionDiagrams } from "./question-diagrams.ts";
import { every } from "./plain/kleene.ts";
import { placesOf } from "./plain/places.ts";
import { findFilling } from "./plain/search.ts";
import { separateDiagrams } from "./plain/separate-diagrams.ts";

/** A denial and a standing grant that it does not name, with facts for which both hold; facts left out do not matter. */
export type ConflictFound = Clash & { readonly facts: Facts };

/**
 * Every pair of this question's rules that can contradict each other, in the order of the rules' ids, each with the facts
 * of one person for whom they do. Conflicts inside a question that is read are found by asking that question.
 */
export const findConflicts = (compiled: CompiledQuestion): readonly ConflictFound[] => {
  const { diagrams, grounds, space } = compiled;
  const findWitness = diagrams === null ? plainWitness(compiled) : diagramWitness(compiled, diagrams);
  return pairsOf(compiled).flatMap((pair) => {
    const witness = findWitness(pair);
    if (witness === null) return [];
    return [
      { denial: itemAt(grounds, pair.denial), grant: itemAt(grounds, pair.grant), facts: factsOf(space, witness) },
    ];
  });
};

/** Facts for which both rules of a pair count, or `null` when there are none. */
type FindWitness = (pair: Pair) => Assignment | null;

type Pair = Outcome["clashes"][number];

const pairsOf = ({ model }: CompiledQuestion): readonly Pair[] => {
  const isNamed = (grant: number, denial: number): boolean => itemAt(model.rules, grant).overriddenBy.includes(denial);
  return placesOf(model, "grant").flatMap((grant) =>
    placesOf(model, "deny")
      .filter((denial) => !isNamed(grant, denial))
      .map((denial) => ({ denial, grant })),
  );
};

const diagramWitness =
  ({ space }: CompiledQuestion, { table, holding, outcomes }: QuestionDiagrams): FindWitness =>
  (pair) => {
    const clashes = (outcome: Outcome): boolean =>
      outcome.clashes.some(({ denial, grant }) => denial === pair.denial && grant === pair.grant);
    const values = new Set(outcomes.flatMap((outcome, value) => (clashes(outcome) ? [value] : [])));
    return values.size === 0 ? null : pathTo(table, holding, { values, open: allOpen(space) });
  };

const plainWitness = (compiled: CompiledQuestion): FindWitness => {
  const open = allOpen(compiled.space);
  const separate = separateDiagrams(compiled, open);
  return ({ denial, grant }) => {
    const both =
      separate?.build.algebra.and(itemAt(separate.stands, grant), itemAt(separate.holds, denial)) ?? OVERFLOW;
    if (separate !== null && both !== OVERFLOW)
      return pathTo(separate.build.manager, both, { values: new Set([TRUE]), open });
    return findFilling(compiled, open, {
      rules: [grant, denial, ...itemAt(compiled.model.rules, grant).overriddenBy],
      ask: ({ holds, stands }) => every([itemAt(holds, denial), itemAt(stands, grant)]),
    });
  };
};
