/** Payments posted in memory and appended to a ledger in PostgreSQL, one a transaction and many in one, with real encryption. */
import { addDays, type Instant, LocalDate, type Revision } from "@victim-rights/core";
import { type Command, type Entry, type Ledger, LedgerId, openLedger, record } from "@victim-rights/restitution";
import { sampleLaw } from "@victim-rights/restitution/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { ledgerStore } from "../src/ledger/ledger-store.ts";
import { benchDatabase, counted, measured, say, sayRate } from "./bench-database.ts";
import { benchCipher } from "./bench-cipher.ts";

const PAYMENTS = Number(process.argv[2] ?? 5_000);
const AT_ONCE = 500;
const DAY = LocalDate.parse("2026-01-05");

const command = (number: number, stated: object): Command => {
  const effectiveOn = addDays(DAY, number % 300);
  const postedAt = `${addDays(DAY, 301)}T18:00:00.000Z` as Instant;
  return { id: `c${number}`, document: `receipt-${number}`, effectiveOn, postedAt, ...stated } as Command;
};

const opening: readonly Command[] = [
  command(0, { do: "open-payee", payee: "v1", kind: "natural-person", name: "n", address: "a" }),
  command(0, { do: "open-obligor", obligor: "o1", name: "n" }),
  command(0, {
    do: "enter-order",
    order: "r1",
    cause: "DC-1",
    grade: "felony",
    obligations: [
      {
        id: "k",
        class: "victim",
        payee: "v1",
        cents: 5_000_000_000,
        bound: [{ obligor: "o1", capCents: null }],
        losses: [],
      },
    ],
  }),
].map((each, at) => ({ ...each, id: `open-${at}` }) as Command);

const payment = (number: number): Command =>
  command(number, {
    do: "receive-payment",
    obligor: "o1",
    cents: 10_000,
    currency: "USD",
    purpose: "restitution",
    from: "payer",
    grade: "felony",
    towards: null,
  });

type Write = { readonly command: Command; readonly entries: readonly Entry[] };

const law = sampleLaw({ kind: "pro-rata", by: "owed", oddCents: "listed-order" });
let ledger: Ledger = openLedger(law);
const post = (commands: readonly Command[]): readonly Write[] =>
  commands.map((each) => {
    const recorded = Result.getOrThrow(record(ledger, each));
    ledger = recorded.ledger;
    return { command: each, entries: recorded.entries };
  });

const { db, close } = await benchDatabase();
const store = ledgerStore({ db, cipher: await benchCipher() });
const id = LedgerId.parse("bench");
const writes = post([...opening, ...Array.from({ length: PAYMENTS * 2 }, (_, number) => payment(number + 1))]);
const singles = writes.slice(0, PAYMENTS);
const many = writes.slice(PAYMENTS);
const entriesOf = (some: readonly Write[]): number => some.reduce((sum, { entries }) => sum + entries.length, 0);

const one = await measured(db, () =>
  Effect.runPromise(
    Effect.forEach(singles, (write, at) => store.append({ ledger: id, expected: at as Revision, ...write }), {
      discard: true,
    }),
  ),
);
sayRate("one command a transaction", "entries", { count: entriesOf(singles), spent: one });
const groups = Array.from({ length: Math.ceil(many.length / AT_ONCE) }, (_, at) =>
  many.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
);
const together = await measured(db, () =>
  Effect.runPromise(
    Effect.forEach(
      groups,
      (group, at) => store.appendAll({ ledger: id, expected: (PAYMENTS + at * AT_ONCE) as Revision, writes: group }),
      { discard: true },
    ),
  ),
);
sayRate(`${AT_ONCE} commands a transaction (target: at least 5,000)`, "entries", {
  count: entriesOf(many),
  spent: together,
});
const { balances } = await Effect.runPromise(store.balances(id));
say("accounts that are not zero at the end", counted(balances.size));
await close();
