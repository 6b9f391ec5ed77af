import type { Claim } from "../allocation/claim.ts";
import type { ChoiceFollowed, Part } from "../allocation/division.ts";

/** An amount, and the claims that it is divided among. */
export type Money = { readonly amount: number; readonly claims: readonly Claim[] };

/** What became of an amount: who gets what, the choices followed, what no claim could take, and the claims after it. */
export type Division = {
  readonly parts: readonly Part[];
  readonly choices: readonly ChoiceFollowed[];
  readonly left: number;
  readonly claims: readonly Claim[];
};

/** Nothing given yet. */
export const undivided = ({ amount, claims }: Money): Division => ({ parts: [], choices: [], left: amount, claims });

/** What is left of a division, to be divided on. */
export const leftOf = ({ left, claims }: Division): Money => ({ amount: left, claims });

/** Two divisions of one amount, the second of what the first left. */
export const followedBy = (before: Division, next: Division): Division => ({
  ...next,
  parts: [...before.parts, ...next.parts],
  choices: [...before.choices, ...next.choices],
});
