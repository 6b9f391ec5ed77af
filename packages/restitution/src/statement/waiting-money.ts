import { invariant, type LocalDate } from "@victim-rights/core";
import { kindOf } from "../ledger/account.ts";
import { type Book, entryOf } from "../ledger/book.ts";
import type { Entry, Waiting } from "../ledger/entry.ts";
import type { EntryId } from "../ledger/ids.ts";
import type { Balances } from "./balances.ts";
import { isInView, type View } from "./view.ts";

/** Cents of a payment that are not divided, and why; below nothing where it bounced after money of it was refunded. */
export type WaitingMoney = {
  readonly obligation: null;
  readonly payment: EntryId;
  readonly receivedOn: LocalDate;
  readonly heldSince: LocalDate;
  readonly cents: number;
  readonly waiting: Waiting | null;
};

/** Every payment of which money waits in a view. */
export const waitingMoney = (book: Book, balances: Balances, view: View): readonly WaitingMoney[] =>
  [...balances].flatMap(([account, cents]) => {
    if (cents === 0 || kindOf(account) !== "unallocated") return [];
    const payment = account.slice("unallocated/".length) as EntryId;
    const entry = entryOf(book, payment);
    invariant(entry !== undefined, `payment \`${payment}\` is in the book`);
    const { effectiveOn } = entry.command;
    const waiting = whyWaiting(book, entry, view);
    return [{ obligation: null, payment, receivedOn: effectiveOn, heldSince: effectiveOn, cents, waiting }];
  });

/** The last word on why money of a payment waits: an attempt to divide it that stands, or the payment itself. */
export const whyWaiting = (book: Book, payment: Entry, view: View): Waiting | null => {
  const attempts = (book.allocatedBy.get(payment.id) ?? []).flatMap((id) => entryOf(book, id) ?? []);
  const standing = attempts.filter((entry) => isInView(entry.command, view) && !isTakenBack(book, entry.id, view));
  return standing.findLast(({ waiting }) => waiting !== null)?.waiting ?? payment.waiting;
};

const isTakenBack = (book: Book, id: EntryId, view: View): boolean => {
  const by = book.reversedBy.get(id);
  const reversal = by === undefined ? undefined : entryOf(book, by);
  return reversal !== undefined && isInView(reversal.command, view);
};
