import type { CaseNumber, Instant, LocalDate } from "@victim-rights/core";
import type { ClaimClass, ClaimId } from "../allocation/claim.ts";
import type { CommandTo, PayeeKind } from "../ledger/command.ts";
import type { EntryId, PayeeId } from "../ledger/ids.ts";

// INVARIANT: nothing here can hold another payee's name, address, id, debts or share, the whole of a payment, or who paid
// it. Entries are named by their number alone: their ids and papers are written by an agency and may name anybody.

/** Cents of a payee: owed by those who owe them, held to be sent, and held because they came back. Signed. */
export type PayeeStanding = {
  /** Ordered and not collected yet. */
  readonly outstandingCents: number;
  /** On deposit to be sent. Below nothing: sent already, out of money that bounced afterwards. */
  readonly payableCents: number;
  /** On deposit because it came back from the payee. */
  readonly unclaimedCents: number;
  /** All of these: what has not reached the payee yet. */
  readonly balanceCents: number;
};

/** What happened, as far as it is the payee's. */
export type PayeeEvent =
  | "ordered"
  | "order-changed"
  | "collected"
  | "paid-outside"
  | "moved-between-causes"
  | "paid-out"
  | "came-back"
  | "to-be-sent-again"
  | "given-up-as-unclaimed";

/** How one line changes one of the payee's own debts. */
export type PayeePart = {
  readonly obligation: ClaimId;
  readonly cause: CaseNumber;
  readonly change: PayeeStanding;
};

/** A line of a payee's statement. A line that takes back another follows it; the other stays. */
export type PayeeLine = {
  /** The number of its entry. */
  readonly seq: number;
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  readonly what: PayeeEvent;
  /** The payee's own disbursement, where it is one. */
  readonly disbursement: EntryId | null;
  /** The number of the entry that it takes back, and why. */
  readonly reverses: number | null;
  readonly why: CommandTo<"reverse">["why"] | null;
  /** The number of the entry that takes it back, where this view knows of one. */
  readonly reversedBy: number | null;
  readonly parts: readonly PayeePart[];
  readonly change: PayeeStanding;
  readonly after: PayeeStanding;
};

/** One debt of the payee's at the end: collected is the sum of all that follows it, less what is advanced. */
export type PayeeDebt = {
  readonly obligation: ClaimId;
  readonly class: ClaimClass;
  readonly cause: CaseNumber;
  readonly orderedCents: number;
  /** Ordered less collected. */
  readonly outstandingCents: number;
  readonly collectedCents: number;
  /** Sent and not come back. */
  readonly paidOutCents: number;
  /** Came to the payee without the agency, or was set off. */
  readonly paidOutsideCents: number;
  /** Held for the payee. */
  readonly payableCents: number;
  readonly unclaimedCents: number;
  /** Handed over as unclaimed property. */
  readonly givenUpCents: number;
  /** Sent out of money that bounced afterwards: the next money collected makes up for it. */
  readonly advancedCents: number;
};

/** What a payee is owed and got. `closing` is `opening` and every line. */
export type PayeeStatement = {
  readonly payee: { readonly id: PayeeId; readonly name: string; readonly kind: PayeeKind };
  /** The first day of its lines; `null` for all of them. */
  readonly from: LocalDate | null;
  readonly asOf: LocalDate;
  /** What was recorded by then; `null` for everything recorded so far. */
  readonly knownAt: Instant | null;
  readonly opening: PayeeStanding;
  readonly lines: readonly PayeeLine[];
  readonly closing: PayeeStanding;
  readonly debts: readonly PayeeDebt[];
};
