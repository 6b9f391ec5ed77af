import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { ClaimClass, ClaimId } from "../allocation/claim.ts";
import { type AccountId, kindOf } from "../ledger/account.ts";
import { type Book, entryOf } from "../ledger/book.ts";
import type { CommandTo } from "../ledger/command.ts";
import type { ChoiceTaken, Entry, Waiting } from "../ledger/entry.ts";
import { EntryNotFound } from "../ledger/errors.ts";
import type { EntryId, PayeeId } from "../ledger/ids.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { type GroundTold, tellGround } from "./ground-told.ts";
import { EVERYTHING } from "./view.ts";
import { whyWaiting } from "./waiting-money.ts";

/** One transfer, with the debt that it is about where it is about one. */
export type TransferExplained = {
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly cents: number;
  readonly obligation: ClaimId | null;
  readonly class: ClaimClass | null;
  readonly payee: PayeeId | null;
  readonly ground: GroundTold;
};

/** One entry, with every transfer of it and the choices that it followed. */
export type EntryExplained = {
  readonly entry: EntryId;
  readonly seq: number;
  readonly on: LocalDate;
  readonly does: Entry["command"]["do"];
  readonly transfers: readonly TransferExplained[];
  readonly choices: readonly ChoiceTaken[];
  readonly waiting: Waiting | null;
  /** The entry that takes it back. */
  readonly reversedBy: EntryId | null;
};

/** A payment, with everything that was done with it. */
export type PaymentExplained = {
  readonly payment: CommandTo<"receive-payment">;
  /** The payment's own entry, then those that divided what waited, refunded of it, or took any of these back. */
  readonly entries: readonly EntryExplained[];
  /** Cents that wait still, and why. */
  readonly waitingCents: number;
  readonly waiting: Waiting | null;
};

/**
 * Why the money of a payment went where it went: every transfer with the provision, its citations and how well they were
 * checked, and the choices followed with who decided them and when. For staff: it names payees.
 * @errors `EntryNotFound` when the entry is no payment, nor divides or refunds one.
 */
export const explainPayment = (
  ledger: Ledger,
  { entry: id }: { readonly entry: EntryId },
): Result.Result<PaymentExplained, EntryNotFound> => {
  const book = bookOf(ledger);
  const payment = paymentOf(book, id);
  if (payment?.command.do !== "receive-payment")
    return Result.fail(new EntryNotFound({ entry: id, wanted: "payment" }));
  const later = (book.allocatedBy.get(payment.id) ?? []).flatMap((each) => entryOf(book, each) ?? []);
  const done = [payment, ...later];
  const takenBack = done.flatMap((each) => entryOf(book, book.reversedBy.get(each.id) ?? NONE) ?? []);
  const waitingCents = book.accounts.get(`unallocated/${payment.command.id}`)?.cents ?? 0;
  return Result.succeed({
    payment: payment.command,
    entries: [...done, ...takenBack].toSorted((left, right) => left.seq - right.seq).map((each) => told(ledger, each)),
    waitingCents,
    waiting: waitingCents > 0 ? whyWaiting(book, payment, EVERYTHING) : null,
  });
};

const NONE = "" as EntryId;

const paymentOf = (book: Book, id: EntryId): Entry | undefined => {
  const entry = entryOf(book, id);
  const isLater = entry?.command.do === "allocate-held" || entry?.command.do === "refund";
  return isLater ? entryOf(book, (entry.command as CommandTo<"allocate-held" | "refund">).payment) : entry;
};

const told = (ledger: Ledger, { id, seq, command, transfers, choices, waiting }: Entry): EntryExplained => ({
  entry: id,
  seq,
  on: command.effectiveOn,
  does: command.do,
  transfers: transfers.map(({ ground, ...moved }) => ({
    ...moved,
    ...debtOf(bookOf(ledger), moved),
    ground: tellGround(ledger.law.file, ground),
  })),
  choices,
  waiting,
  reversedBy: bookOf(ledger).reversedBy.get(id) ?? null,
});

type Moved = Pick<TransferExplained, "debit" | "credit">;

const debtOf = (
  { obligations }: Book,
  { debit, credit }: Moved,
): Pick<TransferExplained, "obligation" | "class" | "payee"> => {
  const id = debtIn(credit) ?? debtIn(debit);
  const obligation = id === null ? undefined : obligations.get(id);
  return obligation === undefined
    ? { obligation: null, class: null, payee: null }
    : { obligation: obligation.id, class: obligation.class, payee: obligation.payee.id };
};

/** The debt that an account is about; the payable and outstanding accounts are named by their debt alone. */
const debtIn = (account: AccountId): ClaimId | null => {
  const kind = kindOf(account);
  return kind === "payable" || kind === "outstanding" ? (account.slice(kind.length + 1) as ClaimId) : null;
};
