import { canBe } from "../cover/possible.ts";
import type { CaseReading, DocketCase } from "../cover/docket.ts";
import { TRUE } from "../diagram/boolean-algebra.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { OVERFLOW } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { paramDifferences } from "../load/expected-events.ts";
import type { Mutant } from "./mutant.ts";
import { differenceBetween, whereGround } from "../cover/observed.ts";
import type { OpenDocket } from "../cover/open-docket.ts";
import { hasVersion, reviseModel } from "./revise-model.ts";
import { holdsFor } from "./try-case.ts";

/** One reading in which a mutant changes what can be seen: the model it leaves and the facts that show it. */
export type Effect = { readonly reading: CaseReading; readonly after: QuestionModel; readonly where: NodeId };

/** The readings in which a mutant changes something that can be seen, and what; none when it is equivalent. */
export const effectsOf = ({ docket, builds }: OpenDocket, mutant: Mutant): readonly Effect[] =>
  docket.readings.flatMap((reading) => {
    const after = reviseModel(reading, mutant, docket.space);
    const build = builds.get(reading);
    if (after === null || build === undefined) return [];
    const where =
      mutant.revision.kind === "event"
        ? whereGround(build, reading.model, mutant.rule)
        : differenceBetween(build, reading.model, after);
    return where === build.build.algebra.never ? [] : [{ reading, after, where }];
  });

/** The first case that fails with an effect in place. Only cases whose facts can tell the difference are tried. */
export const firstToFail = ({ docket, manager }: OpenDocket, effects: readonly Effect[]): DocketCase | null => {
  const byReading = new Map(effects.map((effect) => [effect.reading, effect]));
  const fails = (each: DocketCase): boolean => {
    const effect = byReading.get(each.reading);
    if (effect === undefined) return false;
    const isTouched = effect.where === OVERFLOW || canBe(manager, effect.where, { value: TRUE, cells: each.cells });
    return isTouched && !holdsFor(each, effect.after, docket.space);
  };
  return docket.cases.find(fails) ?? null;
};

/**
 * The first case that says of a changed event what no longer follows. A case that holds and speaks of a rule's event has the
 * rule among its grounds, as it was law on the day of the case.
 */
export const firstToMiss = ({ docket }: OpenDocket, { rule, version, revision }: Mutant): DocketCase | null => {
  if (revision.kind !== "event") return null;
  const { params } = revision.rule.event;
  const misses = ({ stated, reading }: DocketCase): boolean =>
    hasVersion(reading.model, version) && paramDifferences(stated.expect.events?.[rule] ?? {}, params).length > 0;
  return docket.cases.find(misses) ?? null;
};
