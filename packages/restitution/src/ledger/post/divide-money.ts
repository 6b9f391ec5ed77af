import { invariant, type LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { Allocation } from "../../allocation/allocation.ts";
import { divide } from "../../allocation/divide.ts";
import { type Claim, type ClaimId, owedOn } from "../../allocation/claim.ts";
import type { Part, Place } from "../../allocation/division.ts";
import type { AllocationError, ClaimRepeated } from "../../errors.ts";
import type { AccountId } from "../account.ts";
import type { Account, Book, DebtState, ObligorState } from "../book.ts";
import type { CommandTo } from "../command.ts";
import type { Waiting } from "../entry.ts";
import type { LedgerLaw } from "../ledger.ts";
import { claimsOf } from "../owed.ts";
import type { Ground, Transfer } from "../transfer.ts";
import { choicesTaken } from "./choices-taken.ts";
import { type Desk, type Draft } from "./draft.ts";

/** Money of a payment that is to be divided among its payer's debts. */
export type Money = {
  readonly payment: CommandTo<"receive-payment">;
  readonly obligor: ObligorState;
  /** Where the money comes from: `held` as it comes in, or where it waited. */
  readonly from: AccountId;
  readonly cents: number;
  /** The day whose debts it is divided among. */
  readonly on: LocalDate;
};

/** Why money is not divided. */
export type Undivided = Exclude<AllocationError, ClaimRepeated>;

/** Divides money as the state's order of payment says; what no claim takes waits. */
export const divideMoney = (
  { book, law, allocation: compiled }: Desk,
  money: Money,
): Result.Result<Draft, Undivided> => {
  const { payment, obligor, cents, on } = money;
  const { purpose, from, grade, towards, effectiveOn: asOf } = payment;
  const claims = claimsOf(obligor, { grade, towards, on });
  if (claims.length === 0) return Result.succeed(waitingDraft(money, { because: "nothing-owed", cents }));
  const divided = divide(compiled, { cents, kind: { purpose, from, grade }, asOf }, claims);
  return Result.mapBoth(divided, {
    onFailure: (error) => {
      invariant(error._tag !== "ClaimRepeated", "an obligation is in the book once");
      return error;
    },
    onSuccess: (allocation) => allocatedDraft(book, money, { allocation, law, claims }),
  });
};

/** All the money waits, for the reason given. */
export const waitingDraft = ({ payment, from, cents }: Money, waiting: Waiting): Draft => ({
  transfers:
    from === "held"
      ? [{ debit: "held", credit: `unallocated/${payment.id}`, cents, ground: { document: payment.document } }]
      : [],
  waiting,
});

type Allocated = {
  readonly allocation: Allocation;
  readonly law: LedgerLaw;
  readonly claims: readonly Claim[];
};

const allocatedDraft = (book: Book, money: Money, { allocation, law, claims }: Allocated): Draft => {
  const { parts, leftCents, choices } = allocation;
  const paid: Paid = { transfers: [], accounts: [] };
  for (const part of parts) pay(book, money, { part, paid });
  const { transfers, accounts } = paid;
  if (leftCents === 0) return { transfers, accounts, choices: choicesTaken(choices, law) };
  const rest = waitingDraft({ ...money, cents: leftCents }, leftOver(leftCents, money.cents, claims));
  return { ...rest, transfers: [...transfers, ...rest.transfers], choices: choicesTaken(choices, law) };
};

/** Whether the money outlasted the debts, or only those that the order of payment reaches. */
const leftOver = (left: number, amount: number, claims: readonly Claim[]): Waiting => ({
  because: owedOn(claims) > amount - left ? "no-step-reaches" : "nothing-owed",
  cents: left,
});

/** Transfers, and the accounts of each. */
type Paid = { readonly transfers: Transfer[]; readonly accounts: Account[] };

/** The money becomes payable, and the debt is collected by as much. */
const pay = (
  book: Book,
  { from, obligor }: Money,
  { part, paid }: { readonly part: Part; readonly paid: Paid },
): void => {
  const debt = debtOf(obligor, part.claim);
  const source = from === "held" ? book.held : book.accounts.get(from);
  if (debt === undefined || source === undefined) return;
  const { collected } = debt;
  const { payable, outstanding } = debt.obligation;
  const { cents } = part;
  const ground = groundOf(part.at);
  paid.transfers.push({ debit: source.id, credit: payable.id, cents, ground });
  paid.transfers.push({ debit: collected.id, credit: outstanding.id, cents, ground });
  paid.accounts.push(source, payable, collected, outstanding);
};

/** The places of an order of payment are few, and a ledger names them in every entry: each has one ground. */
const GROUNDS = new WeakMap<Place, Ground>();

const groundOf = (place: Place): Ground => {
  const known = GROUNDS.get(place);
  if (known !== undefined) return known;
  const ground = { rule: place.policy, path: place.path };
  GROUNDS.set(place, ground);
  return ground;
};

const debtOf = ({ debts }: ObligorState, claim: ClaimId): DebtState | undefined => {
  for (const debt of debts) if (debt.obligation.id === claim) return debt;
  return undefined;
};
