import type { Instant } from "@victim-rights/core";
import type { Reject } from "../feed/reject.ts";
import type { PlanTotals } from "../plan/plan-totals.ts";
import type { NeedsRow, NotOwedRow, OwedRow } from "./report-row.ts";

/** Rows that are shown, and how many there are. */
export type Shown<T> = { readonly rows: readonly T[]; readonly total: number };

/** Everything a report says. */
export type ReportModel = {
  readonly state: string;
  readonly zone: string;
  readonly now: Instant;
  readonly day: string;
  readonly moment: string;
  /** How old the newest custody record is, in words. */
  readonly dataAge: string;
  readonly totals: PlanTotals;
  readonly owed: Shown<OwedRow>;
  readonly needs: Shown<NeedsRow>;
  readonly notOwed: Shown<NotOwedRow>;
  readonly rejects: Shown<Reject>;
};
