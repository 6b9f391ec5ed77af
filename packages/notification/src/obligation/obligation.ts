import type { ContactMethod, Instant } from "@victim-rights/core";
import type { Standing } from "./closing-evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { ContactRef } from "./ids.ts";
import type { ObligationCommand } from "./obligation-command.ts";
import type { ClosedState, OpenState } from "./obligation-state.ts";
import type { ObligationTerms } from "./obligation-terms.ts";
import type { SearchStep } from "./search-step.ts";

/** What became of an attempt, the last that is known. `sent`: nothing is known yet, so it may have been received. */
export type AttemptOutcome =
  | "sent"
  | "no-answer"
  | "message-left"
  | "unknown"
  | "not-sent"
  | "delivered"
  | "undeliverable";

/** One attempt to make the notice. It names a contact point and never holds the address. */
export type NoticeAttempt = {
  readonly attempt: number;
  readonly method: ContactMethod;
  readonly contact: ContactRef;
  readonly at: Instant;
  readonly outcome: AttemptOutcome;
};

/** An attempt that is set and not made. */
export type ScheduledAttempt = {
  readonly attempt: number;
  readonly method: ContactMethod;
  readonly contact: ContactRef;
  readonly for: Instant;
  readonly scheduledAt: Instant;
};

/** An obligation as its entries leave it: a plain value, which holds no way to reach anybody. */
export type Obligation = ObligationTerms &
  Standing & {
    /** How many entries it has. */
    readonly revision: number;
    readonly openedAt: Instant;
    readonly lastAt: Instant;
    readonly scheduled: ScheduledAttempt | null;
    readonly attempts: readonly NoticeAttempt[];
    readonly search: readonly SearchStep[];
    /** All evidence in the order it came, that which closed nothing included. */
    readonly evidence: readonly Evidence[];
    readonly commands: readonly ObligationCommand[];
  };

/** An obligation that still waits for something. */
export type OpenObligation = Extract<Obligation, { readonly state: OpenState }>;

/** An obligation that ended, with the evidence of it. */
export type ClosedObligation = Extract<Obligation, { readonly state: ClosedState }>;

/** Whether an obligation still waits for something. */
export const isOpen = (obligation: Obligation): obligation is OpenObligation => obligation.closedBy === null;

/**
 * Whether somebody may have received the notice: an attempt was made of which it is not certain that nothing went out, or
 * somebody was told without one.
 */
export const mayHaveBeenReceived = ({ attempts, evidence }: Pick<Obligation, "attempts" | "evidence">): boolean =>
  attempts.some(({ outcome }) => outcome !== "not-sent") || evidence.some(({ kind }) => RECEIVED.has(kind));

const RECEIVED: ReadonlySet<Evidence["kind"]> = new Set([
  "confirmed-by-person",
  "delivery-receipt",
  "return-receipt",
  "staff-call",
]);
