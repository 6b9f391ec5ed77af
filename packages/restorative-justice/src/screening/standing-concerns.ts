import type { Instant } from "@victim-rights/core";
import type { ItemKey } from "./answer.ts";
import type { Evidence, FactChange } from "./fact-change.ts";
import { isConcern, type ScreenReason, type ScreenResult } from "./screen-result.ts";

/** Concerns that only one kind of evidence lifts: an order by the court's own document, pressure by an advocate's record. */
const EVIDENCE_NEEDED: ReadonlyMap<ItemKey, Evidence["kind"]> = new Map([
  ["s14", "court-document"],
  ["s12", "advocate-record"],
]);

/** Reasons that rest on a gap and not on something that was said: an answer closes them. */
const REST_ON_A_GAP: ReadonlySet<string> = new Set([
  "tie-not-known",
  "tie-unknown",
  "by-whom-not-known",
  "could-be-triggered",
]);

/** What earlier concerns are looked at with. */
export type StandingSetting = { readonly changes: readonly FactChange[]; readonly now: Instant };

/**
 * The concerns of earlier rounds that still stand. A later screen with another answer takes none back, since people are
 * pressed to take things back: only a recorded change of the fact does, later than the screen.
 */
export const standingConcerns = (earlier: readonly ScreenResult[], setting: StandingSetting): readonly ScreenReason[] =>
  earlier.flatMap((result) =>
    result.reasons.filter(
      (reason) => isConcern(reason) && !REST_ON_A_GAP.has(reason.because) && !isLifted(reason, result, setting),
    ),
  );

const isLifted = (reason: ScreenReason, { screens }: ScreenResult, { changes, now }: StandingSetting): boolean => {
  const screenedAt = screens.find(({ screen }) => screen === reason.from)?.at;
  const needed = reason.item === null ? undefined : EVIDENCE_NEEDED.get(reason.item);
  return (
    screenedAt !== undefined &&
    changes
      .filter(({ screen, item }) => screen === reason.from && item === reason.item)
      .filter(({ at }) => at > screenedAt && at <= now)
      .some(({ evidence }) => needed === undefined || evidence.kind === needed)
  );
};
