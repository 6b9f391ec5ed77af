import { apportion } from "./apportion.ts";
import { type Debt, owedOnDebts } from "./debt.ts";
import type { Distribution } from "./distribution.ts";
import type { Part, Place } from "./division.ts";
import { shareOut } from "./share-out.ts";
import type { Step } from "./step.ts";

/** Pays claims, and divides no further. */
export type Payment = Extract<Distribution, { readonly kind: "listed-order" | "pro-rata" | "equally" }>;

/** Makes a payment ready: each debt in full as listed, or all in proportion, none beyond what it is owed. */
export const compilePayment = (how: Payment, at: Place): Step => {
  if (how.kind === "listed-order") return inListedOrder(at);
  const split = splitOf(how);
  return how.oddCents === "largest-claim" ? largestFirst(split, at) : inProportion(split, at);
};

const inListedOrder =
  (at: Place): Step =>
  (amount, debts, { parts }) => {
    let left = amount;
    for (const debt of debts) {
      const cents = Math.min(left, debt.owed);
      if (cents === 0) continue;
      parts.push(pay(debt, cents, at));
      left -= cents;
    }
    return left;
  };

const pay = (debt: Debt, cents: number, at: Place): Part => {
  debt.owed -= cents;
  return { claim: debt.claim.id, cents, at };
};

/** What each of several debts gets of an amount that is no more than they are owed. */
type Split = (amount: number, debts: readonly Debt[]) => readonly number[];

const splitOf = (how: Exclude<Payment, { readonly kind: "listed-order" }>): Split => {
  if (how.kind === "equally")
    return (amount, debts) => shareOut(amount, { weights: debts.map(ONE), most: owedOf(debts) });
  if (how.by === "ordered")
    return (amount, debts) => shareOut(amount, { weights: debts.map(ordered), most: owedOf(debts) });
  // In proportion to what is owed nobody gets more than that.
  return (amount, debts) => apportion(amount, owedOf(debts));
};

const ONE = (): number => 1;
const ordered = ({ claim }: Debt): number => claim.orderedCents;
const owedOf = (debts: readonly Debt[]): readonly number[] => debts.map(({ owed }) => owed);

const inProportion =
  (split: Split, at: Place): Step =>
  (amount, debts, { parts }) => {
    const shares = split(Math.min(amount, owedOnDebts(debts)), debts);
    let left = amount;
    for (let place = 0; place < debts.length; place += 1) {
      const debt = debts[place];
      const cents = shares[place] ?? 0;
      if (debt === undefined || cents === 0) continue;
      parts.push(pay(debt, cents, at));
      left -= cents;
    }
    return left;
  };

/** Odd cents go to the largest debts; the parts stand as listed all the same. */
const largestFirst = (split: Split, at: Place): Step =>
  inProportion((amount, debts) => {
    const sorted = debts.toSorted((left, right) => right.owed - left.owed);
    const shares = split(amount, sorted);
    return debts.map((debt) => shares[sorted.indexOf(debt)] ?? 0);
  }, at);
