import { resultOf, type ScreenReason, type ScreenResult } from "./screen-result.ts";

/**
 * Puts results together: every reason of each stands, and the worst decides. Nothing that found nothing cancels
 * anything. Results form a join-semilattice: grouping, sequence and repetition change nothing.
 *
 * It asks for at least one result: nothing screened is not a result, and a caller without types who gives none gets an
 * incomplete one.
 */
export const combine = (results: readonly [ScreenResult, ...ScreenResult[]]): ScreenResult => {
  const given: readonly ScreenResult[] = results;
  return resultOf({
    reasons: given.length === 0 ? [NOTHING_SCREENED] : given.flatMap(({ reasons }) => reasons),
    screens: given.flatMap(({ screens }) => screens),
  });
};

const NOTHING_SCREENED: ScreenReason = {
  raises: "incomplete",
  because: "nothing-screened",
  from: "nobody",
  instrument: null,
  item: null,
  rule: null,
  cites: [],
};
