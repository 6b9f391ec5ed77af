import { Instant, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import {
  type EntryId,
  type Ledger,
  type ObligorId,
  type ObligorStatement,
  obligorStatement,
  type PayeeId,
  type PayeeStatement,
  payeeStatement,
} from "../../src/index.ts";

export const day = (text: string): LocalDate => LocalDate.parse(text);
export const moment = (text: string): Instant => Instant.parse(text);
export const payee = (id: string): PayeeId => id as PayeeId;
export const obligor = (id: string): ObligorId => id as ObligorId;
export const entryId = (id: string): EntryId => id as EntryId;

/** The day that the examples end. */
export const END = day("2026-12-31");

export const statementOf = (ledger: Ledger, id: string, asked: object = {}): PayeeStatement =>
  Result.getOrThrow(payeeStatement(ledger, { payee: payee(id), asOf: END, ...asked }));

export const accountOf = (ledger: Ledger, id: string, asked: object = {}): ObligorStatement =>
  Result.getOrThrow(obligorStatement(ledger, { obligor: obligor(id), asOf: END, ...asked }));

/** A payee's lines as an accountant writes them: the day, what, still outstanding, to be sent, came back. */
export const rows = ({ lines }: PayeeStatement): readonly (readonly (string | number)[])[] =>
  lines.map(({ on, what, after }) => [
    on.slice(5),
    what,
    after.outstandingCents,
    after.payableCents,
    after.unclaimedCents,
    after.balanceCents,
  ]);

/** An obligor's lines: the day, what, by whom, how much, still owed, waiting. */
export const owedRows = ({ lines }: ObligorStatement): readonly (readonly (string | number | null)[])[] =>
  lines.map(({ on, what, by, amountCents, after }) => [
    on.slice(5),
    what,
    by,
    amountCents,
    after.owedCents,
    after.waitingCents,
  ]);

const SMALL_AND_LARGE = [
  ["ann-3", "ann", 40_000],
  ["ben-3", "ben", 60_000],
] as const;

/** An order of a debt under $500 and one over: how they share is open in Montana's law. */
export const MIXED_ORDER = {
  do: "enter-order",
  order: "order-3",
  cause: "DC-25-3",
  grade: "felony",
  effectiveOn: "2026-01-06",
  obligations: SMALL_AND_LARGE.map(([id, to, cents]) => ({
    id,
    class: "victim",
    payee: to,
    cents,
    bound: [{ obligor: "second", capCents: null }],
  })),
};

/** A payment on that order alone. */
export const ON_MIXED_ORDER = { obligor: "second", towards: "order-3", id: "pay-1" };
