import type { Cents, LocalDate } from "@victim-rights/core";
import type { PaymentKind } from "../allocation/allocation-file.ts";
import type { Claim } from "../allocation/claim.ts";
import type { DebtState, ObligorState } from "./book.ts";
import type { OrderId } from "./ids.ts";

/** What an obligor can still be asked for of an obligation: what is outstanding, and no more than is left of their cap. */
export const owedBy = ({ obligation, capCents, collected }: DebtState): number => {
  const outstanding = obligation.outstanding.cents;
  const owed = capCents === null ? outstanding : Math.min(outstanding, capCents - collected.cents);
  return Math.max(owed, 0);
};

/** Which of an obligor's debts a payment is divided among. */
export type Wanted = {
  readonly grade: PaymentKind["grade"];
  readonly towards: OrderId | null;
  /** Debts that count on this day. */
  readonly on: LocalDate;
};

/** What an obligor owes, as claims of an allocation; debts that are paid are left out. */
export const claimsOf = ({ debts }: ObligorState, { grade, towards, on }: Wanted): readonly Claim[] => {
  const claims: Claim[] = [];
  for (const debt of debts) {
    const { obligation } = debt;
    const { order } = obligation;
    const isWanted =
      order.grade === grade && (towards === null || order.id === towards) && obligation.effectiveOn <= on;
    const owed = isWanted ? owedBy(debt) : 0;
    if (owed > 0)
      claims.push({
        id: obligation.id,
        class: obligation.class,
        cause: order.cause,
        judgmentDate: order.judgmentDate,
        listed: obligation.listed,
        orderedCents: obligation.ordered.cents as Cents,
        owedCents: owed as Cents,
      });
  }
  return claims;
};
