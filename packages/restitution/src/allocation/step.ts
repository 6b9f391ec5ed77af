import type { Debt } from "./debt.ts";
import type { ChoiceId, OpenChoice } from "./distribution.ts";
import type { ChoiceFollowed, Part, Place } from "./division.ts";

/** Why a payment waits: something is left open, and no choice was recorded, or one that is no option. */
export type Refusal = {
  readonly open: OpenChoice;
  readonly chosen: ChoiceId | null;
  readonly heldCents: number;
  readonly at: Place;
};

/** What became of one payment so far. Once there is a refusal nothing else counts. */
export type Sofar = { readonly parts: Part[]; readonly choices: ChoiceFollowed[]; refusal: Refusal | null };

/**
 * One step of a distribution made ready to run: it pays debts, in listed order, out of an amount and gives back what it
 * leaves. It changes the debts and what stands so far, which are of one payment alone.
 */
export type Step = (amount: number, debts: readonly Debt[], sofar: Sofar) => number;

/** A step that has no money, or no debt left to pay, is not looked at, so that a choice that changes nothing is not asked for. */
export const whereNeeded =
  (step: Step): Step =>
  (amount, debts, sofar) =>
    amount > 0 && isAnyOwed(debts) ? step(amount, debts, sofar) : amount;

const isAnyOwed = (debts: readonly Debt[]): boolean => {
  for (const { owed } of debts) if (owed > 0) return true;
  return false;
};

/** A step that is made when it is first reached: a file names more ways than its payments go. */
export const whenReached = (make: () => Step): Step => {
  let made: Step | undefined;
  return (amount, debts, sofar) => {
    made ??= make();
    return made(amount, debts, sofar);
  };
};
