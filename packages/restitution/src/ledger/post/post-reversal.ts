import * as Result from "effect/Result";
import type { ClaimId } from "../../allocation/claim.ts";
import { type AccountId, type AccountKind, kindOf } from "../account.ts";
import { type Book, entryOf } from "../book.ts";
import type { Command, CommandTo } from "../command.ts";
import type { Entry } from "../entry.ts";
import { AlreadyReversed, DatedBefore, EntryNotFound, MovedSince, NotReversible } from "../errors.ts";
import type { EntryId, ObligorId } from "../ids.ts";
import type { Transfer } from "../transfer.ts";
import { type Desk, type Draft, type Drafted } from "./draft.ts";

/**
 * Takes an entry back: every transfer of it goes the other way, and so do the entries that rest on it, the youngest first.
 * What a payee was paid already out of money that bounced stays with them, and what is collected next makes up for it.
 */
export const postReversal = ({ book }: Desk, command: CommandTo<"reverse">): Drafted => {
  const { entry: id, effectiveOn } = command;
  const entry = entryOf(book, id);
  if (entry === undefined) return Result.fail(new EntryNotFound({ entry: id, wanted: "entry" }));
  const { command: reversed } = entry;
  const by = book.reversedBy.get(id) ?? book.returnedBy.get(id);
  if (by !== undefined) return Result.fail(new AlreadyReversed({ entry: id, by }));
  if (entry.reverses !== null || !REVERSIBLE.has(reversed.do))
    return Result.fail(new NotReversible({ entry: id, kind: reversed.do }));
  const back = [...restingOn(book, entry), entry];
  const later = back.find(({ command: { effectiveOn: since } }) => effectiveOn < since);
  if (later !== undefined)
    return Result.fail(new DatedBefore({ effectiveOn, what: later.id, since: later.command.effectiveOn }));
  const blocked = movedSince(book, back);
  if (blocked !== null) return Result.fail(new MovedSince({ entry: id, ...blocked }));
  return Result.succeed(back.map((each) => takeBack(each, id)));
};

const REVERSIBLE: ReadonlySet<Command["do"]> = new Set<Command["do"]>([
  "enter-order",
  "modify-obligation",
  "assess-fee",
  "receive-payment",
  "allocate-held",
  "record-outside-payment",
  "refund",
  "transfer-between-causes",
  "disburse",
  "run-disbursement",
  "return-disbursement",
  "reissue",
  "remit-unclaimed",
  "file-satisfaction",
]);

/** The entries that would no longer stand without this one, youngest first. */
const restingOn = (book: Book, entry: Entry): readonly Entry[] => {
  const ids = (book.allocatedBy.get(entry.id) ?? []).filter((id) => isAllocation(book, id));
  const moved = [entry, ...ids.flatMap((id) => entryOf(book, id) ?? [])].flatMap(({ transfers }) => transfers);
  return [...ids, ...satisfactionsOf(book, moved)]
    .filter((id) => !book.reversedBy.has(id))
    .flatMap((id) => entryOf(book, id) ?? [])
    .toSorted((left, right) => right.seq - left.seq);
};

/** A refund is not among them: the money has gone back, and the payer owes it. */
const isAllocation = (book: Book, id: EntryId): boolean => entryOf(book, id)?.command.do === "allocate-held";

/** An order whose debts come back to life is no longer satisfied. */
const satisfactionsOf = (book: Book, transfers: readonly Transfer[]): readonly EntryId[] => {
  const orders = new Set(
    transfers.flatMap(({ credit }) => {
      if (kindOf(credit) !== "outstanding") return [];
      return book.obligations.get(credit.slice("outstanding/".length) as ClaimId)?.order ?? [];
    }),
  );
  return [...orders].flatMap(({ satisfiedBy }) => satisfiedBy ?? []);
};

const takeBack = (entry: Entry, wanted: EntryId): Draft => ({
  reverses: entry.id,
  ...(entry.id === wanted ? {} : { part: entry.id }),
  ...(entry.payee === null ? {} : { payee: entry.payee }),
  transfers: entry.transfers.map(({ debit, credit, cents }) => ({
    debit: credit,
    credit: debit,
    cents,
    ground: { reverses: entry.id },
  })),
});

/** Accounts that never stand below nothing: what was there must be there still. */
const FLOOR: ReadonlySet<AccountKind> = new Set<AccountKind>(["ordered", "outstanding", "collected", "unclaimed"]);

const movedSince = (
  book: Book,
  back: readonly Entry[],
): { readonly account: AccountId; readonly kind: AccountKind } | null => {
  const after = new Map<AccountId, number>();
  const change = (id: AccountId, isDebit: boolean, cents: number): void => {
    const account = book.accounts.get(id);
    if (account === undefined) return;
    after.set(id, (after.get(id) ?? account.cents) + (account.isDebit === isDebit ? cents : -cents));
  };
  for (const { debit, credit, cents } of back.flatMap(({ transfers }) => transfers)) {
    change(debit, false, cents);
    change(credit, true, cents);
  }
  for (const [account, cents] of after) {
    const kind = kindOf(account);
    if (cents < 0 && FLOOR.has(kind)) return { account, kind };
    if (kind === "collected" && cents > capOf(book, account)) return { account, kind };
  }
  return null;
};

/** The most that an obligor can be asked for of an obligation. */
const capOf = (book: Book, account: AccountId): number => {
  const [, obligation, obligor] = account.split("/");
  const debt = book.obligations.get(obligation as ClaimId)?.debts.get(obligor as ObligorId);
  return debt?.capCents ?? Number.POSITIVE_INFINITY;
};
