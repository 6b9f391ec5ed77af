import type { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryIntents, arbitraryLedger, playOn, type Played } from "../arbitrary/arbitrary-ledger.ts";
import { arbitraryIntent, commandFor } from "../arbitrary/arbitrary-command.ts";
import { obviousBalances } from "../reference/obvious-ledger.ts";
import type { AccountId } from "./account.ts";
import type { CommandTo } from "./command.ts";
import type { Entry } from "./entry.ts";
import type { DocumentRef } from "./ids.ts";
import { append, bookOf, entriesOf, type Ledger, openLedger } from "./ledger.ts";
import { post, record } from "./post/post.ts";

/** Every account on which something stands. */
const balances = (ledger: Ledger): ReadonlyMap<AccountId, number> =>
  new Map(
    [...bookOf(ledger).accounts.values()]
      .filter(({ cents }) => cents !== 0)
      .map(({ id, cents }) => [id, cents] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Everything that a ledger's entries amount to, as it is now: the book itself is written on. */
const stateOf = (ledger: Ledger) => {
  const { payees, obligors, orders, obligations, reversedBy, returnedBy, waiting, lastPostedAt } = bookOf(ledger);
  return structuredClone({
    balances: balances(ledger),
    payees: [...payees.values()].map(({ id, address, disbursements, entries }) => ({
      id,
      address,
      disbursements,
      entries,
    })),
    obligors: [...obligors.values()].map(({ id, plan, entries }) => ({ id, plan, entries })),
    orders: [...orders.values()].map(({ id, satisfiedBy }) => ({ id, satisfiedBy })),
    obligations: [...obligations.values()].map(({ id, heldSince, entries }) => ({ id, heldSince, entries })),
    reversedBy,
    returnedBy,
    waiting,
    lastPostedAt,
  });
};

/** Every ledger that a played one was on the way. */
const onTheWay = ({ ledger }: Played): readonly Ledger[] => {
  const states: Ledger[] = [openLedger(ledger.law)];
  for (const entry of entriesOf(ledger)) states.push(Result.getOrThrow(append(states.at(-1) ?? ledger, [entry])));
  return states;
};

const sumOf = (ledger: Ledger, kinds: readonly string[]): number =>
  [...balances(ledger)].reduce((sum, [id, cents]) => (kinds.includes(id.split("/")[0] ?? "") ? sum + cents : sum), 0);

const holds = (property: (played: Played) => void, numRuns = 1_000): void =>
  fc.assert(fc.property(arbitraryLedger(), property), { numRuns });

describe("a ledger", () => {
  test("has debits equal to credits after every command, and held money equal to what is payable, waits or is unclaimed", () => {
    holds((played) => {
      for (const ledger of onTheWay(played)) {
        const debits = sumOf(ledger, ["held", "outstanding", "collected"]);
        expect(debits).toBe(sumOf(ledger, ["unallocated", "payable", "unclaimed", "ordered"]));
        expect(sumOf(ledger, ["held"])).toBe(sumOf(ledger, ["unallocated", "payable", "unclaimed"]));
      }
    });
  });

  test("collects no obligation beyond what is ordered, and from nobody beyond their cap", () => {
    holds(({ ledger }) => {
      for (const { ordered, outstanding, debts } of bookOf(ledger).obligations.values()) {
        const collected = [...debts.values()].reduce((sum, debt) => sum + debt.collected.cents, 0);
        expect(collected + outstanding.cents).toBe(ordered.cents);
        expect(outstanding.cents).toBeGreaterThanOrEqual(0);
        for (const { capCents, collected: own } of debts.values()) {
          expect(own.cents).toBeGreaterThanOrEqual(0);
          expect(own.cents).toBeLessThanOrEqual(capCents ?? ordered.cents);
        }
      }
    });
  });

  test("stands as its slow twin says, which recomputes everything from the commands with fractions", () => {
    holds(({ ledger, commands }) => {
      const slow = [...obviousBalances(ledger.law, commands)].toSorted(([one], [other]) => (one < other ? -1 : 1));
      expect(balances(ledger)).toEqual(new Map(slow));
    }, 2_000);
  });

  test("is the same replayed from its entries in batches of any size", () => {
    fc.assert(
      fc.property(
        arbitraryLedger(),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        ({ ledger }, sizes) => {
          let left: readonly Entry[] = entriesOf(ledger);
          let again = openLedger(ledger.law);
          for (let turn = 0; left.length > 0; turn++) {
            const size = sizes[turn % sizes.length] ?? 1;
            again = Result.getOrThrow(append(again, left.slice(0, size)));
            left = left.slice(size);
          }
          expect(stateOf(again)).toEqual(stateOf(ledger));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("stays as it was when a later one is posted to, and two futures of it do not meet", () => {
    fc.assert(
      fc.property(arbitraryLedger({ most: 15 }), arbitraryIntents(5), ({ ledger }, intents) => {
        const before = stateOf(ledger);
        const [one, other] = [intents, intents.toReversed()].map((each) => playOn(ledger, each).ledger);
        const copy = Result.getOrThrow(append(openLedger(ledger.law), entriesOf(ledger)));
        const alone = playOn(copy, intents).ledger;
        expect(stateOf(ledger)).toEqual(before);
        expect(one === undefined ? null : stateOf(one)).toEqual(stateOf(alone));
        expect(other?.length).toBeGreaterThanOrEqual(ledger.length);
      }),
      { numRuns: 500 },
    );
  });

  test("takes a command again with the same content, and without effect; with other content it names the mistake", () => {
    holds(({ ledger, commands }) => {
      for (const command of commands) {
        expect(post(ledger, command)).toEqual(Result.succeed([]));
        const later = { ...command, postedAt: "2199-01-01T00:00:00.000Z" as Instant };
        expect(post(ledger, later)).toEqual(Result.succeed([]));
        const other = post(ledger, { ...command, document: "another paper" as DocumentRef });
        expect(Result.isFailure(other) && other.failure._tag).toBe("CommandExistsWithDifferentContent");
      }
    }, 300);
  });

  test("has every balance as before once an entry is reversed", () => {
    fc.assert(
      fc.property(arbitraryLedger(), arbitraryIntent(), arbitraryIntent(["reverse"]), ({ ledger }, intent, back) => {
        const { ledger: after, commands } = playOn(ledger, [intent]);
        const entry = entriesOf(after).at(-1);
        fc.pre(commands.length === 1 && after.length === ledger.length + 1 && entry !== undefined);
        fc.pre(entry.transfers.length > 0 && entry.reverses === null);
        const reversal = { ...commandFor(after, { ...back, back: 0 }), entry: entry.id } as CommandTo<"reverse">;
        const { ledger: restored } = Result.getOrThrow(record(after, reversal));
        expect(balances(restored)).toEqual(balances(ledger));
      }),
      { numRuns: 1_000 },
    );
  });
});
