import { type Instant, type LocalDate, localDateIn, type ZoneId } from "@victim-rights/core";
import type { BalancePoint } from "@victim-rights/restitution";

/** A cell: words, cents, or nothing. */
export type Cell = string | number | null;

/** A table of a statement. Cents stand in the columns of money. */
export type StatementTable = {
  readonly columns: readonly { readonly name: string; readonly isMoney: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A statement as it is shown, whosever it is. */
export type StatementModel = {
  readonly state: string;
  readonly whose: "payee" | "obligor";
  readonly id: string;
  readonly name: string;
  readonly from: LocalDate | null;
  readonly asOf: LocalDate;
  readonly knownOn: LocalDate | null;
  readonly totals: readonly { readonly label: string; readonly cents: number }[];
  readonly lines: StatementTable;
  readonly debts: StatementTable;
  readonly balance: { readonly label: string; readonly points: readonly BalancePoint[] };
};

/** What every statement is told of besides its lines. */
export type StatementSetting = {
  readonly state: string;
  readonly zone: ZoneId;
  readonly knownOn: LocalDate | null;
};

/** Columns of a table: those of money begin with `$`. */
export const columnsOf = (...names: readonly string[]): StatementTable["columns"] =>
  names.map((name) => ({ name: name.replace(/^\$/u, ""), isMoney: name.startsWith("$") }));

type Corrected = {
  readonly recordedAt: Instant;
  readonly reverses: number | null;
  readonly why: string | null;
  readonly reversedBy: number | null;
};

/** What happened in a line, with what it takes back, what takes it back, and when it was recorded where that was later. */
export const happening = (
  words: string,
  { recordedAt, reverses, why, reversedBy }: Corrected,
  { asOf, zone }: { readonly asOf: LocalDate; readonly zone: ZoneId },
): string => {
  const taken =
    reverses === null
      ? words
      : `entry ${reverses} taken back (${why?.replaceAll("-", " ") ?? "no reason given"}): ${words}`;
  const recordedOn = localDateIn(recordedAt, zone);
  return [
    taken,
    ...(reversedBy === null ? [] : [`taken back by entry ${reversedBy}`]),
    ...(recordedOn > asOf ? [`recorded on ${recordedOn}`] : []),
  ].join("; ");
};
