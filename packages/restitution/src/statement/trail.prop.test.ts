import { addDays, type LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_DAY, PAYEES } from "../arbitrary/arbitrary-command.ts";
import { arbitraryLedger } from "../arbitrary/arbitrary-ledger.ts";
import type { Entry } from "../ledger/entry.ts";
import type { PayeeId } from "../ledger/ids.ts";
import { bookOf, entriesOf, type Ledger } from "../ledger/ledger.ts";
import { ageing } from "./ageing.ts";
import { auditLedger } from "./audit-ledger.ts";
import { balancesOf } from "./balances.ts";
import { explainToPayee } from "./explain-to-payee.ts";
import { moneyTrail } from "./money-trail.ts";
import { emptyPlace } from "./trail-place.ts";
import { EVERYTHING, type View } from "./view.ts";
import { yearTotals } from "./year-totals.ts";

const day = fc.nat({ max: 40 }).map((days): LocalDate => addDays(FIRST_DAY, days));
const played = arbitraryLedger({ most: 15 });
const RUNS = { numRuns: 1_000 };

const sumOf = (all: readonly { readonly cents: number }[]): number => all.reduce((sum, { cents }) => sum + cents, 0);

describe("moneyTrail", () => {
  test("has on every account what stands there", () => {
    fc.assert(
      fc.property(played, day, fc.boolean(), ({ ledger }, asOf, isAll) => {
        const view = isAll ? EVERYTHING : { asOf };
        const { accounts, trail } = trailOf(ledger, view);
        const balances = balancesOf(entriesOf(ledger), view);
        for (const account of accounts) {
          const { slices, debts } = trail.places.get(account) ?? emptyPlace();
          expect([account, sumOf(slices) - sumOf(debts)]).toEqual([account, balances.get(account) ?? 0]);
          expect(debts.length === 0 || slices.every(({ lot }) => lot === null)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("has of every entry no more cents than it credited, and none where it was taken back", () => {
    fc.assert(
      fc.property(played, ({ ledger }) => {
        const found = new Map<string, number>();
        for (const { lot, cents } of [...trailOf(ledger, EVERYTHING).trail.places.values()].flatMap(
          ({ slices }) => slices,
        ))
          if (lot !== null) found.set(lot.entry.id, (found.get(lot.entry.id) ?? 0) + cents);
        for (const [id, cents] of found) expect([id, cents <= creditedOf(ledger, id)]).toEqual([id, true]);
      }),
      RUNS,
    );
  });
});

const trailOf = (ledger: Ledger, view: View) => {
  const ids = [...bookOf(ledger).obligations.keys()];
  const accounts = ids.flatMap((id) => [`payable/${id}` as const, `unclaimed/${id}` as const]);
  return { accounts, trail: moneyTrail(bookOf(ledger), ids, view) };
};

/** What an entry credited to debts, nothing if it was taken back. */
const creditedOf = (ledger: Ledger, id: string): number => {
  const { transfers = [] } = entriesOf(ledger).find((entry) => entry.id === id) ?? {};
  const isBack = entriesOf(ledger).some(({ reverses }) => reverses === id);
  return isBack ? 0 : sumOf(transfers.filter(({ credit }) => credit.startsWith("payable/")));
};

describe("explainToPayee", () => {
  test("gives parts that sum to every disbursement, and to what every payment brought", () => {
    fc.assert(
      fc.property(played, fc.constantFrom(...PAYEES), ({ ledger }, id) => {
        const payee = id as string as PayeeId;
        const told = entriesOf(ledger).map(({ seq }) => explainToPayee(ledger, { payee, entry: seq }));
        const cents = entriesOf(ledger).map((entry) => movedFor(ledger, payee, entry));
        expect(told.map((each) => (Result.isSuccess(each) ? each.success.cents : 0))).toEqual(cents);
        expect(told.map((each) => (Result.isSuccess(each) ? sumOf(each.success.parts) : 0))).toEqual(cents);
      }),
      RUNS,
    );
  });
});

/** What an entry paid a payee, or credited to them. */
const movedFor = (ledger: Ledger, payee: PayeeId, { command, transfers, reverses }: Entry): number => {
  const own = new Set<string>((bookOf(ledger).payees.get(payee)?.obligations ?? []).map(({ payable }) => payable.id));
  if (reverses !== null) return 0;
  if (command.do === "disburse" || command.do === "run-disbursement")
    return sumOf(transfers.filter(({ debit }) => own.has(debit)));
  const isCredit = ["receive-payment", "allocate-held", "transfer-between-causes"].includes(command.do);
  return isCredit ? sumOf(transfers.filter(({ credit }) => own.has(credit))) : 0;
};

describe("ageing", () => {
  test("finds the payment and the reason of every cent on deposit", () => {
    fc.assert(
      fc.property(played, day, ({ ledger }, asOf) => {
        const { deposit, outstanding } = ageing(ledger, { asOf });
        expect(sumOf(deposit.lots) - deposit.advancedCents).toBe(deposit.heldCents);
        expect(Object.values(deposit.bands).reduce((sum, cents) => sum + cents, 0)).toBe(sumOf(deposit.lots));
        expect(Object.values(outstanding.bands).reduce((sum, cents) => sum + cents, 0)).toBe(outstanding.totalCents);
        expect([...deposit.lots, ...deposit.advanced].every(({ cents }) => cents > 0)).toBe(true);
        const undivided = deposit.lots.filter(({ kind }) => kind === "unallocated");
        expect(undivided.filter(({ payment, waiting }) => payment === null || waiting === null)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("yearTotals", () => {
  test("tie to the money on deposit", () => {
    fc.assert(
      fc.property(played, fc.integer({ min: 2025, max: 2027 }), ({ ledger }, year) => {
        const { held } = yearTotals(ledger, { year });
        const at = (asOf: string) => balancesOf(entriesOf(ledger), { asOf: asOf as LocalDate }).get("held") ?? 0;
        expect(held.openingCents).toBe(at(`${year - 1}-12-31`));
        expect(held.closingCents).toBe(at(`${year}-12-31`));
      }),
      RUNS,
    );
  });
});

describe("auditLedger", () => {
  test("finds nothing broken in a ledger that commands made", () => {
    fc.assert(
      fc.property(played, ({ ledger }) => {
        expect(auditLedger(ledger)).toEqual([]);
      }),
      RUNS,
    );
  });
});
