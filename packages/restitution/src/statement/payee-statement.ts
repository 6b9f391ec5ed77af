import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { AccountId } from "../ledger/account.ts";
import type { Book, PayeeState } from "../ledger/book.ts";
import type { Command } from "../ledger/command.ts";
import type { Entry } from "../ledger/entry.ts";
import { PayeeNotFound } from "../ledger/errors.ts";
import type { PayeeId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { type Done, doneBy, linkReversals } from "./event-of.ts";
import type { PayeeEvent, PayeeLine, PayeePart, PayeeStanding, PayeeStatement } from "./payee-statement-view.ts";
import { payeeDebtOf, type PayeeSlot, payeeSlots, standingAfter, standingOf, tallyPayee } from "./payee-tally.ts";
import { datedEntries, type View, wasOpen } from "./view.ts";

/** Whose statement, from and as of which day, and with what was recorded by when. */
export type PayeeStatementAsked = View & {
  readonly payee: PayeeId;
  /** The first day of its lines; what came before is in the opening. Left out, there is nothing before. */
  readonly from?: LocalDate | undefined;
};

/**
 * What a payee is owed and got, as of a day: as known at a moment, or as corrected since. It says nothing of anybody else:
 * who pays is known by the cause number alone. It reads the entries of the payee's own debts and no others.
 * @errors `PayeeNotFound` when nobody of this id was opened by then.
 */
export const payeeStatement = (
  ledger: Ledger,
  { payee: id, from, ...view }: PayeeStatementAsked,
): Result.Result<PayeeStatement, PayeeNotFound> => {
  const book = bookOf(ledger);
  const payee = book.payees.get(id);
  if (payee === undefined || !wasOpen(book, payee.entries, view.knownAt))
    return Result.fail(new PayeeNotFound({ payee: id }));
  const slots = payeeSlots(payee);
  const walked = walk(book, payee, { slots, from, view });
  const tallies = new Set([...slots.values()].map(({ tally }) => tally));
  return Result.succeed({
    payee: { id: payee.id, name: payee.name, kind: payee.kind },
    from: from ?? null,
    asOf: view.asOf,
    knownAt: view.knownAt ?? null,
    ...walked,
    debts: [...tallies].filter(({ isSeen }) => isSeen).map(payeeDebtOf),
  });
};

type Walk = {
  readonly slots: ReadonlyMap<AccountId, PayeeSlot>;
  readonly from: LocalDate | undefined;
  readonly view: View;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const walk = (
  book: Book,
  { obligations }: PayeeState,
  { slots, from, view }: Walk,
): Pick<PayeeStatement, "opening" | "lines" | "closing"> => {
  let opening = NOTHING;
  let after = opening;
  const lines: Mutable<PayeeLine>[] = [];
  const places = obligations.map(({ entries }) => entries);
  for (const entry of datedEntries(book, places, view)) {
    const done = doneBy(book, entry);
    const parts = tallyPayee(slots, entry, done.command.do);
    const change = sumOf(parts);
    after = standingAfter(after, change);
    if (from !== undefined && entry.command.effectiveOn < from) opening = after;
    else lines.push(lineOf(entry, done, { parts, change, after }));
  }
  linkReversals(lines);
  return { opening, lines, closing: after };
};

const sumOf = (parts: readonly PayeePart[]): PayeeStanding => {
  let sum = parts[0]?.change ?? NOTHING;
  for (let at = 1; at < parts.length; at++) sum = standingAfter(sum, parts[at]?.change ?? NOTHING);
  return sum;
};

const NOTHING = standingOf(0, 0, 0);

const lineOf = (
  { seq, id, command: { effectiveOn, postedAt }, payee }: Entry,
  { command, reversed, why }: Done,
  { parts, change, after }: Pick<PayeeLine, "parts" | "change" | "after">,
): Mutable<PayeeLine> => ({
  seq,
  on: effectiveOn,
  recordedAt: postedAt,
  what: EVENT[command.do] ?? "collected",
  disbursement: payee !== null && reversed === null ? id : null,
  reverses: reversed === null ? null : reversed.seq,
  why,
  reversedBy: null,
  parts,
  change,
  after,
});

const EVENT: Readonly<Partial<Record<Command["do"], PayeeEvent>>> = {
  "enter-order": "ordered",
  "assess-fee": "ordered",
  "modify-obligation": "order-changed",
  "record-outside-payment": "paid-outside",
  "transfer-between-causes": "moved-between-causes",
  disburse: "paid-out",
  "run-disbursement": "paid-out",
  "return-disbursement": "came-back",
  reissue: "to-be-sent-again",
  "remit-unclaimed": "given-up-as-unclaimed",
};
