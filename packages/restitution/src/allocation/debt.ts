import { type Claim, ClaimClass, inListedOrder } from "./claim.ts";

/** A claim while one payment is divided: what is owed on it falls as parts are given. */
export type Debt = { readonly claim: Claim; readonly inClass: ClassSet; owed: number };

/** Some classes of claims, a bit for each. */
export type ClassSet = number;

/** What claims are owed, in listed order; those paid in full have no part in anything. */
export const debtsOf = (claims: readonly Claim[]): readonly Debt[] => {
  const debts: Debt[] = [];
  for (const claim of isListed(claims) ? claims : claims.toSorted(inListedOrder))
    if (claim.owedCents > 0) debts.push({ claim, inClass: BITS[claim.class], owed: claim.owedCents });
  return debts;
};

const isListed = (claims: readonly Claim[]): boolean => {
  let before: Claim | undefined;
  for (const claim of claims) {
    if (before !== undefined && inListedOrder(before, claim) > 0) return false;
    before = claim;
  }
  return true;
};

const BITS = Object.fromEntries(ClaimClass.options.map((each, place) => [each, 1 << place])) as Readonly<
  Record<ClaimClass, ClassSet>
>;

/** The set of classes. */
export const classSetOf = (classes: readonly ClaimClass[]): ClassSet =>
  classes.reduce((all, each) => all | BITS[each], 0);

/** The debts that belong and are still owed. */
export const keep = (debts: readonly Debt[], belongs: (debt: Debt) => boolean): readonly Debt[] => {
  const kept: Debt[] = [];
  for (const debt of debts) if (debt.owed > 0 && belongs(debt)) kept.push(debt);
  return kept;
};

/** What is still unpaid of several debts. */
export const owedOnDebts = (debts: readonly Debt[]): number => {
  let sum = 0;
  for (const { owed } of debts) sum += owed;
  return sum;
};
