import * as Result from "effect/Result";
import { type Book, entryOf, type ObligorState } from "../book.ts";
import type { CommandTo } from "../command.ts";
import type { Waiting } from "../entry.ts";
import {
  AlreadyReversed,
  BeyondHeld,
  BeyondOwed,
  DatedBefore,
  EntryNotFound,
  type LedgerError,
  NotBound,
  ObligationNotFound,
  ObligorNotFound,
  OrderClosed,
  OrderNotFound,
  WrongCurrency,
} from "../errors.ts";
import type { EntryId } from "../ids.ts";
import { owedBy } from "../owed.ts";
import { amountProblem } from "./check-amount.ts";
import { divideMoney, type Undivided, waitingDraft } from "./divide-money.ts";
import { type Desk, type Drafted } from "./draft.ts";
import { isClosed } from "./post-order.ts";

type Received = CommandTo<"receive-payment">;

/** Money that comes in is always recorded: what the law does not divide waits, and says why. */
export const postPayment = (desk: Desk, command: Received): Drafted => {
  const obligor = desk.book.obligors.get(command.obligor);
  if (obligor === undefined) return Result.fail(new ObligorNotFound({ obligor: command.obligor }));
  const problem = paymentProblem(desk.book, obligor, command);
  if (problem !== null) return Result.fail(problem);
  const money = { payment: command, obligor, from: "held", cents: command.cents, on: command.effectiveOn } as const;
  const divided = divideMoney(desk, money);
  if (Result.isSuccess(divided)) return Result.succeed([divided.success]);
  const waiting = waitingFor(divided.failure, command.cents);
  return waiting === null ? Result.fail(divided.failure) : Result.succeed([waitingDraft(money, waiting)]);
};

/** Money that waited is divided again, now that a choice is recorded or another debt has come. */
export const postAllocateHeld = (desk: Desk, command: CommandTo<"allocate-held">): Drafted => {
  const payment = paymentOf(desk.book, command.payment);
  if (Result.isFailure(payment)) return Result.fail(payment.failure);
  const { success: received } = payment;
  const obligor = desk.book.obligors.get(received.obligor);
  if (obligor === undefined) return Result.fail(new ObligorNotFound({ obligor: received.obligor }));
  if (command.effectiveOn < received.effectiveOn) return Result.fail(datedBefore(command, received));
  const from = `unallocated/${received.id}` as const;
  const cents = desk.book.accounts.get(from)?.cents ?? 0;
  if (cents <= 0) return Result.fail(new BeyondHeld({ account: from, heldCents: cents }));
  const divided = divideMoney(desk, { payment: received, obligor, from, cents, on: command.effectiveOn });
  return Result.isFailure(divided) ? Result.fail(divided.failure) : Result.succeed([divided.success]);
};

/** Money of a payment goes back to whoever paid it. */
export const postRefund = ({ book }: Desk, command: CommandTo<"refund">): Drafted => {
  const payment = paymentOf(book, command.payment);
  if (Result.isFailure(payment)) return Result.fail(payment.failure);
  if (command.effectiveOn < payment.success.effectiveOn) return Result.fail(datedBefore(command, payment.success));
  const problem = amountProblem(command.cents);
  if (problem !== null) return Result.fail(problem);
  const from = `unallocated/${payment.success.id}` as const;
  const heldCents = book.accounts.get(from)?.cents ?? 0;
  if (command.cents > heldCents) return Result.fail(new BeyondHeld({ account: from, heldCents }));
  const { document } = command;
  return Result.succeed([{ transfers: [{ debit: from, credit: "held", cents: command.cents, ground: { document } }] }]);
};

/** What went from the obligor to the payee without the agency, or was set off elsewhere: it counts, and nothing is held. */
export const postOutsidePayment = ({ book }: Desk, command: CommandTo<"record-outside-payment">): Drafted => {
  const { obligor, obligation: id, cents, document, effectiveOn } = command;
  const obligation = book.obligations.get(id);
  if (obligation === undefined) return Result.fail(new ObligationNotFound({ obligation: id }));
  if (!book.obligors.has(obligor)) return Result.fail(new ObligorNotFound({ obligor }));
  if (effectiveOn < obligation.effectiveOn)
    return Result.fail(new DatedBefore({ effectiveOn, what: id, since: obligation.effectiveOn }));
  const problem = amountProblem(cents);
  if (problem !== null) return Result.fail(problem);
  const debt = obligation.debts.get(obligor);
  if (debt === undefined) return Result.fail(new NotBound({ obligor, to: id }));
  if (cents > owedBy(debt)) return Result.fail(new BeyondOwed({ obligation: id, owedCents: owedBy(debt) }));
  const moved = { debit: debt.collected.id, credit: obligation.outstanding.id, cents, ground: { document } };
  return Result.succeed([{ transfers: [moved] }]);
};

const paymentProblem = (book: Book, obligor: ObligorState, command: Received): LedgerError | null =>
  towardsProblem(book, obligor, command) ??
  amountProblem(command.cents) ??
  (command.currency === "USD" ? null : new WrongCurrency({ currency: command.currency })) ??
  closedProblem(book, command);

const towardsProblem = (book: Book, obligor: ObligorState, { towards, effectiveOn }: Received): LedgerError | null => {
  if (towards === null) return null;
  const order = book.orders.get(towards);
  if (order === undefined) return new OrderNotFound({ order: towards });
  const since = order.judgmentDate;
  if (effectiveOn < since) return new DatedBefore({ effectiveOn, what: towards, since });
  const isBound = order.obligations.some(({ debts }) => debts.has(obligor.id));
  return isBound ? null : new NotBound({ obligor: obligor.id, to: towards });
};

const closedProblem = (book: Book, { towards }: Received): LedgerError | null => {
  const order = towards === null ? undefined : book.orders.get(towards);
  return order !== undefined && isClosed(book, order) ? new OrderClosed({ order: order.id }) : null;
};

/** Why money waits; `null` for a mistake of the call. */
const waitingFor = (error: Undivided, cents: number): Waiting | null => {
  if (error._tag === "DiscretionNeeded") return { because: "discretion-needed", cents, choice: error.choice };
  if (error._tag !== "NoPolicyDecides") return null;
  return { because: "no-policy-decides", cents, leftOut: error.leftOut.map(({ policy }) => policy) };
};

/** A payment that stands. */
const paymentOf = (book: Book, id: EntryId): Result.Result<Received, LedgerError> => {
  const command = entryOf(book, id)?.command;
  if (command?.do !== "receive-payment") return Result.fail(new EntryNotFound({ entry: id, wanted: "payment" }));
  const by = book.reversedBy.get(id);
  return by === undefined ? Result.succeed(command) : Result.fail(new AlreadyReversed({ entry: id, by }));
};

const datedBefore = ({ effectiveOn }: { readonly effectiveOn: Received["effectiveOn"] }, payment: Received) =>
  new DatedBefore({ effectiveOn, what: payment.id, since: payment.effectiveOn });
