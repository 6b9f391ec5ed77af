import type { LocalDate } from "@victim-rights/core";
import type { ClaimClass, ClaimId } from "../allocation/claim.ts";
import { kindOf } from "../ledger/account.ts";
import { type Book, entryOf } from "../ledger/book.ts";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";
import type { EntryId, ObligorId, PayeeId } from "../ledger/ids.ts";
import { bookOf, entriesOf, type Ledger } from "../ledger/ledger.ts";
import { doneBy } from "./event-of.ts";
import { isInView, type View } from "./view.ts";

/** Cents that went to a payee in a year. */
export type PayeeYear = {
  readonly payee: PayeeId;
  /** Sent, less what was voided. */
  readonly paidOutCents: number;
  /** Came back. */
  readonly returnedCents: number;
  /** Handed over as unclaimed property in their place. */
  readonly remittedCents: number;
};

/** Cents that came from an obligor in a year. */
export type ObligorYear = {
  readonly obligor: ObligorId;
  readonly receivedCents: number;
  /** Taken back of what was received, in this year or before: it bounced, or was posted in error. */
  readonly takenBackCents: number;
  /** Refunded, less what was taken back. */
  readonly refundedCents: number;
};

/** The movement of the money on deposit: opening, with what came in and without what went out, is closing. */
export type HeldYear = {
  readonly openingCents: number;
  readonly receivedCents: number;
  readonly takenBackCents: number;
  readonly refundedCents: number;
  readonly paidOutCents: number;
  readonly returnedCents: number;
  readonly remittedCents: number;
  readonly closingCents: number;
};

/** A year by the day that each entry counts from. Whoever has nothing in it is left out. */
export type YearTotals = {
  readonly year: number;
  readonly payees: readonly PayeeYear[];
  readonly obligors: readonly ObligorYear[];
  /** Collected by class, with what was paid outside and less what was taken back. */
  readonly collected: readonly { readonly class: ClaimClass; readonly cents: number }[];
  readonly held: HeldYear;
};

/** The totals of a calendar year, which tie to the money on deposit; with `knownAt`, as they were known then. */
export const yearTotals = (
  ledger: Ledger,
  { year, knownAt }: { readonly year: number; readonly knownAt?: View["knownAt"] },
): YearTotals => {
  const book = bookOf(ledger);
  const sums: Sums = { payees: new Map(), obligors: new Map(), collected: new Map(), opening: 0 };
  const asOf = `${year}-12-31` as LocalDate;
  for (const entry of entriesOf(ledger)) {
    if (!isInView(entry.command, { asOf, knownAt })) continue;
    if (entry.command.effectiveOn < `${year}-01-01`) sums.opening += heldBy(entry);
    else sumUp(book, sums, entry);
  }
  const payees = [...sums.payees.values()];
  const obligors = [...sums.obligors.values()];
  return {
    year,
    payees,
    obligors,
    collected: [...sums.collected].map(([own, cents]) => ({ class: own, cents })),
    held: heldIn(sums.opening, payees, obligors),
  };
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

type Sums = {
  readonly payees: Map<PayeeId, Mutable<PayeeYear>>;
  readonly obligors: Map<ObligorId, Mutable<ObligorYear>>;
  readonly collected: Map<ClaimClass, number>;
  opening: number;
};

/** What an entry puts on deposit; what it takes away is negative. */
const heldBy = ({ transfers }: Entry): number =>
  transfers.reduce(
    (sum, { debit, credit, cents }) => sum + (debit === "held" ? cents : 0) - (credit === "held" ? cents : 0),
    0,
  );

const sumUp = (book: Book, sums: Sums, entry: Entry): void => {
  sumCollected(book, sums, entry);
  const cents = heldBy(entry);
  if (cents === 0) return;
  const { command, reversed } = doneBy(book, entry);
  if (command.do === "receive-payment") {
    const year = obligorIn(sums, command.obligor);
    if (reversed === null) year.receivedCents += cents;
    else year.takenBackCents -= cents;
  } else if (command.do === "refund") sumRefund(book, sums, { payment: command.payment, cents: -cents });
  else sumOut(book, sums, { entry, done: command.do, cents });
};

const sumCollected = (book: Book, sums: Sums, { transfers }: Entry): void => {
  for (const { debit, credit, cents } of transfers) {
    // What is collected leaves what is outstanding, whose account is named by the debt alone.
    if (kindOf(debit) === "collected") collect(book, sums, { debt: debtIn(credit), cents });
    if (kindOf(credit) === "collected") collect(book, sums, { debt: debtIn(debit), cents: -cents });
  }
};

type Refunded = { readonly payment: EntryId; readonly cents: number };

const sumRefund = (book: Book, sums: Sums, { payment, cents }: Refunded): void => {
  const command = entryOf(book, payment)?.command;
  if (command?.do === "receive-payment") obligorIn(sums, command.obligor).refundedCents += cents;
};

type Moved = { readonly entry: Entry; readonly done: Command["do"]; readonly cents: number };

/** Money that goes to a payee or comes back from one: an entry moves that of one payee alone. */
const sumOut = (book: Book, sums: Sums, { entry, done, cents }: Moved): void => {
  const [first] = entry.transfers;
  if (first === undefined) return;
  const payee = book.obligations.get(debtIn(first.debit === "held" ? first.credit : first.debit))?.payee.id;
  if (payee === undefined) return;
  const year = payeeIn(sums, payee);
  if (done === "return-disbursement") year.returnedCents += cents;
  else if (done === "remit-unclaimed") year.remittedCents -= cents;
  else year.paidOutCents -= cents;
};

/** The debt of an account that is named by its debt alone. */
const debtIn = (account: string): ClaimId => account.slice(account.indexOf("/") + 1) as ClaimId;

const collect = (
  book: Book,
  { collected }: Sums,
  { debt, cents }: { readonly debt: ClaimId; readonly cents: number },
): void => {
  const own = book.obligations.get(debt)?.class;
  if (own !== undefined) collected.set(own, (collected.get(own) ?? 0) + cents);
};

const payeeIn = ({ payees }: Sums, payee: PayeeId): Mutable<PayeeYear> => {
  const known = payees.get(payee);
  if (known !== undefined) return known;
  const year = { payee, paidOutCents: 0, returnedCents: 0, remittedCents: 0 };
  payees.set(payee, year);
  return year;
};

const obligorIn = ({ obligors }: Sums, obligor: ObligorId): Mutable<ObligorYear> => {
  const known = obligors.get(obligor);
  if (known !== undefined) return known;
  const year = { obligor, receivedCents: 0, takenBackCents: 0, refundedCents: 0 };
  obligors.set(obligor, year);
  return year;
};

const heldIn = (openingCents: number, payees: readonly PayeeYear[], obligors: readonly ObligorYear[]): HeldYear => {
  const receivedCents = sumOf(obligors, "receivedCents");
  const takenBackCents = sumOf(obligors, "takenBackCents");
  const refundedCents = sumOf(obligors, "refundedCents");
  const paidOutCents = sumOf(payees, "paidOutCents");
  const returnedCents = sumOf(payees, "returnedCents");
  const remittedCents = sumOf(payees, "remittedCents");
  const inCents = receivedCents - takenBackCents + returnedCents;
  const closingCents = openingCents + inCents - refundedCents - paidOutCents - remittedCents;
  const moved = { receivedCents, takenBackCents, refundedCents, paidOutCents, returnedCents, remittedCents };
  return { openingCents, ...moved, closingCents };
};

const sumOf = <Key extends string>(all: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  all.reduce((sum, each) => sum + each[key], 0);
