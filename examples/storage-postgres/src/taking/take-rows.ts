import type { Instant } from "@victim-rights/core";
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/database.ts";

/** How many are taken at most (up to 10,000), from when, and for how long they are the taker's: after that somebody else may take them. */
export type TakeAsked = { readonly limit: number; readonly now: Instant; readonly forMs: number };

/** The tables whose rows are taken, passed on and removed. */
export type TakenTable = "outbox" | "wake_up";

/**
 * Marks the oldest rows that nobody has as taken. Rows that another taker is marking at this moment are left to them, so
 * that nobody waits and no two get one row at once. @returns their positions.
 */
export const takeRows = async (
  transaction: Transaction<Database>,
  table: TakenTable,
  { limit, now, forMs }: TakeAsked,
): Promise<readonly number[]> => {
  const free = await transaction
    .selectFrom(table)
    .select("position")
    .where((row) => row.or([row("taken_until", "is", null), row("taken_until", "<=", sql<Date>`${now}::timestamptz`)]))
    .orderBy("position")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  const positions = free.map(({ position }) => position);
  if (positions.length === 0) return positions;
  await transaction
    .updateTable(table)
    .set({ taken_until: sql<string>`${now}::timestamptz + ${forMs} * interval '1 millisecond'` })
    .where("position", "in", positions)
    .execute();
  return positions;
};
