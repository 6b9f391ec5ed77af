import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryIntent, commandFor, type Intent, OBLIGORS } from "../arbitrary/arbitrary-command.ts";
import { arbitraryIntents, arbitraryLedgerLaw, play } from "../arbitrary/arbitrary-ledger.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import type { AccountId } from "./account.ts";
import type { Command, CommandTo } from "./command.ts";
import type { CommandId, ObligorId } from "./ids.ts";
import { bookOf, type Ledger } from "./ledger.ts";
import { record } from "./post/post.ts";

const balances = (ledger: Ledger): ReadonlyMap<AccountId, number> =>
  new Map([...bookOf(ledger).accounts.values()].map(({ id, cents }) => [id, cents]));

const postAll = (ledger: Ledger, commands: readonly Command[]): Ledger =>
  commands.reduce((sofar, each) => Result.getOrThrow(record(sofar, each)).ledger, ledger);

const payOf = (ledger: Ledger, intent: Intent, stated: { readonly id: string; readonly obligor: string }) =>
  ({
    ...commandFor(ledger, { ...intent, later: 0, back: 0 }),
    id: stated.id as CommandId,
    obligor: stated.obligor as ObligorId,
  }) as CommandTo<"receive-payment">;

const pay = arbitraryIntent(["pay"]);

describe("payments of one day", () => {
  test("of payers without a debt in common come to the same in either order", () => {
    fc.assert(
      fc.property(arbitraryLedgerLaw(), arbitraryIntents(15), pay, pay, (law, intents, one, other) => {
        const { ledger } = play(law, intents);
        const [left, right] = [OBLIGORS[one.one % 3] ?? "first", OBLIGORS[(one.one + 1) % 3] ?? "second"];
        const shared = [...bookOf(ledger).obligations.values()].some(({ debts }) =>
          [left, right].every((obligor) => debts.has(obligor as ObligorId)),
        );
        fc.pre(!shared);
        const payments = [
          payOf(ledger, one, { id: "one", obligor: left }),
          payOf(ledger, other, { id: "other", obligor: right }),
        ];
        expect(balances(postAll(ledger, payments))).toEqual(balances(postAll(ledger, payments.toReversed())));
      }),
      { numRuns: 600 },
    );
  });

  test("of one payer change no total in either order, and no payee by more than a cent for each of them", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("owed" as const, "ordered" as const),
        arbitraryIntents(15),
        pay,
        pay,
        (by, intents, one, other) => {
          const law = sampleLaw({ kind: "pro-rata", by, oddCents: "listed-order" });
          const { ledger } = play(law, intents);
          const obligor = OBLIGORS[one.one % 3] ?? "first";
          const payments = [payOf(ledger, one, { id: "one", obligor }), payOf(ledger, other, { id: "other", obligor })];
          const [before, after] = [payments, payments.toReversed()].map((each) => balances(postAll(ledger, each)));
          const difference = (id: AccountId) => Math.abs((before?.get(id) ?? 0) - (after?.get(id) ?? 0));
          expect(before?.get("held")).toBe(after?.get("held"));
          const payables = [...(before?.keys() ?? [])].filter((id) => id.startsWith("payable/"));
          expect(Math.max(0, ...payables.map(difference))).toBeLessThanOrEqual(payments.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
