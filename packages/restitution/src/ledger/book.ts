import type { CaseNumber, Instant, LocalDate } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import type { PaymentKind } from "../allocation/allocation-file.ts";
import type { ClaimClass, ClaimId } from "../allocation/claim.ts";
import type { Grade } from "../terms/grade.ts";
import { type AccountId, type AccountKind, kindOf, NORMAL_SIDE } from "./account.ts";
import type { CommandTo, Loss, PayeeKind } from "./command.ts";
import type { Entry } from "./entry.ts";
import type { AffidavitId, CommandId, EntryId, ObligorId, OrderId, PayeeId } from "./ids.ts";

/** An account with what stands on it. */
export type Account = {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly isDebit: boolean;
  /** Cents on its normal side, negative where more went the other way. */
  cents: number;
  /** Whose account it is, for the accounts that are an obligation's own. */
  obligation: ObligationState | null;
};

/** A payee as the entries so far leave them. An address of `null`: nobody knows where they are. */
export type PayeeState = {
  readonly id: PayeeId;
  readonly kind: PayeeKind;
  readonly name: string;
  address: string | null;
  readonly obligations: ObligationState[];
  /** Disbursements made, those taken back among them. */
  readonly disbursements: EntryId[];
  /** Places of the entries about the payee and nothing that they are owed. */
  readonly entries: number[];
};

/** An obligor as the entries so far leave them. */
export type ObligorState = {
  readonly id: ObligorId;
  readonly name: string;
  readonly debts: DebtState[];
  plan: CommandTo<"set-plan"> | null;
  /** Places of the entries that this obligor's commands made. */
  readonly entries: number[];
};

/** What one obligor is bound to pay of an obligation. */
export type DebtState = {
  readonly obligation: ObligationState;
  readonly capCents: number | null;
  readonly collected: Account;
};

/** An obligation with its accounts. */
export type ObligationState = {
  readonly id: ClaimId;
  readonly class: ClaimClass;
  readonly payee: PayeeState;
  readonly order: OrderState;
  readonly listed: number;
  /** From when it counts. */
  readonly effectiveOn: LocalDate;
  readonly debts: Map<ObligorId, DebtState>;
  readonly ordered: Account;
  readonly outstanding: Account;
  readonly payable: Account;
  readonly unclaimed: Account;
  /** Since when money for it lies on deposit; `null` while none does. */
  heldSince: LocalDate | null;
  /** Places of the entries that moved something of it. */
  readonly entries: number[];
};

/** An order as the entries so far leave it. */
export type OrderState = {
  readonly id: OrderId;
  readonly cause: CaseNumber;
  readonly grade: PaymentKind["grade"];
  readonly judgmentDate: LocalDate;
  readonly obligations: ObligationState[];
  /** The fees assessed on it, those taken back among them. */
  readonly fees: { readonly entry: EntryId; readonly rule: RuleId; readonly instalment: number | null }[];
  /** The entry that filed its satisfaction, if one did. */
  satisfiedBy: EntryId | null;
  /** The entry that entered it. */
  readonly entry: EntryId;
};

/** One loss of an affidavit, and what became of it. */
export type LossState = {
  loss: Loss;
  objectedBy: ObligorId[];
  /** `null` until decided; 0 is refused. */
  approvedCents: number | null;
};

/** An affidavit as the entries so far leave it. */
export type AffidavitState = {
  readonly id: AffidavitId;
  readonly payee: PayeeId;
  readonly cause: CaseNumber;
  readonly grade: Grade;
  readonly losses: Map<string, LossState>;
};

/** Everything that the entries amount to. Only the folding of entries writes in it. */
export type Book = {
  readonly entries: Entry[];
  /** Place of the first entry of each command. */
  readonly commands: Map<CommandId, number>;
  /** Place of each entry whose id is not its command's. */
  readonly parts: Map<EntryId, number>;
  readonly accounts: Map<AccountId, Account>;
  readonly held: Account;
  readonly payees: Map<PayeeId, PayeeState>;
  readonly obligors: Map<ObligorId, ObligorState>;
  readonly orders: Map<OrderId, OrderState>;
  readonly obligations: Map<ClaimId, ObligationState>;
  readonly affidavits: Map<AffidavitId, AffidavitState>;
  /** By the entry that is reversed, the one that reverses it. */
  readonly reversedBy: Map<EntryId, EntryId>;
  /** By disbursement, the entry that returned it. */
  readonly returnedBy: Map<EntryId, EntryId>;
  /** By payment, the entries that allocated it later, and those that refunded of it. */
  readonly allocatedBy: Map<EntryId, EntryId[]>;
  /** The payments of which money waits, by the account that it waits on. */
  readonly waiting: Set<AccountId>;
  lastPostedAt: Instant | null;
};

/** A book in which nothing stands. */
export const emptyBook = (): Book => {
  const held = emptyAccount("held");
  return {
    entries: [],
    commands: new Map(),
    parts: new Map(),
    accounts: new Map([[held.id, held]]),
    held,
    payees: new Map(),
    obligors: new Map(),
    orders: new Map(),
    obligations: new Map(),
    affidavits: new Map(),
    reversedBy: new Map(),
    returnedBy: new Map(),
    allocatedBy: new Map(),
    waiting: new Set(),
    lastPostedAt: null,
  };
};

/** The entry of an id, if it is in the book. */
export const entryOf = (book: Book, id: EntryId): Entry | undefined => {
  const place = book.parts.get(id) ?? book.commands.get(id as string as CommandId);
  return place === undefined ? undefined : book.entries[place];
};

/** An account, made where it is not in the book yet. */
export const accountIn = (book: Book, id: AccountId): Account => {
  const known = book.accounts.get(id);
  if (known !== undefined) return known;
  const account = emptyAccount(id);
  book.accounts.set(id, account);
  return account;
};

const emptyAccount = (id: AccountId): Account => {
  const kind = kindOf(id);
  return { id, kind, isDebit: NORMAL_SIDE[kind] === "debit", cents: 0, obligation: null };
};
