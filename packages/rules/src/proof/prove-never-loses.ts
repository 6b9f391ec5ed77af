import * as Result from "effect/Result";
import { assumptionsOf } from "../analyze/assumptions.ts";
import { allOpen, assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { restrict } from "../diagram/restrict.ts";
import type { NeverLoses } from "../file/property-file.ts";
import type { Law } from "../load/law.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { ProofError } from "./errors.ts";
import { fitting } from "./fitting.ts";
import { largestRegion } from "./largest-region.ts";
import { type ProofOptions, type ProofSetting, proofSetting } from "./proof-setting.ts";
import { fillIn, outcomeFor, somebodyIn } from "./somebody.ts";
import type { Loss, Verdict } from "./verdict.ts";

/**
 * Proves that turning a fact from no to yes, or to a larger number or a later day, never takes from anybody a ground on
 * which the answer is yes, all other facts being known and the same; or finds somebody who loses one.
 * @errors those of `compileQuestion`, then `PropertyRejected` with every fact that the law lacks or whose values have no order.
 */
export const proveNeverLoses = (
  law: Law,
  property: NeverLoses,
  options: ProofOptions,
): Result.Result<Verdict<Loss>, ProofError> =>
  Result.flatMap(proofSetting(law, property, options), (setting) =>
    Result.map(fitting(law, property), () => verdictOn(setting, property.neverLoses)),
  );

const verdictOn = (setting: ProofSetting, facts: readonly FactName[]): Verdict<Loss> => {
  const { compiled, space } = setting;
  const assumed = assumptionsOf(compiled, space);
  const levels = facts.flatMap((fact) => space.levels.get(fact) ?? []);
  const steps = levels.flatMap((level) => stepsAt(setting, level));
  const lost = steps.find(({ root }) => root !== setting.build.algebra.never);
  const tooLarge = setting.tooLarge();
  if (tooLarge !== null) return { kind: "not-decided", tooLarge, assumed };
  if (lost === undefined) return { kind: "proved", isVacuous: levels.length === 0, assumed };
  return { kind: "refuted", example: lossAt(setting, lost), assumed };
};

/** One cell of a fact to the next, and where somebody loses a ground by it. */
type Step = { readonly level: number; readonly from: number; readonly to: number; readonly root: NodeId };

const stepsAt = ({ build, space, answer, stands }: ProofSetting, level: number): readonly Step[] => {
  const { and, or, not, never } = build.algebra;
  const grounds = [...stands.values()].map((root) => and(root, not(answer.conflict)));
  const byCell = itemAt(space.axes, level).cells.map((_, cell) => {
    const fill = restrict(build.manager, allOpen(space).with(level, cell), build.manager);
    return grounds.map(fill);
  });
  return byCell.slice(1).map((after, from) => ({
    level,
    from,
    to: from + 1,
    root: itemAt(byCell, from)
      .map((ground, place) => and(ground, not(itemAt(after, place))))
      .reduce(or, never),
  }));
};

const lossAt = (setting: ProofSetting, { level, from, to, root }: Step): Loss => {
  const { compiled, space } = setting;
  const { definition, cells } = itemAt(space.axes, level);
  const region = largestRegion(setting, root);
  const start = assignmentOf(space, region.witness);
  const filled = fillIn(setting, fillIn(setting, start.with(level, from)).with(level, to));
  const before = somebodyIn(setting, filled.with(level, from));
  const after = somebodyIn(setting, filled);
  const { [definition.name]: _, ...facts } = before;
  return {
    fact: definition.name,
    from: itemAt(cells, from).sample,
    to: itemAt(cells, to).sample,
    facts,
    before: outcomeFor(compiled, before),
    after: outcomeFor(compiled, after),
    region,
  };
};
