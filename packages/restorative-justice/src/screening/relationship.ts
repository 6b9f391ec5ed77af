import { z } from "zod";
import { resultOf, type Raises, type ScreenResult } from "./screen-result.ts";

/** A tie between the two people, now or before; several may hold. `unknown` is never taken for none. */
export const Tie = z.enum([
  "current-intimate",
  "former-intimate",
  "current-dating",
  "former-dating",
  "co-parent",
  "current-household",
  "former-household",
  "other-family",
  "acquaintance",
  "stranger",
  "unknown",
]);
export type Tie = z.infer<typeof Tie>;

/** How the two stand to each other: at least one tie, `unknown` where nobody can say. */
export const Relationship = z.array(Tie).min(1, "write at least one tie, `unknown` where nobody can say");
export type Relationship = z.infer<typeof Relationship>;

/**
 * What the tie alone comes to (INV-09): unknown and any intimate, dating, co-parent or household tie put the case on
 * the specialist track; another family tie calls for review and does not.
 */
export const relationshipResult = (relationship: Relationship): ScreenResult => {
  const ties: readonly Tie[] = relationship.length === 0 ? ["unknown"] : relationship;
  return resultOf({ reasons: ties.flatMap(reasonsOf), screens: [] });
};

const reasonsOf = (tie: Tie): ScreenResult["reasons"] => {
  const raises = RAISED_BY[tie];
  if (raises === null) return [];
  return [{ raises, because: `tie-${tie}`, from: "relationship", instrument: null, item: null, rule: null, cites: [] }];
};

/** Every tie has its entry: one that is added later does not compile without. */
const RAISED_BY: Readonly<Record<Tie, Raises | null>> = {
  "current-intimate": "ipv_track",
  "former-intimate": "ipv_track",
  "current-dating": "ipv_track",
  "former-dating": "ipv_track",
  "co-parent": "ipv_track",
  "current-household": "ipv_track",
  "former-household": "ipv_track",
  "other-family": "escalate",
  acquaintance: null,
  stranger: null,
  unknown: "ipv_track",
};
