import * as Result from "effect/Result";
import type { Book, OrderState } from "../book.ts";
import type { CommandTo, OrderedObligation } from "../command.ts";
import {
  DatedBefore,
  IdTaken,
  type LedgerError,
  LossNotApproved,
  ModifiedBelowCollected,
  ObligationNotFound,
  ObligorNotFound,
  OrderClosed,
  OrderNotFound,
  OrderNotPaid,
  PayeeMismatch,
  PayeeNotFound,
} from "../errors.ts";
import { amountProblem, amountsProblem } from "./check-amount.ts";
import { type Desk, type Drafted, NOTHING_MOVES } from "./draft.ts";
import { findLoss } from "./post-affidavit.ts";

export const postEnterOrder = ({ book }: Desk, { order, obligations }: CommandTo<"enter-order">): Drafted => {
  const problem =
    unknownParty(book, obligations) ??
    (book.orders.has(order) ? new IdTaken({ what: "order", id: order }) : null) ??
    takenObligation(book, obligations) ??
    amountsProblem(
      obligations.flatMap(({ cents, bound }) => [cents, ...bound.flatMap(({ capCents }) => capCents ?? [])]),
    ) ??
    firstOf(obligations, (obligation) => lossProblem(book, obligation));
  if (problem !== null) return Result.fail(problem);
  return Result.succeed([
    {
      transfers: obligations.map(({ id, cents }) => ({
        debit: `outstanding/${id}`,
        credit: `ordered/${id}`,
        cents,
        ground: { order },
      })),
    },
  ]);
};

export const postModify = ({ book }: Desk, command: CommandTo<"modify-obligation">): Drafted => {
  const { obligation: id, cents, document, effectiveOn } = command;
  const obligation = book.obligations.get(id);
  if (obligation === undefined) return Result.fail(new ObligationNotFound({ obligation: id }));
  if (effectiveOn < obligation.effectiveOn)
    return Result.fail(new DatedBefore({ effectiveOn, what: id, since: obligation.effectiveOn }));
  const problem = amountProblem(cents, 0);
  if (problem !== null) return Result.fail(problem);
  const { ordered, outstanding } = obligation;
  const change = cents - ordered.cents;
  if (change === 0) return NOTHING_MOVES;
  if (isClosed(book, obligation.order)) return Result.fail(new OrderClosed({ order: obligation.order.id }));
  if (-change > outstanding.cents) {
    const collectedCents = ordered.cents - outstanding.cents;
    return Result.fail(new ModifiedBelowCollected({ obligation: id, collectedCents }));
  }
  const moved =
    change > 0
      ? { debit: outstanding.id, credit: ordered.id, cents: change, ground: { document } }
      : { debit: ordered.id, credit: outstanding.id, cents: -change, ground: { document } };
  return Result.succeed([{ transfers: [moved] }]);
};

export const postSatisfaction = ({ book }: Desk, { order: id }: CommandTo<"file-satisfaction">): Drafted => {
  const order = book.orders.get(id);
  if (order === undefined) return Result.fail(new OrderNotFound({ order: id }));
  if (isClosed(book, order)) return Result.fail(new OrderClosed({ order: id }));
  const outstandingCents = order.obligations.reduce((sum, { outstanding }) => sum + outstanding.cents, 0);
  return outstandingCents === 0 ? NOTHING_MOVES : Result.fail(new OrderNotPaid({ order: id, outstandingCents }));
};

/** Whether nothing more is paid on an order: it is satisfied, or was entered in error. */
export const isClosed = (book: Book, { satisfiedBy, entry }: OrderState): boolean =>
  satisfiedBy !== null || book.reversedBy.has(entry);

const firstOf = <Each>(all: readonly Each[], problemOf: (each: Each) => LedgerError | null): LedgerError | null => {
  for (const each of all) {
    const problem = problemOf(each);
    if (problem !== null) return problem;
  }
  return null;
};

const unknownParty = (book: Book, obligations: readonly OrderedObligation[]): LedgerError | null =>
  firstOf(obligations, ({ payee }) => (book.payees.has(payee) ? null : new PayeeNotFound({ payee }))) ??
  firstOf(
    obligations.flatMap(({ bound }) => bound),
    ({ obligor }) => (book.obligors.has(obligor) ? null : new ObligorNotFound({ obligor })),
  );

const takenObligation = (book: Book, obligations: readonly OrderedObligation[]): IdTaken | null => {
  const seen = new Set<string>();
  for (const { id, bound } of obligations) {
    if (book.obligations.has(id) || seen.has(id)) return new IdTaken({ what: "obligation", id });
    seen.add(id);
    const obligors = bound.map(({ obligor }) => obligor);
    const twice = obligors.find((obligor, at) => obligors.indexOf(obligor) !== at);
    if (twice !== undefined) return new IdTaken({ what: "obligor", id: twice });
  }
  return null;
};

/** What is ordered for losses is no more than was approved of them, and goes to whoever swore to them. */
const lossProblem = (book: Book, { id, payee, cents, losses }: OrderedObligation): LedgerError | null => {
  if (losses.length === 0) return null;
  let approvedCents = 0;
  for (const { affidavit, line } of losses) {
    const found = findLoss(book, affidavit, line);
    if (Result.isFailure(found)) return found.failure;
    if (book.affidavits.get(affidavit)?.payee !== payee) return new PayeeMismatch({ payee, obligation: id });
    approvedCents += found.success.approvedCents ?? 0;
  }
  return approvedCents < cents ? new LossNotApproved({ obligation: id, approvedCents }) : null;
};
