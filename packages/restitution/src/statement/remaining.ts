import type { CaseNumber, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ClaimClass, ClaimId } from "../allocation/claim.ts";
import type { DebtState, ObligationState } from "../ledger/book.ts";
import { ObligorNotFound } from "../ledger/errors.ts";
import type { ObligorId, OrderId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { owedBy } from "../ledger/owed.ts";

/** What one of those who are bound can still be asked for: the least of what is outstanding and what is left of their cap. */
export type Exposure = {
  readonly obligor: ObligorId;
  readonly capCents: number | null;
  readonly collectedCents: number;
  readonly exposureCents: number;
};

/** One debt, with everybody who is bound by it. Their exposures may sum to more than what is outstanding: it is paid once. */
export type RemainingDebt = {
  readonly obligation: ClaimId;
  readonly listed: number;
  readonly class: ClaimClass;
  readonly orderedCents: number;
  readonly outstandingCents: number;
  readonly exposures: readonly Exposure[];
};

/** One order, with those of its debts that bind the obligor. */
export type RemainingOrder = {
  readonly order: OrderId;
  readonly cause: CaseNumber;
  readonly judgmentDate: LocalDate;
  readonly debts: readonly RemainingDebt[];
  readonly outstandingCents: number;
  /** What the obligor asked about can still be asked for. */
  readonly exposureCents: number;
};

/** What remains of the debts that bind an obligor; each debt counts once, however many are bound by it. */
export type Remaining = {
  readonly obligor: ObligorId;
  readonly orders: readonly RemainingOrder[];
  readonly outstandingCents: number;
  readonly exposureCents: number;
};

/**
 * What remains to be paid by an obligor and by each of those bound with them, after the last entry. For staff: it names
 * debts and co-obligors.
 * @errors `ObligorNotFound`.
 */
export const remaining = (ledger: Ledger, id: ObligorId): Result.Result<Remaining, ObligorNotFound> => {
  const obligor = bookOf(ledger).obligors.get(id);
  if (obligor === undefined) return Result.fail(new ObligorNotFound({ obligor: id }));
  const byOrder = Map.groupBy(obligor.debts, ({ obligation }) => obligation.order);
  const orders = [...byOrder].map(([order, debts]): RemainingOrder => ({
    order: order.id,
    cause: order.cause,
    judgmentDate: order.judgmentDate,
    debts: debts.map(({ obligation }) => debtOf(obligation)),
    outstandingCents: debts.reduce((sum, { obligation }) => sum + obligation.outstanding.cents, 0),
    exposureCents: debts.reduce((sum, debt) => sum + owedBy(debt), 0),
  }));
  return Result.succeed({
    obligor: id,
    orders,
    outstandingCents: orders.reduce((sum, { outstandingCents }) => sum + outstandingCents, 0),
    exposureCents: orders.reduce((sum, { exposureCents }) => sum + exposureCents, 0),
  });
};

const debtOf = ({ id, listed, class: own, ordered, outstanding, debts }: ObligationState): RemainingDebt => ({
  obligation: id,
  listed,
  class: own,
  orderedCents: ordered.cents,
  outstandingCents: outstanding.cents,
  exposures: [...debts].map(([obligor, debt]) => exposureOf(obligor, debt)),
});

const exposureOf = (obligor: ObligorId, debt: DebtState): Exposure => ({
  obligor,
  capCents: debt.capCents,
  collectedCents: debt.collected.cents,
  exposureCents: owedBy(debt),
});
