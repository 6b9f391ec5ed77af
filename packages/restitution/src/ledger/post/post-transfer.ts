import * as Result from "effect/Result";
import type { DebtState } from "../book.ts";
import type { CommandTo } from "../command.ts";
import { BeyondHeld, BeyondOwed, DatedBefore, type LedgerError, NotBound, ObligationNotFound } from "../errors.ts";
import type { ClaimId } from "../../allocation/claim.ts";
import { owedBy } from "../owed.ts";
import { amountProblem } from "./check-amount.ts";
import { type Desk, type Drafted } from "./draft.ts";

/** Money that was credited to one obligation, and is not paid out yet, is credited to another of the same obligor. */
export const postTransfer = (desk: Desk, command: CommandTo<"transfer-between-causes">): Drafted => {
  const { cents, document, effectiveOn } = command;
  const from = debtOf(desk, command, command.from);
  if (Result.isFailure(from)) return Result.fail(from.failure);
  const to = debtOf(desk, command, command.to);
  if (Result.isFailure(to)) return Result.fail(to.failure);
  const later = [from.success, to.success].find(({ obligation }) => effectiveOn < obligation.effectiveOn)?.obligation;
  if (later !== undefined)
    return Result.fail(new DatedBefore({ effectiveOn, what: later.id, since: later.effectiveOn }));
  const problem = amountProblem(cents) ?? beyond(from.success, to.success, cents);
  if (problem !== null) return Result.fail(problem);
  const { obligation: left, collected } = from.success;
  const { obligation: joined, collected: collectedThere } = to.success;
  return Result.succeed([
    {
      transfers: [
        { debit: left.outstanding.id, credit: collected.id, cents, ground: { document } },
        { debit: left.payable.id, credit: joined.payable.id, cents, ground: { document } },
        { debit: collectedThere.id, credit: joined.outstanding.id, cents, ground: { document } },
      ],
    },
  ]);
};

const debtOf = (
  { book }: Desk,
  { obligor }: CommandTo<"transfer-between-causes">,
  id: ClaimId,
): Result.Result<DebtState, LedgerError> => {
  const obligation = book.obligations.get(id);
  if (obligation === undefined) return Result.fail(new ObligationNotFound({ obligation: id }));
  const debt = obligation.debts.get(obligor);
  return debt === undefined ? Result.fail(new NotBound({ obligor, to: id })) : Result.succeed(debt);
};

const beyond = (from: DebtState, to: DebtState, cents: number): LedgerError | null => {
  const { payable, id } = from.obligation;
  const heldCents = Math.max(Math.min(payable.cents, from.collected.cents), 0);
  if (cents > heldCents) return new BeyondHeld({ account: payable.id, heldCents });
  // To itself nothing would move.
  const owedCents = to.obligation.id === id ? 0 : owedBy(to);
  return cents > owedCents ? new BeyondOwed({ obligation: to.obligation.id, owedCents }) : null;
};
