import * as Result from "effect/Result";
import type { Book, PayeeState } from "../book.ts";
import type { Command, CommandTo } from "../command.ts";
import { entryOf } from "../book.ts";
import type { Entry } from "../entry.ts";
import {
  AlreadyReversed,
  BeyondHeld,
  DatedBefore,
  EntryNotFound,
  type LedgerError,
  ObligationNotFound,
  PayeeMismatch,
  PayeeNotFound,
  PayeeUnlocatable,
} from "../errors.ts";
import type { EntryId } from "../ids.ts";
import { disbursementsIn, type PayeeInRun } from "../disbursements-in.ts";
import type { Transfer } from "../transfer.ts";
import { amountsProblem } from "./check-amount.ts";
import { type Desk, type Drafted, NOTHING_MOVES } from "./draft.ts";

type Paid = CommandTo<"disburse">["parts"][number];

/** Pays a payee what is payable to them, as far as the parts say. */
export const postDisburse = ({ book }: Desk, command: CommandTo<"disburse">): Drafted => {
  const { payee: id, parts, document } = command;
  const payee = book.payees.get(id);
  if (payee === undefined) return Result.fail(new PayeeNotFound({ payee: id }));
  const problem =
    unknownObligation(book, parts) ??
    amountsProblem(parts.map(({ cents }) => cents)) ??
    mismatch(payee, parts) ??
    (payee.address === null ? new PayeeUnlocatable({ payee: id }) : null) ??
    beyondPayable(book, parts);
  if (problem !== null) return Result.fail(problem);
  const transfers = parts.map(({ obligation, cents }): Transfer => ({
    debit: `payable/${obligation}`,
    credit: "held",
    cents,
    ground: { document },
  }));
  return Result.succeed([{ payee: id, transfers }]);
};

/** Pays everybody whom the state's timing, or the run itself, says to pay; one entry for each payee. */
export const postRun = ({ book, law }: Desk, command: CommandTo<"run-disbursement">): Drafted => {
  const { minimum, effectiveOn: on } = command;
  const due = disbursementsIn(book, law, { minimum, on }).filter(({ outcome }) => outcome.kind === "pay");
  const total = due.reduce((sum, { cents }) => sum + cents, 0);
  if (total > book.held.cents) return Result.fail(new BeyondHeld({ account: "held", heldCents: book.held.cents }));
  const payees = [...new Set(due.map(({ payee }) => payee))];
  if (payees.length === 0) return NOTHING_MOVES;
  return Result.succeed(
    payees.map((payee) => ({
      part: payee,
      payee,
      transfers: due.filter((each) => each.payee === payee).flatMap((each) => paying(each, command)),
    })),
  );
};

const paying = ({ parts, outcome }: PayeeInRun, { document }: CommandTo<"run-disbursement">): readonly Transfer[] => {
  const rule = outcome.kind === "pay" ? outcome.rule : null;
  const ground = rule === null ? { document } : { rule, path: "$" };
  return parts.map(({ obligation, cents }) => ({ debit: `payable/${obligation}`, credit: "held", cents, ground }));
};

/** Money that came back from a payee is held for them. */
export const postReturn = ({ book }: Desk, command: CommandTo<"return-disbursement">): Drafted => {
  const entry = standing(book, command.disbursement);
  if (Result.isFailure(entry)) return Result.fail(entry.failure);
  const { document, effectiveOn } = command;
  const since = entry.success.command.effectiveOn;
  if (effectiveOn < since) return Result.fail(new DatedBefore({ effectiveOn, what: command.disbursement, since }));
  return Result.succeed([
    {
      transfers: entry.success.transfers.map(({ debit, cents }): Transfer => {
        const obligation = debit.slice("payable/".length);
        return { debit: "held", credit: `unclaimed/${obligation}` as Transfer["credit"], cents, ground: { document } };
      }),
    },
  ]);
};

/** Whether an entry pays a payee. */
const isDisbursement = ({ payee, reverses }: Entry): boolean => payee !== null && reverses === null;

/** A disbursement that was neither reversed nor returned. */
const standing = (book: Book, id: EntryId): Result.Result<Entry, LedgerError> => {
  const entry = entryOf(book, id);
  if (entry === undefined || !isDisbursement(entry) || !PAYS.includes(entry.command.do))
    return Result.fail(new EntryNotFound({ entry: id, wanted: "disbursement" }));
  const by = book.reversedBy.get(id) ?? book.returnedBy.get(id);
  return by === undefined ? Result.succeed(entry) : Result.fail(new AlreadyReversed({ entry: id, by }));
};

const PAYS: readonly Command["do"][] = ["disburse", "run-disbursement"];

const unknownObligation = (book: Book, parts: readonly Paid[]): ObligationNotFound | null => {
  const unknown = parts.find(({ obligation }) => !book.obligations.has(obligation));
  return unknown === undefined ? null : new ObligationNotFound({ obligation: unknown.obligation });
};

const mismatch = (payee: PayeeState, parts: readonly Paid[]): PayeeMismatch | null => {
  const own = new Set(payee.obligations.map(({ id }) => id));
  const other = parts.find(({ obligation }) => !own.has(obligation));
  return other === undefined ? null : new PayeeMismatch({ payee: payee.id, obligation: other.obligation });
};

const beyondPayable = (book: Book, parts: readonly Paid[]): BeyondHeld | null => {
  const wanted = new Map<Paid["obligation"], number>();
  for (const { obligation, cents } of parts) wanted.set(obligation, (wanted.get(obligation) ?? 0) + cents);
  for (const [obligation, cents] of wanted) {
    const heldCents = book.obligations.get(obligation)?.payable.cents ?? 0;
    if (cents > heldCents) return new BeyondHeld({ account: `payable/${obligation}`, heldCents });
  }
  const total = [...wanted.values()].reduce((sum, cents) => sum + cents, 0);
  return total > book.held.cents ? new BeyondHeld({ account: "held", heldCents: book.held.cents }) : null;
};
