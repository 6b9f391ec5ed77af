/** Payments per second that `divide` divides: `node packages/restitution/bench/allocate.ts [divisions]`. */
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { Claim } from "../src/allocation/claim.ts";
import { compileAllocation } from "../src/allocation/compile-allocation.ts";
import { divide } from "../src/allocation/divide.ts";
import { type Payer, PAYERS } from "./payers.ts";

const ROUNDS = 5;
const MASK = 1_023;
const divisions = Number(process.argv[2] ?? 2_000_000);
const asOf = LocalDate.parse("2026-11-22");

/** Amounts from $10 to $70: between them they fill the court cost only, or reach on to the victims. */
const CENTS = Array.from({ length: MASK + 1 }, (_, place) => 1_000 + ((place * 7_919) % 6_000));

/** As many payers with the same debts, each read from a store of its own, so that no two share a text. */
const alike = (claims: readonly Claim[]): readonly (readonly Claim[])[] =>
  CENTS.map(() => JSON.parse(JSON.stringify(claims)));

const perSecond = ({ file, choices, kind, claims }: Payer, count: number): number => {
  const compiled = compileAllocation(file, choices);
  const payers = alike(claims);
  let parts = 0;
  const start = performance.now();
  for (let place = 0; place < count; place += 1) {
    const payment = { cents: CENTS[place & MASK] ?? 1, kind, asOf };
    parts += Result.getOrThrow(divide(compiled, payment, payers[place & MASK] ?? claims)).parts.length;
  }
  const seconds = (performance.now() - start) / 1_000;
  if (parts < count) throw new Error("some payment reached nobody");
  return count / seconds;
};

for (const payer of PAYERS) {
  perSecond(payer, 200_000);
  const best = Math.max(...Array.from({ length: ROUNDS }, () => perSecond(payer, divisions)));
  const nanoseconds = (1e9 / best).toFixed(0);
  console.log(
    `${Math.round(best).toLocaleString("en").padStart(10)} payments/s, ${nanoseconds} ns each: ${payer.name}`,
  );
}
