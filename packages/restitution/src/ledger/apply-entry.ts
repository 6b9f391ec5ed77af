import { invariant, type LocalDate } from "@victim-rights/core";
import type { AccountId } from "./account.ts";
import { enterFact } from "./enter-fact.ts";
import { type Account, accountIn, type Book } from "./book.ts";
import type { Entry } from "./entry.ts";

/**
 * Folds one entry into a book. It trusts the entry: `post` made it, or a journal whose chain was verified.
 * @param accounts - those of its transfers, a debit and a credit for each, where they are known.
 */
export const applyEntry = (book: Book, entry: Entry, accounts?: readonly Account[]): void => {
  const place = book.entries.length;
  invariant(entry.seq === place + 1, `entry ${entry.seq} comes in its place`);
  book.entries.push(entry);
  const { command } = entry;
  if (!book.commands.has(command.id)) book.commands.set(command.id, place);
  if ((entry.id as string) !== (command.id as string)) book.parts.set(entry.id, place);
  book.lastPostedAt = command.postedAt;
  enterFact(book, entry, place);
  const when = { book, place, on: command.effectiveOn };
  for (const [at, { debit, credit, cents }] of entry.transfers.entries()) {
    add(accounts?.[2 * at] ?? accountOf(book, debit), cents, when);
    add(accounts?.[2 * at + 1] ?? accountOf(book, credit), -cents, when);
  }
};

const accountOf = (book: Book, id: AccountId): Account => (id === "held" ? book.held : accountIn(book, id));

type When = { readonly book: Book; readonly place: number; readonly on: LocalDate };

/** @param cents - what comes to the account on its debit side; less than nothing on its credit side. */
const add = (account: Account, cents: number, when: When): void => {
  const before = account.cents;
  account.cents = account.isDebit ? before + cents : before - cents;
  if (account.obligation !== null) noteObligation(account, before, when);
  else if (account.kind === "unallocated") noteWaiting(when.book, account);
};

/** Accounts of payments that are allocated to the last cent are no longer looked at. */
const noteWaiting = ({ accounts, waiting }: Book, { id, cents }: Account): void => {
  if (cents === 0) {
    accounts.delete(id);
    waiting.delete(id);
  } else waiting.add(id);
};

const noteObligation = ({ obligation, kind, cents }: Account, before: number, { place, on }: When): void => {
  if (obligation === null) return;
  if (obligation.entries.at(-1) !== place) obligation.entries.push(place);
  if (kind !== "payable") return;
  if (cents <= 0) obligation.heldSince = null;
  else if (before <= 0) obligation.heldSince = on;
};
