import type { AccountId } from "../ledger/account.ts";
import type { ObligationState, PayeeState } from "../ledger/book.ts";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";
import type { PayeeDebt, PayeePart, PayeeStanding } from "./payee-statement-view.ts";

type Own = "ordered" | "outstanding" | "payable" | "unclaimed";

/** Cents on a debt's own accounts. */
type Amounts = Record<Own, number>;

/** What a payee's debt comes to after the entries so far. */
export type PayeeTally = {
  readonly obligation: ObligationState;
  readonly on: Amounts;
  paidOut: number;
  paidOutside: number;
  givenUp: number;
  /** Whether any entry so far is about it. */
  isSeen: boolean;
  /** What the entry that is looked at changes, and whether it changes anything. */
  readonly change: Amounts;
  isTouched: boolean;
};

/** An account of a payee's, and the tally that it belongs to. */
export type PayeeSlot = { readonly tally: PayeeTally; readonly own: Own; readonly isDebit: boolean };

/** By account, the tally of every debt to a payee: an account of somebody else is not among them. */
export const payeeSlots = ({ obligations }: PayeeState): ReadonlyMap<AccountId, PayeeSlot> => {
  const slots = new Map<AccountId, PayeeSlot>();
  for (const obligation of obligations) {
    const paid = { paidOut: 0, paidOutside: 0, givenUp: 0 };
    const tally: PayeeTally = { obligation, on: none(), change: none(), ...paid, isSeen: false, isTouched: false };
    for (const own of ["ordered", "outstanding", "payable", "unclaimed"] as const) {
      const { id, isDebit } = obligation[own];
      slots.set(id, { tally, own, isDebit });
    }
  }
  return slots;
};

const none = (): Amounts => ({ ordered: 0, outstanding: 0, payable: 0, unclaimed: 0 });

/** Enters an entry in the tallies; the debts that it changes, in the order in which it does. */
export const tallyPayee = (
  slots: ReadonlyMap<AccountId, PayeeSlot>,
  { transfers }: Entry,
  done: Command["do"],
): readonly PayeePart[] => {
  const touched: PayeeTally[] = [];
  for (const { debit, credit, cents } of transfers) {
    const debited = slots.get(debit);
    if (debited !== undefined) change(debited, debited.isDebit ? cents : -cents, touched);
    const credited = slots.get(credit);
    if (credited !== undefined) change(credited, credited.isDebit ? -cents : cents, touched);
  }
  const [only] = touched;
  // Most entries are about one debt of a payee.
  if (only !== undefined && touched.length === 1) return [settle(only, done)];
  return touched.map((tally) => settle(tally, done));
};

const change = ({ tally, own }: PayeeSlot, cents: number, touched: PayeeTally[]): void => {
  if (!tally.isTouched) {
    tally.isTouched = true;
    touched.push(tally);
  }
  tally.change[own] += cents;
};

const settle = (tally: PayeeTally, done: Command["do"]): PayeePart => {
  const { obligation, on, change: by } = tally;
  const { ordered, outstanding, payable, unclaimed } = by;
  on.ordered += ordered;
  on.outstanding += outstanding;
  on.payable += payable;
  on.unclaimed += unclaimed;
  if (done === "disburse" || done === "run-disbursement") tally.paidOut -= payable;
  else if (done === "return-disbursement") tally.paidOut -= unclaimed;
  else if (done === "record-outside-payment") tally.paidOutside -= outstanding;
  else if (done === "remit-unclaimed") tally.givenUp -= payable + unclaimed;
  by.ordered = by.outstanding = by.payable = by.unclaimed = 0;
  tally.isSeen = true;
  tally.isTouched = false;
  return {
    obligation: obligation.id,
    cause: obligation.order.cause,
    change: standingOf(outstanding, payable, unclaimed),
  };
};

/** How a payee stands with these amounts. */
export const standingOf = (outstandingCents: number, payableCents: number, unclaimedCents: number): PayeeStanding => ({
  outstandingCents,
  payableCents,
  unclaimedCents,
  balanceCents: outstandingCents + payableCents + unclaimedCents,
});

/** A standing after a change. */
export const standingAfter = (before: PayeeStanding, by: PayeeStanding): PayeeStanding =>
  standingOf(
    before.outstandingCents + by.outstandingCents,
    before.payableCents + by.payableCents,
    before.unclaimedCents + by.unclaimedCents,
  );

/** A debt as its tally leaves it. */
export const payeeDebtOf = ({ obligation, on, paidOut, paidOutside, givenUp }: PayeeTally): PayeeDebt => ({
  obligation: obligation.id,
  class: obligation.class,
  cause: obligation.order.cause,
  orderedCents: on.ordered,
  outstandingCents: on.outstanding,
  collectedCents: on.ordered - on.outstanding,
  paidOutCents: paidOut,
  paidOutsideCents: paidOutside,
  payableCents: Math.max(on.payable, 0),
  unclaimedCents: on.unclaimed,
  givenUpCents: givenUp,
  advancedCents: Math.max(-on.payable, 0),
});
