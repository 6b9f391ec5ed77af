import { addDays, Instant, type LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { obviousObligor, obviousPayee } from "../../test/statement/obvious-statement.ts";
import { FIRST_DAY, OBLIGORS, PAYEES } from "../arbitrary/arbitrary-command.ts";
import { arbitraryLedger } from "../arbitrary/arbitrary-ledger.ts";
import type { ObligorId, PayeeId } from "../ledger/ids.ts";
import { append, entriesOf, type Ledger, openLedger } from "../ledger/ledger.ts";
import { obligorStatement } from "./obligor-statement.ts";
import { payeeStatement } from "./payee-statement.ts";
import type { View } from "./view.ts";

const payee = fc.constantFrom(...PAYEES).map((id) => id as string as PayeeId);
const obligor = fc.constantFrom(...OBLIGORS).map((id) => id as string as ObligorId);
const day = fc.nat({ max: 40 }).map((days): LocalDate => addDays(FIRST_DAY, days));
const played = arbitraryLedger({ most: 15 });
const RUNS = { numRuns: 1_000 };

const evening = (known: LocalDate | null): Instant | undefined =>
  known === null ? undefined : Instant.parse(`${known}T20:00:00Z`);

describe("payeeStatement and obligorStatement", () => {
  test("agree with a slow twin that looks at all entries", () => {
    const view = fc.tuple(day, fc.option(day)).map(([asOf, known]): View => ({ asOf, knownAt: evening(known) }));
    fc.assert(
      fc.property(played, payee, obligor, view, ({ ledger }, who, by, seen) => {
        const theirs = Result.getOrThrow(payeeStatement(ledger, { payee: who, ...seen }));
        const obvious = obviousPayee(ledger, who, seen);
        expect(theirs.lines.map(({ seq, after }) => ({ seq, after }))).toEqual(obvious.lines);
        expect(theirs.debts.map(({ class: _class, cause: _cause, ...amounts }) => amounts)).toEqual(obvious.debts);
        const owing = Result.getOrThrow(obligorStatement(ledger, { obligor: by, ...seen }));
        const obviouslyOwing = obviousObligor(ledger, by, seen);
        expect(owing.lines.map(({ seq, after }) => ({ seq, after }))).toEqual(obviouslyOwing.lines);
        expect(owing.debts.map(({ class: _class, cause: _cause, ...amounts }) => amounts)).toEqual(
          obviouslyOwing.debts,
        );
      }),
      RUNS,
    );
  });

  test("close with their opening and every line, wherever they begin", () => {
    fc.assert(
      fc.property(played, payee, obligor, day, day, ({ ledger }, who, by, asOf, from) => {
        const paid = Result.getOrThrow(payeeStatement(ledger, { payee: who, asOf, from }));
        for (const key of ["outstandingCents", "payableCents", "unclaimedCents", "balanceCents"] as const)
          expect(paid.lines.reduce((sum, { change }) => sum + change[key], paid.opening[key])).toBe(paid.closing[key]);
        expect(paid.closing).toEqual(Result.getOrThrow(payeeStatement(ledger, { payee: who, asOf })).closing);
        const owing = Result.getOrThrow(obligorStatement(ledger, { obligor: by, asOf, from }));
        for (const key of ["outstandingCents", "owedCents", "waitingCents"] as const)
          expect(owing.lines.reduce((sum, { change }) => sum + change[key], owing.opening[key])).toBe(
            owing.closing[key],
          );
        expect(owing.closing).toEqual(Result.getOrThrow(obligorStatement(ledger, { obligor: by, asOf })).closing);
      }),
      RUNS,
    );
  });

  test("of a day as known at a moment are not changed by anything posted later", () => {
    fc.assert(
      fc.property(played, payee, obligor, day, fc.nat({ max: 40 }), ({ ledger }, who, by, asOf, cut) => {
        const knownAt = entriesOf(ledger)[Math.min(7 + cut, ledger.length - 1)]?.command.postedAt;
        const then = knownBy(ledger, knownAt);
        const view = { asOf, knownAt };
        const before = payeeStatement(then, { payee: who, ...view });
        expect(payeeStatement(ledger, { payee: who, ...view })).toEqual(before);
        const owing = obligorStatement(then, { obligor: by, ...view });
        expect(obligorStatement(ledger, { obligor: by, ...view })).toEqual(owing);
        // Nor by asking for what was known, where everything was.
        expect(payeeStatement(then, { payee: who, asOf })).toEqual(
          Result.map(before, (statement) => ({ ...statement, knownAt: null })),
        );
      }),
      RUNS,
    );
  });
});

/** The ledger as it was when nothing later than a moment was posted. */
const knownBy = (ledger: Ledger, moment: Instant | undefined): Ledger => {
  const entries = entriesOf(ledger).filter(({ command }) => moment === undefined || command.postedAt <= moment);
  return Result.getOrThrow(append(openLedger(ledger.law), entries));
};
