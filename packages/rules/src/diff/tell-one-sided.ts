import { invariant } from "@victim-rights/core";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { FactValue } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import { verdictFor } from "./confirmed-witness.ts";
import { landmarksOf, type SideNames } from "./landmarks.ts";
import type { OneSided, OneSidedRegion } from "./one-sided.ts";
import type { OneSidedDiagrams } from "./one-sided-diagrams.ts";
import { type SharedDiagrams, withoutBound } from "./shared-diagrams.ts";
import type { SideName } from "./side.ts";
import { regionsWith } from "./tell-difference.ts";

/** What a side says of the people whom only it can be asked of: whom it says yes to, and where its rules contradict each other. */
export const tellOneSided = (
  { shared: bounded, open, side, where }: OneSidedDiagrams,
  { names, limit }: { readonly names: SideNames; readonly limit: number },
): readonly OneSided[] => {
  const shared = withoutBound(bounded);
  const { manager, space, algebra, sides } = shared;
  const marks = landmarksOf(shared, { left: open, right: open }, names);
  return (["yes", "conflict"] as const).flatMap((answer) => {
    const there = algebra.and(where, sides[side].answers[answer]);
    if (there === algebra.never) return [];
    const witnessOf = (facts: Readonly<Record<string, FactValue>>): OneSidedRegion["witness"] => {
      const verdict = verdictFor(open, facts);
      invariant(verdict.answer === answer, `\`decide\` does not confirm ${answer} of a person whom one side knows`);
      return { facts, ...verdict };
    };
    const grounds = answer === "yes" ? groundsIn(shared, side, there) : [];
    return [{ side, answer, grounds, ...regionsWith(there, { manager, space, marks, limit }, witnessOf) }];
  });
};

const groundsIn = ({ sides, algebra }: SharedDiagrams, side: SideName, there: NodeId): readonly RuleId[] => {
  const { model, stands } = sides[side];
  return model.rules
    .flatMap(({ rule }, place) => (algebra.and(there, itemAt(stands, place)) === algebra.never ? [] : [rule.id]))
    .toSorted();
};
