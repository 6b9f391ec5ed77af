import { type AccountId, kindOf } from "../ledger/account.ts";
import type { DebtState, ObligorState } from "../ledger/book.ts";
import type { Entry } from "../ledger/entry.ts";
import type { DebtRef, ObligorDebt, ObligorPart, ObligorStanding } from "./obligor-statement-view.ts";

type Own = "ordered" | "outstanding" | "collected";

/** What one debt comes to for one who owes it, after the entries so far. */
export type DebtTally = {
  readonly debt: DebtState;
  readonly on: Record<Own, number>;
  owed: number;
  /** Whether any entry so far is about it. */
  isSeen: boolean;
  /** Whether the entry that is looked at touches it, and what it changes of what is outstanding. */
  isTouched: boolean;
  change: number;
};

/** An obligor's accounts, and the money that waits. */
export type ObligorTally = {
  readonly obligor: ObligorState;
  readonly debts: readonly DebtTally[];
  readonly slots: ReadonlyMap<AccountId, { readonly tally: DebtTally; readonly own: Own }>;
  outstanding: number;
  owed: number;
  waiting: number;
};

/** The tally of an obligor before the first entry. */
export const obligorTally = (obligor: ObligorState): ObligorTally => {
  const slots = new Map<AccountId, { readonly tally: DebtTally; readonly own: Own }>();
  const debts = obligor.debts.map((debt): DebtTally => {
    const on = { ordered: 0, outstanding: 0, collected: 0 };
    const tally: DebtTally = { debt, on, owed: 0, isSeen: false, isTouched: false, change: 0 };
    slots.set(debt.obligation.ordered.id, { tally, own: "ordered" });
    slots.set(debt.obligation.outstanding.id, { tally, own: "outstanding" });
    slots.set(debt.collected.id, { tally, own: "collected" });
    return tally;
  });
  return { obligor, debts, slots, outstanding: 0, owed: 0, waiting: 0 };
};

/** Enters an entry in the tally; the debts that it changes. Money that waits is the obligor's where the entry is their own. */
export const tallyObligor = (tally: ObligorTally, { transfers }: Entry, isOwn: boolean): readonly ObligorPart[] => {
  const touched: DebtTally[] = [];
  for (const { debit, credit, cents } of transfers) {
    enter(tally, debit, { cents, isDebit: true, isOwn, touched });
    enter(tally, credit, { cents, isDebit: false, isOwn, touched });
  }
  return touched.map((each) => settle(tally, each));
};

type Side = {
  readonly cents: number;
  readonly isDebit: boolean;
  readonly isOwn: boolean;
  readonly touched: DebtTally[];
};

const enter = (tally: ObligorTally, id: AccountId, { cents, isDebit, isOwn, touched }: Side): void => {
  const slot = tally.slots.get(id);
  if (slot === undefined) {
    if (isOwn && kindOf(id) === "unallocated") tally.waiting += isDebit ? -cents : cents;
    return;
  }
  const { tally: debt, own } = slot;
  if (!debt.isTouched) {
    debt.isTouched = true;
    touched.push(debt);
  }
  const signed = isDebit === (own !== "ordered") ? cents : -cents;
  debt.on[own] += signed;
  if (own === "outstanding") debt.change += signed;
};

const settle = (tally: ObligorTally, each: DebtTally): ObligorPart => {
  const { debt, on, change, owed: before } = each;
  const left = debt.capCents === null ? on.outstanding : Math.min(on.outstanding, debt.capCents - on.collected);
  each.owed = Math.max(left, 0);
  each.isSeen = true;
  each.isTouched = false;
  each.change = 0;
  tally.outstanding += change;
  tally.owed += each.owed - before;
  const { order, listed, class: own } = debt.obligation;
  return { order: order.id, cause: order.cause, listed, class: own, outstandingCents: change };
};

/** How a debt is named to whoever owes it. */
const refOf = ({ obligation }: Pick<DebtState, "obligation">): DebtRef => ({
  order: obligation.order.id,
  cause: obligation.order.cause,
  listed: obligation.listed,
  class: obligation.class,
});

/** How the obligor stands. */
export const obligorStandingOf = ({ outstanding, owed, waiting }: ObligorTally): ObligorStanding => ({
  outstandingCents: outstanding,
  owedCents: owed,
  waitingCents: waiting,
});

/** A debt as its tally leaves it. */
export const obligorDebtOf = ({ debt, on, owed }: DebtTally): ObligorDebt => ({
  ...refOf(debt),
  orderedCents: on.ordered,
  outstandingCents: on.outstanding,
  collectedCents: on.ordered - on.outstanding,
  collectedFromObligorCents: on.collected,
  capCents: debt.capCents,
  owedCents: owed,
});
