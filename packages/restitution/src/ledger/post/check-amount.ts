import { AmountNotPositive } from "../../errors.ts";
import { AmountTooLarge } from "../errors.ts";

/** The most that one amount may be, in cents: ten billion dollars. Nine hundred thousand of them can be summed exactly. */
export const MOST_CENTS = 1_000_000_000_000;

/** Why a number is no amount to post; `null` when it is one. */
export const amountProblem = (cents: number, least: 0 | 1 = 1): AmountNotPositive | AmountTooLarge | null => {
  if (Number.isInteger(cents) && cents > MOST_CENTS)
    return new AmountTooLarge({ amount: cents, mostCents: MOST_CENTS });
  return Number.isSafeInteger(cents) && cents >= least ? null : new AmountNotPositive({ amount: cents });
};

/** The first problem of several amounts. */
export const amountsProblem = (amounts: readonly number[]): AmountNotPositive | AmountTooLarge | null => {
  for (const cents of amounts) {
    const problem = amountProblem(cents);
    if (problem !== null) return problem;
  }
  return null;
};
