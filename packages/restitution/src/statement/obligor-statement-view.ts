import type { CaseNumber, Instant, LocalDate } from "@victim-rights/core";
import type { ClaimClass } from "../allocation/claim.ts";
import type { CommandTo } from "../ledger/command.ts";
import type { Waiting } from "../ledger/entry.ts";
import type { DocumentRef, ObligorId, OrderId } from "../ledger/ids.ts";

// INVARIANT: nothing here can hold a payee's name, address or id, nor the id of a debt, which an agency may have named
// after its payee; nor who else is bound. A debt is known by its order, its place in it, and its class.

/** Cents of an obligor's. */
export type ObligorStanding = {
  /** Not collected yet of the debts that bind them, those owed together with others in full. */
  readonly outstandingCents: number;
  /** What they themselves can still be asked for: no more of each debt than is left of their cap. */
  readonly owedCents: number;
  /** Of their payments, what waits: it is not divided yet. Below nothing: refunded out of money that bounced afterwards. */
  readonly waitingCents: number;
};

/** What happened to the obligor's debts. */
export type ObligorEvent =
  | "ordered"
  | "fee-assessed"
  | "order-changed"
  | "paid"
  | "waiting-money-divided"
  | "refunded"
  | "paid-outside"
  | "moved-between-causes";

/** Names a debt to whoever owes it. */
export type DebtRef = {
  readonly order: OrderId;
  readonly cause: CaseNumber;
  /** Its line in the order, from 1. */
  readonly listed: number;
  readonly class: ClaimClass;
};

/** How one line changes what is outstanding of one debt. */
export type ObligorPart = DebtRef & { readonly outstandingCents: number };

/** A line of an obligor's statement. A line that takes back another follows it; the other stays. */
export type ObligorLine = {
  readonly seq: number;
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  readonly what: ObligorEvent;
  /** `another`: somebody else who is bound by the debt paid on it. */
  readonly by: "obligor" | "another" | "court";
  /** The whole of the obligor's own payment or refund, negative where it is taken back; `null` for any other line. */
  readonly amountCents: number | null;
  /** The receipt of the obligor's own payment. */
  readonly receipt: DocumentRef | null;
  /** Why money of the payment waits. */
  readonly waiting: Waiting["because"] | null;
  readonly reverses: number | null;
  readonly why: CommandTo<"reverse">["why"] | null;
  readonly reversedBy: number | null;
  readonly parts: readonly ObligorPart[];
  readonly change: ObligorStanding;
  readonly after: ObligorStanding;
};

/** One debt at the end. */
export type ObligorDebt = DebtRef & {
  readonly orderedCents: number;
  readonly outstandingCents: number;
  /** Collected from everybody who is bound, and of it from the obligor. */
  readonly collectedCents: number;
  readonly collectedFromObligorCents: number;
  /** The most that the obligor is bound to pay; `null` for all of it. */
  readonly capCents: number | null;
  /** What the obligor can still be asked for. */
  readonly owedCents: number;
};

/** What an obligor owes and paid. `closing` is `opening` and every line. */
export type ObligorStatement = {
  readonly obligor: { readonly id: ObligorId; readonly name: string };
  /** The first day of its lines; `null` for all of them. */
  readonly from: LocalDate | null;
  readonly asOf: LocalDate;
  /** What was recorded by then; `null` for everything recorded so far. */
  readonly knownAt: Instant | null;
  readonly opening: ObligorStanding;
  readonly lines: readonly ObligorLine[];
  readonly closing: ObligorStanding;
  readonly debts: readonly ObligorDebt[];
};
