import { addDays, type LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_DAY, openingCommands } from "../arbitrary/arbitrary-command.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { Command } from "./command.ts";
import type { EntryId } from "./ids.ts";
import { bookOf, type Ledger, openLedger } from "./ledger.ts";
import { record } from "./post/post.ts";

/** What a person with a pocket calculator would keep: totals, and nothing about how a payment is divided. */
type Model = {
  heldCents: number;
  outstandingCents: number;
  waitingCents: number;
  /** Payments that stand: what came in, and what of it waits. */
  readonly payments: Map<string, { readonly cents: number; waits: number }>;
  orders: number;
};

type Real = { ledger: Ledger; posted: number };

const post = (real: Real, stated: Readonly<Record<string, unknown>>): string => {
  real.posted += 1;
  const day = addDays(FIRST_DAY, real.posted) as LocalDate;
  const id = `m-${real.posted}`;
  const command = Command.parse({
    id,
    document: "paper",
    effectiveOn: day,
    postedAt: `${day}T18:00:00.000Z`,
    ...stated,
  });
  real.ledger = Result.getOrThrow(record(real.ledger, command)).ledger;
  return id;
};

const payables = ({ ledger }: Real): number =>
  [...bookOf(ledger).obligations.values()].reduce((sum, { payable }) => sum + Math.max(payable.cents, 0), 0);

type Step = fc.Command<Model, Real>;

/** An order of two debts, both owed by one obligor. */
class Order implements Step {
  readonly #cents: number;
  constructor(cents: number) {
    this.#cents = cents;
  }
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    const owed = (payee: string, cents: number) => ({
      id: `${payee}-${model.orders}`,
      class: "victim",
      payee,
      cents,
      bound: [{ obligor: "first", capCents: null }],
    });
    post(real, {
      do: "enter-order",
      order: `order-${model.orders}`,
      cause: `DC-${model.orders}`,
      grade: "felony",
      obligations: [owed("ann", this.#cents), owed("ben", 2 * this.#cents + 1)],
    });
    model.orders += 1;
    model.outstandingCents += 3 * this.#cents + 1;
    agree(model, real);
  }
  toString = (): string => `order(${this.#cents})`;
}

/** A payment of any size. */
class Pay implements Step {
  readonly #cents: number;
  constructor(cents: number) {
    this.#cents = cents;
  }
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    const id = post(real, {
      do: "receive-payment",
      obligor: "first",
      cents: this.#cents,
      currency: "USD",
      purpose: "restitution",
      from: "payer",
      grade: "felony",
    });
    const waits = Math.max(this.#cents - model.outstandingCents, 0);
    model.payments.set(id, { cents: this.#cents, waits });
    model.heldCents += this.#cents;
    model.waitingCents += waits;
    model.outstandingCents -= this.#cents - waits;
    agree(model, real);
  }
  toString = (): string => `pay(${this.#cents})`;
}

/** A payment bounces. */
class Bounce implements Step {
  readonly #pick: number;
  constructor(pick: number) {
    this.#pick = pick;
  }
  check = ({ payments }: Readonly<Model>): boolean => payments.size > 0;
  run(model: Model, real: Real): void {
    const [id, payment] = [...model.payments][this.#pick % model.payments.size] ?? ["", { cents: 0, waits: 0 }];
    post(real, { do: "reverse", entry: id, why: "bounced" });
    model.payments.delete(id);
    model.heldCents -= payment.cents;
    model.waitingCents -= payment.waits;
    model.outstandingCents += payment.cents - payment.waits;
    agree(model, real);
  }
  toString = (): string => `bounce(${this.#pick})`;
}

/** Everybody is paid what is payable to them, where enough is held: money that bounced may be missing. */
class Disburse implements Step {
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    const cents = payables(real);
    if (cents > model.heldCents) return;
    post(real, { do: "run-disbursement", minimum: "none" });
    model.heldCents -= cents;
    expect(payables(real)).toBe(0);
    agree(model, real);
  }
  toString = (): string => "disburse";
}

/** Money that waits is divided again, once there is a debt for it. */
class AllocateHeld implements Step {
  check = ({ payments }: Readonly<Model>): boolean => [...payments.values()].some(({ waits }) => waits > 0);
  run(model: Model, real: Real): void {
    const [id, payment] = [...model.payments].find(([, { waits }]) => waits > 0) ?? [];
    if (id === undefined || payment === undefined) return;
    post(real, { do: "allocate-held", payment: id });
    const moved = Math.min(payment.waits, model.outstandingCents);
    // What a later allocation moved comes back with the payment, as what was divided at first does.
    payment.waits -= moved;
    model.waitingCents -= moved;
    model.outstandingCents -= moved;
    agree(model, real);
  }
  toString = (): string => "allocate-held";
}

/** Money that waits goes back to the payer. */
class Refund implements Step {
  check = ({ payments }: Readonly<Model>): boolean => [...payments.values()].some(({ waits }) => waits > 0);
  run(model: Model, real: Real): void {
    const [id, payment] = [...model.payments].find(([, { waits }]) => waits > 0) ?? [];
    if (id === undefined || payment === undefined) return;
    const refund = post(real, { do: "refund", payment: id, cents: payment.waits });
    expect(bookOf(real.ledger).allocatedBy.get(id as EntryId)).toContain(refund);
    model.heldCents -= payment.waits;
    model.waitingCents -= payment.waits;
    // It has gone back already: were the payment to bounce now, the payer would owe it.
    model.payments.delete(id);
    agree(model, real);
  }
  toString = (): string => "refund";
}

const agree = (model: Model, { ledger }: Real): void => {
  const { held, obligations, accounts } = bookOf(ledger);
  const waiting = [...accounts.values()].filter(({ id }) => id.startsWith("unallocated/"));
  expect({
    held: held.cents,
    outstanding: [...obligations.values()].reduce((sum, { outstanding }) => sum + outstanding.cents, 0),
    waiting: waiting.reduce((sum, { cents }) => sum + cents, 0),
  }).toEqual({ held: model.heldCents, outstanding: model.outstandingCents, waiting: model.waitingCents });
};

const cents = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100_000 }));
const steps = fc.commands<Model, Real>(
  [
    cents.map((each) => new Order(each)),
    cents.map((each) => new Pay(each)),
    cents.map((each) => new Pay(each)),
    fc.nat({ max: 50 }).map((each) => new Bounce(each)),
    fc.constant(new Disburse()),
    fc.constant(new AllocateHeld()),
    fc.constant(new Refund()),
  ],
  { maxCommands: 30, size: "max" },
);

describe("a ledger, driven at random", () => {
  test("keeps the totals that a pocket calculator keeps", () => {
    fc.assert(
      fc.property(steps, (commands) => {
        fc.modelRun(() => {
          const law = sampleLaw({ kind: "pro-rata", by: "owed", oddCents: "listed-order" });
          const ledger = openingCommands().reduce<Ledger>(
            (sofar, each) => Result.getOrThrow(record(sofar, each)).ledger,
            openLedger(law),
          );
          const model: Model = { heldCents: 0, outstandingCents: 0, waitingCents: 0, payments: new Map(), orders: 0 };
          return { model, real: { ledger, posted: 0 } };
        }, commands);
      }),
      { numRuns: 1_000 },
    );
  });
});
