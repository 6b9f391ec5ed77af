import type { LocalDate } from "@victim-rights/core";
import type { ObligorStatement } from "./obligor-statement-view.ts";
import type { PayeeStatement } from "./payee-statement-view.ts";

/** A balance from the end of a day on, until the next point. */
export type BalancePoint = { readonly on: LocalDate; readonly cents: number };

/**
 * The points of a step chart of a statement's balance: what has not reached a payee, or what an obligor can still be asked
 * for. One for each day with a line, the first day of the statement and the last.
 */
export const balancePoints = (statement: PayeeStatement | ObligorStatement): readonly BalancePoint[] => {
  const { from, asOf } = statement;
  const points: BalancePoint[] = [];
  if (from !== null) points.push({ on: from, cents: balanceOf(statement.opening) });
  for (const { on, after } of statement.lines) {
    if (points.at(-1)?.on === on) points.pop();
    points.push({ on, cents: balanceOf(after) });
  }
  if (points.at(-1)?.on !== asOf) points.push({ on: asOf, cents: balanceOf(statement.closing) });
  return points;
};

const balanceOf = (standing: PayeeStatement["closing"] | ObligorStatement["closing"]): number =>
  "balanceCents" in standing ? standing.balanceCents : standing.owedCents;
