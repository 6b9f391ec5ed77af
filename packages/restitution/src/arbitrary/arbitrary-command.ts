import { addDays, epochMilliseconds, type Instant, instantAt, type LocalDate } from "@victim-rights/core";
import fc from "fast-check";
import type { ClaimClass } from "../allocation/claim.ts";
import type { Book } from "../ledger/book.ts";
import { Command } from "../ledger/command.ts";
import { bookOf, type Ledger } from "../ledger/ledger.ts";
import { owedBy } from "../ledger/owed.ts";
import { SAMPLE_ROUTE } from "./sample-law.ts";

/** What happens next, before it is known to whom: numbers that pick among what there is. */
export type Intent = {
  readonly what: (typeof INTENTS)[number];
  readonly one: number;
  readonly other: number;
  readonly cents: number;
  /** Days since the last command, and days back from then to the day it counts from. */
  readonly later: number;
  readonly back: number;
};

const INTENTS = [
  "order",
  "pay",
  "pay",
  "pay",
  "pay",
  "pay-order",
  "pay-outside",
  "modify",
  "allocate",
  "refund",
  "transfer",
  "disburse",
  "run",
  "return",
  "reissue",
  "remit",
  "lose-address",
  "find-address",
  "plan",
  "satisfy",
  "reverse",
  "reverse",
] as const;

/** Anything that can be done to a ledger, small amounts and large. */
export const arbitraryIntent = (whats: readonly Intent["what"][] = INTENTS): fc.Arbitrary<Intent> =>
  fc.record({
    what: fc.constantFrom(...whats),
    one: fc.nat({ max: 1_000 }),
    other: fc.nat({ max: 1_000 }),
    cents: fc.oneof(
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(49_999, 50_000, 50_001),
      fc.integer({ min: 1, max: 90_000 }),
    ),
    later: fc.nat({ max: 2 }),
    back: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 20 }) }),
  });

/** The day that every sample ledger begins on. */
export const FIRST_DAY = "2026-01-05" as LocalDate;

/** The payees that every sample ledger knows. */
export const PAYEES = ["ann", "ben", "programme", "insurer"] as const;

/** The obligors that every sample ledger knows. */
export const OBLIGORS = ["first", "second", "third"] as const;

/** The commands that open a sample ledger. */
export const openingCommands = (): readonly Command[] =>
  [
    ...PAYEES.map((payee) => ({
      do: "open-payee",
      payee,
      kind: KINDS[payee],
      name: `Name of ${payee}`,
      address: `Street of ${payee}`,
    })),
    ...OBLIGORS.map((obligor) => ({ do: "open-obligor", obligor, name: `Name of ${obligor}` })),
  ].map((stated, place) =>
    Command.parse({
      id: `open-${place}`,
      document: "opening",
      effectiveOn: FIRST_DAY,
      postedAt: eveningOf(FIRST_DAY),
      ...stated,
    }),
  );

const KINDS = {
  ann: "natural-person",
  ben: "natural-person",
  programme: "compensation-programme",
  insurer: "insurer",
} as const;

/** The command that an intent comes to in a ledger. It may be refused: a person can try anything. */
export const commandFor = (ledger: Ledger, intent: Intent): Command => {
  const book = bookOf(ledger);
  const last = (book.lastPostedAt ?? eveningOf(FIRST_DAY)).slice(0, 10) as LocalDate;
  const today = addDays(last, intent.later);
  return Command.parse({
    id: `c-${ledger.length}`,
    document: `paper ${ledger.length}`,
    effectiveOn: addDays(today, -intent.back),
    postedAt: eveningOf(today),
    ...STATED[intent.what](book, intent),
  });
};

const eveningOf = (day: LocalDate): Instant => instantAt(epochMilliseconds(`${day}T18:00:00.000Z` as Instant));

const pick = <Each>(all: readonly Each[], number: number): Each | undefined => all[number % Math.max(all.length, 1)];

type Stated = Readonly<Record<string, unknown>>;

/** Anybody at times, mostly somebody who owes. */
const obligorFor = (book: Book, { one, other }: Intent): string => {
  const owing = [...book.obligors.values()].filter(({ debts }) => debts.some((debt) => owedBy(debt) > 0));
  return (other % 5 === 0 ? undefined : pick(owing, one)?.id) ?? pick(OBLIGORS, one) ?? "first";
};

const debtsIn = (book: Book) =>
  [...book.obligors.values()].flatMap(({ id, debts }) =>
    debts.map(({ obligation, collected }) => ({
      obligor: id,
      obligation: obligation.id,
      movable: Math.min(collected.cents, obligation.payable.cents),
    })),
  );

const entryDoing = (book: Book, names: readonly Command["do"][], number: number): string =>
  pick(
    book.entries.filter(({ command, reverses }) => names.includes(command.do) && reverses === null),
    number,
  )?.id ?? "none";

const orderIn = (book: Book, number: number): string => pick([...book.orders.keys()], number) ?? "none";

const CLASSES: readonly ClaimClass[] = [
  "victim",
  "victim",
  "estate",
  "compensation-programme",
  "insurer",
  "court-cost",
];

const ordering = (book: Book, { one, other, cents }: Intent): Stated => ({
  do: "enter-order",
  order: `order-${book.orders.size}`,
  cause: `DC-${book.orders.size}`,
  grade: "felony",
  obligations: Array.from({ length: 1 + (one % 3) }, (_, place) => ({
    id: `debt-${book.obligations.size + place}`,
    class: pick(CLASSES, one + place * (1 + (other % 4))),
    payee: pick(PAYEES, other + place),
    cents: cents * 4 + place * 17,
    bound: OBLIGORS.filter((_each, at) => at === (one + place) % 3 || (other >> at) % 2 === 0).map((obligor, at) => ({
      obligor,
      capCents: (one + at) % 4 === 0 ? 1 + (cents >> 1) : null,
    })),
  })),
});

const paying = (book: Book, intent: Intent): Stated => ({
  do: "receive-payment",
  obligor: obligorFor(book, intent),
  cents: intent.cents,
  currency: "USD",
  purpose: "restitution",
  from: "payer",
  grade: "felony",
});

const payingOutside = (book: Book, { one, cents }: Intent): Stated => {
  const { obligor = "first", obligation = "none" } = pick(debtsIn(book), one) ?? {};
  return { do: "record-outside-payment", obligor, obligation, cents };
};

const transferring = (book: Book, { one, other, cents }: Intent): Stated => {
  const movable = debtsIn(book).filter((debt) => debt.movable > 0);
  const from = pick(movable, one) ?? { obligor: "first", obligation: "none", movable: 1 };
  const joined = debtsIn(book).filter(({ obligor }) => obligor === from.obligor);
  return {
    do: "transfer-between-causes",
    obligor: from.obligor,
    from: from.obligation,
    to: pick(joined, other)?.obligation ?? "none",
    cents: Math.min(cents, from.movable),
  };
};

const disbursing = (book: Book, { one, cents }: Intent): Stated => {
  const owed = pick(
    [...book.obligations.values()].filter(({ payable }) => payable.cents > 0),
    one,
  );
  const part = { obligation: owed?.id ?? "none", cents: Math.min(cents, owed?.payable.cents ?? 1) };
  return { do: "disburse", payee: owed?.payee.id ?? "none", parts: [part] };
};

const REVERSIBLE: readonly Command["do"][] = [
  "enter-order",
  "modify-obligation",
  "receive-payment",
  "receive-payment",
  "allocate-held",
  "record-outside-payment",
  "refund",
  "transfer-between-causes",
  "disburse",
  "run-disbursement",
  "return-disbursement",
  "reissue",
  "remit-unclaimed",
  "file-satisfaction",
];

const STATED: Readonly<Record<Intent["what"], (book: Book, intent: Intent) => Stated>> = {
  order: ordering,
  pay: paying,
  "pay-order": (book, intent) => ({ ...paying(book, intent), towards: orderIn(book, intent.other) }),
  "pay-outside": payingOutside,
  modify: (book, { one, cents }) => ({
    do: "modify-obligation",
    obligation: pick([...book.obligations.keys()], one) ?? "none",
    cents,
  }),
  allocate: (book, { one }) => ({ do: "allocate-held", payment: entryDoing(book, ["receive-payment"], one) }),
  refund: (book, { one, cents }) => ({ do: "refund", payment: entryDoing(book, ["receive-payment"], one), cents }),
  transfer: transferring,
  disburse: disbursing,
  run: () => ({ do: "run-disbursement", minimum: "none" }),
  return: (book, { one }) => ({
    do: "return-disbursement",
    disbursement: entryDoing(book, ["disburse", "run-disbursement"], one),
  }),
  reissue: (_book, { one }) => ({ do: "reissue", payee: pick(PAYEES, one) }),
  remit: (_book, { one }) => ({ do: "remit-unclaimed", payee: pick(PAYEES, one), rule: SAMPLE_ROUTE }),
  "lose-address": (_book, { one }) => ({ do: "change-address", payee: pick(PAYEES, one), address: null }),
  "find-address": (_book, { one, other }) => ({
    do: "change-address",
    payee: pick(PAYEES, one),
    address: `Street ${other}`,
  }),
  plan: (_book, { one, other, cents }) => ({
    do: "set-plan",
    obligor: pick(OBLIGORS, one),
    cents,
    every: pick(["week", "two-weeks", "month", "quarter"], other),
    firstDueOn: FIRST_DAY,
  }),
  satisfy: (book, { one }) => ({ do: "file-satisfaction", order: orderIn(book, one) }),
  reverse: (book, { one, other }) => ({
    do: "reverse",
    entry: entryDoing(book, [pick(REVERSIBLE, other) ?? "receive-payment"], one),
    why: "posted-in-error",
  }),
};
