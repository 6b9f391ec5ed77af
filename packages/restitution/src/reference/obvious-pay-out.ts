import type { Cents } from "@victim-rights/core";
import { type Claim, inListedOrder, owedOn } from "../allocation/claim.ts";
import type { OddCents } from "../allocation/distribution.ts";
import type { Part, Place } from "../allocation/division.ts";
import type { Division, Money } from "./obvious-division.ts";
import { obviousShareOut } from "./obvious-share-out.ts";

/** Pays each claim in full, in listed order, as far as the amount goes. */
export const payInListedOrder = (money: Money, at: Place): Division => {
  let left = money.amount;
  const cents = new Map(
    money.claims.toSorted(inListedOrder).map((claim) => {
      const paid = Math.min(left, claim.owedCents);
      left -= paid;
      return [claim.id, paid] as const;
    }),
  );
  return payOut(money, at, (claim) => cents.get(claim.id) ?? 0);
};

/** What each claim counts for, and who gets odd cents among equals. */
export type Proportion = { readonly weigh: (claim: Claim) => number; readonly oddCents: OddCents };

/** Pays in proportion, none beyond what it is owed. */
export const payInProportion = (money: Money, at: Place, { weigh, oddCents }: Proportion): Division => {
  const ordered = money.claims.toSorted(oddCents === "largest-claim" ? largestFirst : inListedOrder);
  const amounts = obviousShareOut(
    Math.min(money.amount, owedOn(ordered)),
    ordered.map((claim) => ({ weight: weigh(claim), most: claim.owedCents })),
  );
  const cents = new Map(ordered.map(({ id }, place) => [id, amounts[place] ?? 0]));
  return payOut(money, at, (claim) => cents.get(claim.id) ?? 0);
};

const largestFirst = (left: Claim, right: Claim): number =>
  right.owedCents - left.owedCents || inListedOrder(left, right);

const paidTowards = (claim: Claim, cents: number): Claim => ({
  ...claim,
  owedCents: (claim.owedCents - cents) as Cents,
});

/** The parts stand in the judgments' own order, whatever order the claims came in. */
const payOut = ({ amount, claims }: Money, at: Place, centsOf: (claim: Claim) => number): Division => {
  const parts = claims
    .toSorted(inListedOrder)
    .map((claim): Part => ({ claim: claim.id, cents: centsOf(claim), at }))
    .filter(({ cents }) => cents > 0);
  return {
    parts,
    choices: [],
    left: amount - parts.reduce((sum, { cents }) => sum + cents, 0),
    claims: claims.map((claim) => paidTowards(claim, centsOf(claim))),
  };
};
