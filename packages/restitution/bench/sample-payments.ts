/** A ledger of many payers, each with a court cost, two victims and a fine, who pay in turn. */
import { addDays, type Instant, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { type Command, type Ledger, record } from "../src/index.ts";
import { sampleLaw } from "../src/testing.ts";

const DAY = LocalDate.parse("2026-01-05");

/** Court costs, then victims in proportion, then fines. */
export const law = sampleLaw({
  kind: "in-order",
  steps: [
    { kind: "classes", classes: ["court-cost"], to: { kind: "listed-order" } },
    { kind: "classes", classes: ["victim"], to: { kind: "pro-rata", by: "owed", oddCents: "listed-order" } },
    { kind: "classes", classes: ["fine"], to: { kind: "listed-order" } },
  ],
});

let count = 0;

const command = (stated: object, day = 0): Command => {
  count += 1;
  const effectiveOn = addDays(DAY, day);
  const postedAt = `${addDays(effectiveOn, 1)}T18:00:00.000Z` as Instant;
  return { id: `c${count}`, document: `receipt ${count}`, effectiveOn, postedAt, ...stated } as Command;
};

/** Everybody, and what they owe. */
export const opening = function* (payers: number): Generator<Command> {
  for (let payee = 0; payee < payers * 2; payee++)
    yield command({ do: "open-payee", payee: `v${payee}`, kind: "natural-person", name: "n", address: "a" });
  for (let payer = 0; payer < payers; payer++) yield command({ do: "open-obligor", obligor: `o${payer}`, name: "n" });
  for (let payer = 0; payer < payers; payer++) {
    const owed = (id: string, own: string, cents: number) => ({
      id: `${id}${payer}`,
      class: own,
      payee: `v${payer * 2 + (id === "b" ? 1 : 0)}`,
      cents,
      bound: [{ obligor: `o${payer}`, capCents: null }],
      losses: [],
    });
    yield command({
      do: "enter-order",
      order: `r${payer}`,
      cause: `DC-${payer}`,
      grade: "felony",
      obligations: [
        owed("k", "court-cost", 15_000),
        owed("a", "victim", 50_000_000),
        owed("b", "victim", 25_000_000),
        owed("f", "fine", 50_000),
      ],
    });
  }
};

/** Which payments of which payers: the payments go round. */
export type Turns = { readonly payers: number; readonly from: number; readonly many: number };

/** Payments, each of another payer. */
export const payments = ({ payers, from, many }: Turns): readonly Command[] =>
  Array.from({ length: many }, (_, at) =>
    command(
      {
        do: "receive-payment",
        obligor: `o${(from + at) % payers}`,
        cents: 2_500 + ((from + at) % 977),
        currency: "USD",
        purpose: "restitution",
        from: "payer",
        grade: "felony",
        towards: null,
      },
      1 + Math.floor((from + at) / 2_000),
    ),
  );

/** A ledger after commands, one by one. */
export const postAll = (start: Ledger, commands: Iterable<Command>): Ledger => {
  let ledger = start;
  for (const each of commands) ledger = Result.getOrThrow(record(ledger, each)).ledger;
  return ledger;
};
