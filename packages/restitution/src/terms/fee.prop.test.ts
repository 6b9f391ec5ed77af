import fc from "fast-check";
import * as Result from "effect/Result";
import { LocalDate } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { feeOn } from "./fee-on.ts";
import { type FeeFormula, Rounding } from "./fee-formula.ts";
import { FeeTerm } from "./fee-term.ts";

const CHOICE = {
  id: "rounding",
  why: "the sample law does not say how a fraction of a cent rounds",
  options: Rounding.options.map((id) => ({ id, title: id })),
};

const termOf = (fee: FeeFormula): FeeTerm =>
  FeeTerm.parse({
    id: "xx-yy/restitution/fee",
    title: "fee",
    cites: [{ source: "sample-act" }],
    verified: { status: "read", on: "2026-11-22" },
    inForce: { from: null, until: null },
    reviewedOn: "2026-11-22",
    when: { kind: "order-entered" },
    mandatory: true,
    class: "administration-fee",
    payee: "court",
    fee,
  });

const owed = (fee: FeeFormula, orderedCents: number, rounding?: Rounding) =>
  feeOn(
    { fees: [termOf(fee)], choices: [CHOICE] },
    {
      grade: "felony",
      asOf: LocalDate.parse("2026-11-22"),
      occasion: { kind: "order-entered" },
      orderedCents,
      choices: new Map(rounding === undefined ? [] : [["rounding", rounding]]),
    },
  );

const percent = fc
  .record({
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    minimumCents: fc.oneof(fc.constant(0), fc.nat({ max: 2_000 })),
    room: fc.option(fc.nat({ max: 50_000 })),
  })
  .map(({ basisPoints, minimumCents, room }) => ({
    kind: "percent" as const,
    basisPoints,
    minimumCents,
    maximumCents: room === null ? null : minimumCents + room + 1,
    fraction: { choice: "rounding" },
  }));
const ordered = fc.oneof(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));

type Fraction = { readonly over: bigint; readonly under: bigint };

/** The exact fee: never rounded, bounds kept as fractions of a cent too. */
const exactFee = (
  fee: { readonly basisPoints: number; readonly minimumCents: number; readonly maximumCents: number | null },
  cents: number,
): Fraction => {
  const share = BigInt(cents) * BigInt(fee.basisPoints);
  const least = BigInt(fee.minimumCents) * 10_000n;
  const atLeast = share < least ? least : share;
  const most = fee.maximumCents === null ? atLeast : BigInt(fee.maximumCents) * 10_000n;
  return { over: atLeast > most ? most : atLeast, under: 10_000n };
};

/** The nearest whole cent on the side wanted: bounded first and rounded last, the other way round than the code. */
const roundLast = ({ over, under }: Fraction, rounding: Rounding): number => {
  const added = { down: 0n, "half-up": under / 2n, up: under - 1n }[rounding];
  return Number((over + added) / under);
};

describe("feeOn", () => {
  test("comes to the exact fraction, rounded once and last", () => {
    fc.assert(
      fc.property(percent, ordered, fc.constantFrom(...Rounding.options), (fee, cents, rounding) => {
        expect(Result.getOrThrow(owed(fee, cents, rounding)).cents).toBe(roundLast(exactFee(fee, cents), rounding));
      }),
      { numRuns: 1_000 },
    );
  });

  test("asks exactly where the ways to round come to different amounts", () => {
    fc.assert(
      fc.property(percent, ordered, (fee, cents) => {
        const ways = new Set(Rounding.options.map((rounding) => roundLast(exactFee(fee, cents), rounding)));
        const outcome = owed(fee, cents);
        expect(Result.isFailure(outcome) ? outcome.failure._tag : outcome.success.cents).toBe(
          ways.size > 1 ? "DiscretionNeeded" : [...ways][0],
        );
      }),
      { numRuns: 500 },
    );
  });

  test("takes the one tier whose bounds an amount lies between", () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(bounds, fc.integer({ min: 1, max: 3_500 }), (given, cents) => {
        const rising = given.toSorted((left, right) => left - right);
        const fee = {
          kind: "tiers" as const,
          tiers: [...rising, null].map((belowCents, place) => ({
            belowCents,
            fee: { kind: "fixed" as const, cents: place + 1 },
          })),
        };
        const passed = rising.filter((bound) => bound <= cents).length;
        expect(Result.getOrThrow(owed(fee, cents)).cents).toBe(passed + 1);
      }),
      { numRuns: 300 },
    );
  });
});
