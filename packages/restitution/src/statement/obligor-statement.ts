import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { type Book, entryOf, type ObligorState } from "../ledger/book.ts";
import type { Command, CommandTo } from "../ledger/command.ts";
import type { Entry, Waiting } from "../ledger/entry.ts";
import { ObligorNotFound } from "../ledger/errors.ts";
import type { DocumentRef, ObligorId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { type Done, doneBy, linkReversals } from "./event-of.ts";
import type { ObligorEvent, ObligorLine, ObligorStanding, ObligorStatement } from "./obligor-statement-view.ts";
import { obligorDebtOf, obligorStandingOf, type ObligorTally, obligorTally, tallyObligor } from "./obligor-tally.ts";
import { datedEntries, type View, wasOpen } from "./view.ts";

/** Whose statement, from and as of which day, and with what was recorded by when. */
export type ObligorStatementAsked = View & {
  readonly obligor: ObligorId;
  /** The first day of its lines; what came before is in the opening. Left out, there is nothing before. */
  readonly from?: LocalDate | undefined;
};

/**
 * What an obligor owes and paid, as of a day: as known at a moment, or as corrected since. A payee is known by class and by
 * the line of the order alone. It reads the entries of the obligor and of the debts that bind them, and no others.
 * @errors `ObligorNotFound` when nobody of this id was opened by then.
 */
export const obligorStatement = (
  ledger: Ledger,
  { obligor: id, from, ...view }: ObligorStatementAsked,
): Result.Result<ObligorStatement, ObligorNotFound> => {
  const book = bookOf(ledger);
  const obligor = book.obligors.get(id);
  if (obligor === undefined || !wasOpen(book, obligor.entries, view.knownAt))
    return Result.fail(new ObligorNotFound({ obligor: id }));
  const tally = obligorTally(obligor);
  const walked = walk(book, tally, { from, view });
  return Result.succeed({
    obligor: { id: obligor.id, name: obligor.name },
    from: from ?? null,
    asOf: view.asOf,
    knownAt: view.knownAt ?? null,
    ...walked,
    debts: tally.debts.filter(({ isSeen }) => isSeen).map(obligorDebtOf),
  });
};

type Walk = { readonly from: LocalDate | undefined; readonly view: View };

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const walk = (
  book: Book,
  tally: ObligorTally,
  { from, view }: Walk,
): Pick<ObligorStatement, "opening" | "lines" | "closing"> => {
  let opening = obligorStandingOf(tally);
  let after = opening;
  const lines: Mutable<ObligorLine>[] = [];
  const { debts, entries } = tally.obligor;
  const places = [entries, ...debts.map(({ obligation }) => obligation.entries)];
  for (const entry of datedEntries(book, places, view)) {
    const done = doneBy(book, entry);
    const by = whoDid(book, tally.obligor, done.command);
    const parts = tallyObligor(tally, entry, by === "obligor");
    const before = after;
    after = obligorStandingOf(tally);
    // What a payee was sent, and when, is not the obligor's to know.
    if (parts.length === 0 && before.waitingCents === after.waitingCents) continue;
    if (from !== undefined && entry.command.effectiveOn < from) opening = after;
    else lines.push(lineOf(entry, done, { by, parts, change: changeFrom(before, after), after }));
  }
  linkReversals(lines);
  return { opening, lines, closing: after };
};

const changeFrom = (before: ObligorStanding, after: ObligorStanding): ObligorStanding => ({
  outstandingCents: after.outstandingCents - before.outstandingCents,
  owedCents: after.owedCents - before.owedCents,
  waitingCents: after.waitingCents - before.waitingCents,
});

type Changed = Pick<ObligorLine, "by" | "parts" | "change" | "after">;

const lineOf = (
  { seq, command: made, waiting, reverses }: Entry,
  { command, reversed, why }: Done,
  { by, parts, change, after }: Changed,
): Mutable<ObligorLine> => {
  const isOwn = by === "obligor";
  return {
    seq,
    on: made.effectiveOn,
    recordedAt: made.postedAt,
    what: EVENT[command.do] ?? "order-changed",
    by,
    amountCents: isOwn ? amountOf(command, reverses !== null) : null,
    receipt: isOwn && reverses === null ? receiptOf(command) : null,
    waiting: isOwn ? becauseOf(waiting) : null,
    reverses: reversed === null ? null : reversed.seq,
    why,
    reversedBy: null,
    parts,
    change,
    after,
  };
};

const amountOf = (command: Command, isTakenBack: boolean): number | null => {
  if (command.do !== "receive-payment" && command.do !== "refund") return null;
  return isTakenBack ? -command.cents : command.cents;
};

const receiptOf = (command: Command): DocumentRef | null =>
  command.do === "receive-payment" ? command.document : null;

const becauseOf = (waiting: Waiting | null): Waiting["because"] | null => (waiting === null ? null : waiting.because);

const whoDid = (book: Book, { id }: ObligorState, command: Command): ObligorLine["by"] => {
  const about = command.do === "allocate-held" || command.do === "refund" ? paymentOf(book, command) : command;
  if ("obligor" in about) return about.obligor === id ? "obligor" : "another";
  return "court";
};

const paymentOf = (book: Book, command: CommandTo<"allocate-held" | "refund">): Command =>
  entryOf(book, command.payment)?.command ?? command;

const EVENT: Readonly<Partial<Record<Command["do"], ObligorEvent>>> = {
  "enter-order": "ordered",
  "assess-fee": "fee-assessed",
  "modify-obligation": "order-changed",
  "receive-payment": "paid",
  "allocate-held": "waiting-money-divided",
  refund: "refunded",
  "record-outside-payment": "paid-outside",
  "transfer-between-causes": "moved-between-causes",
};
