import { LocalDate } from "@victim-rights/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditLedger, entriesOf, type LedgerLaw } from "../../src/index.ts";
import { arbitraryIntents, play } from "../../src/testing.ts";
import { lawOf } from "./sample-ledger.ts";

const DAY = LocalDate.parse("2026-01-02");
const STATES = ["us-mt", "us-ms", "us-mo"] as const;

const someOf = (options: readonly string[]) => fc.option(fc.constantFrom(...options));

/** A state's law, any one of its orders of payment for every payment, with some of the open choices recorded. */
const arbitraryLaw = (state: string): fc.Arbitrary<LedgerLaw> => {
  const { choices, policies } = lawOf(state).file;
  const chosen = fc.tuple(...choices.map(({ options }) => someOf(options.map(({ id }) => id))));
  return fc.tuple(chosen, fc.constantFrom(...policies)).map(([options, { id }]) => {
    const recorded = choices.flatMap(({ id: choice }, place) => {
      const option = options[place] ?? null;
      return option === null ? [] : [[choice, option] as const];
    });
    const law = lawOf(state, Object.fromEntries(recorded));
    const enable = [{ rule: id, decidedBy: "restitution officer", decidedOn: DAY }];
    return { ...law, file: { ...law.file, uses: [{ for: {}, policies: [id] }] }, policy: { ...law.policy, enable } };
  });
};

describe.each(STATES)("a ledger by the law of %s", (state) => {
  test("makes no cent and loses none, whatever was chosen: a payment is divided or waits, and every audit is clean", () => {
    fc.assert(
      fc.property(arbitraryLaw(state), arbitraryIntents(20), (law, intents) => {
        const { ledger } = play(law, intents);
        expect(auditLedger(ledger)).toEqual([]);
        const received = entriesOf(ledger).flatMap(({ command, reverses, transfers }) =>
          command.do === "receive-payment" && reverses === null ? [{ cents: command.cents, transfers }] : [],
        );
        for (const { cents, transfers } of received) {
          const held = transfers.filter(({ debit }) => debit === "held");
          expect(held.reduce((sum, transfer) => sum + transfer.cents, 0)).toBe(cents);
        }
      }),
      { numRuns: 400 },
    );
  });
});
