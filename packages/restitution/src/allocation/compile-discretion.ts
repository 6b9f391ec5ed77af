import type { Debt } from "./debt.ts";
import type { ChoiceId, OpenChoice } from "./distribution.ts";
import type { Place } from "./division.ts";
import type { Refusal, Sofar, Step } from "./step.ts";

/** Something left open, where it comes up, and the way of each option. */
export type Discretion = {
  readonly open: OpenChoice;
  readonly at: Place;
  readonly wayOf: (option: ChoiceId) => Step;
};

/** Follows the recorded choice, and tells of it. */
export const asChosen = ({ open, at, wayOf }: Discretion, chosen: ChoiceId): Step => {
  if (!open.options.some(({ id }) => id === chosen))
    return (amount, _, sofar) => refuse(sofar, { open, chosen, heldCents: amount, at });
  const way = wayOf(chosen);
  const followed = { choice: open.id, option: chosen, at };
  return (amount, debts, sofar) => {
    sofar.choices.push(followed);
    return way(amount, debts, sofar);
  };
};

/** Tries every option: where all give every debt the same none has to be chosen, and the first is followed. */
export const atDiscretion = ({ open, at, wayOf }: Discretion): Step => {
  const [follow, ...others] = open.options.map(({ id }) => wayOf(id));
  return (amount, debts, sofar) => {
    const needed = { open, chosen: null, heldCents: amount, at };
    if (follow === undefined) return refuse(sofar, needed);
    const before = debts.map(owedOn);
    const left = follow(amount, debts, sofar);
    const first = { refusal: sofar.refusal, owed: debts.map(owedOn) };
    const isAlike = others.every((way) => {
      setOwed(debts, before);
      return isSame(first, outcomeOf(way, amount, debts));
    });
    // Where all are alike, what the last option left owed is what the first did; where one is not, nobody is paid.
    return isAlike ? left : refuse(sofar, needed);
  };
};

const refuse = (sofar: Sofar, refusal: Refusal): number => {
  sofar.refusal = refusal;
  return refusal.heldCents;
};

/** How a way ends: what is owed after it, or why it waits. */
type Outcome = { readonly refusal: Refusal | null; readonly owed: readonly number[] };

const outcomeOf = (way: Step, amount: number, debts: readonly Debt[]): Outcome => {
  const sofar: Sofar = { parts: [], choices: [], refusal: null };
  way(amount, debts, sofar);
  return { refusal: sofar.refusal, owed: debts.map(owedOn) };
};

/**
 * Whether every debt gets the same, whichever step gives it; or the same other choice is needed on the way: it is asked for
 * first, and may settle this one.
 */
const isSame = (first: Outcome, other: Outcome): boolean => {
  if (first.refusal !== null) return first.refusal.open.id === other.refusal?.open.id;
  return other.refusal === null && other.owed.every((owed, place) => owed === first.owed[place]);
};

const owedOn = ({ owed }: Debt): number => owed;

const setOwed = (debts: readonly Debt[], owed: readonly number[]): void => {
  for (const [place, debt] of debts.entries()) debt.owed = owed[place] ?? 0;
};
