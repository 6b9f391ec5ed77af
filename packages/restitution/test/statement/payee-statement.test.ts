import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { payeeStatement, payeeStatementViews, PayeeNotFound } from "../../src/index.ts";
import { after, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { day, moment, payee, rows, statementOf } from "./read-statement.ts";

// Ann is ordered $2,000 and Ben $1,000, so that of every payment Ann gets two thirds and Ben one.
const paid = after(
  sampleLedger(),
  payment(12_500, { id: "pay-1" }),
  { do: "run-disbursement", minimum: "none", id: "run-1", effectiveOn: "2026-03-09" },
  payment(3_000, { id: "pay-2", effectiveOn: "2026-03-16" }),
);

const bounced = after(
  paid,
  { do: "reverse", entry: "pay-1", why: "bounced", id: "back-1", effectiveOn: "2026-03-20" },
  payment(9_000, { id: "pay-3", effectiveOn: "2026-03-23" }),
);

describe("payeeStatement", () => {
  test("tells what was ordered, collected and sent, with what has not reached the payee", () => {
    expect(rows(statementOf(paid, "ben"))).toEqual([
      ["01-05", "ordered", 100_000, 0, 0, 100_000],
      ["03-02", "collected", 95_833, 4_167, 0, 100_000],
      ["03-09", "paid-out", 95_833, 0, 0, 95_833],
      ["03-16", "collected", 94_833, 1_000, 0, 95_833],
    ]);
  });

  test("sums each debt up: collected is what was sent, what is held and what is gone", () => {
    expect(statementOf(paid, "ben").debts).toEqual([
      {
        obligation: "ben-1",
        class: "victim",
        cause: "DC-25-1",
        orderedCents: 100_000,
        outstandingCents: 94_833,
        collectedCents: 5_167,
        paidOutCents: 4_167,
        paidOutsideCents: 0,
        payableCents: 1_000,
        unclaimedCents: 0,
        givenUpCents: 0,
        advancedCents: 0,
      },
    ]);
  });

  test("shows a bounced payment beside the line that takes it back, and what was sent of it as advanced", () => {
    const statement = statementOf(bounced, "ben", { asOf: day("2026-03-20") });
    expect(rows(statement).slice(-2)).toEqual([
      ["03-16", "collected", 94_833, 1_000, 0, 95_833],
      ["03-20", "collected", 99_000, -3_167, 0, 95_833],
    ]);
    const [, first, , , back] = statement.lines;
    expect(first).toMatchObject({ what: "collected", reverses: null, reversedBy: back?.seq });
    expect(back).toMatchObject({ what: "collected", reverses: first?.seq, reversedBy: null, why: "bounced" });
    expect(statement.debts[0]).toMatchObject({ paidOutCents: 4_167, payableCents: 0, advancedCents: 3_167 });
  });

  test("lets the next money make up for what was advanced", () => {
    expect(statementOf(bounced, "ben").debts[0]).toMatchObject({
      paidOutCents: 4_167,
      payableCents: 0,
      advancedCents: 167,
    });
  });

  test("tells what came back, and what was sent again", () => {
    const again = after(
      paid,
      { do: "return-disbursement", disbursement: "run-1#ben", effectiveOn: "2026-03-18" },
      { do: "reissue", payee: "ben", effectiveOn: "2026-03-19" },
    );
    expect(rows(statementOf(again, "ben")).slice(-2)).toEqual([
      ["03-18", "came-back", 94_833, 1_000, 4_167, 100_000],
      ["03-19", "to-be-sent-again", 94_833, 5_167, 0, 100_000],
    ]);
    expect(statementOf(again, "ben").debts[0]).toMatchObject({ paidOutCents: 0, payableCents: 5_167 });
  });

  test("tells what was paid outside, and what a court changed", () => {
    const changed = after(
      paid,
      {
        do: "record-outside-payment",
        obligor: "second",
        obligation: "ben-1",
        cents: 10_000,
        effectiveOn: "2026-03-17",
      },
      { do: "modify-obligation", obligation: "ben-1", cents: 90_000, effectiveOn: "2026-03-18" },
    );
    expect(rows(statementOf(changed, "ben")).slice(-2)).toEqual([
      ["03-17", "paid-outside", 84_833, 1_000, 0, 85_833],
      ["03-18", "order-changed", 74_833, 1_000, 0, 75_833],
    ]);
    expect(statementOf(changed, "ben").debts[0]).toMatchObject({ orderedCents: 90_000, paidOutsideCents: 10_000 });
  });

  test("carries everything before its first day in the opening", () => {
    const { opening, lines, closing } = statementOf(paid, "ben", { from: day("2026-03-09") });
    expect(opening).toMatchObject({ payableCents: 4_167, balanceCents: 100_000 });
    expect(lines.map(({ on }) => on)).toEqual(["2026-03-09", "2026-03-16"]);
    expect(closing).toEqual(statementOf(paid, "ben").closing);
  });

  test("is the same to the byte whether the payment was larger, as long as the payee's part is", () => {
    // Both are paid what is left of their debts; the programme and the insurer get the rest of the payment.
    const [smaller, larger] = [310_000, 320_000].map((cents) =>
      after(sampleLedger(), payment(cents, { id: "pay", document: "receipt" })),
    );
    expect(smaller?.length).toBe(larger?.length);
    expect(JSON.stringify(statementOf(smaller ?? paid, "ben"))).toBe(
      JSON.stringify(statementOf(larger ?? paid, "ben")),
    );
    expect(JSON.stringify(statementOf(smaller ?? paid, "programme"))).not.toBe(
      JSON.stringify(statementOf(larger ?? paid, "programme")),
    );
  });

  test("refuses a payee whom nobody opened, or not by then", () => {
    const asOf = day("2026-12-31");
    expect(payeeStatement(paid, { payee: payee("zoe"), asOf })).toEqual(
      Result.fail(new PayeeNotFound({ payee: payee("zoe") })),
    );
    const knownAt = moment("2026-01-05T17:59:59Z");
    expect(payeeStatement(paid, { payee: payee("ben"), asOf, knownAt })).toEqual(
      Result.fail(new PayeeNotFound({ payee: payee("ben") })),
    );
  });

  test("of a payee to whom nothing is owed has no lines", () => {
    const opened = after(sampleLedger(), {
      do: "open-payee",
      payee: "zoe",
      kind: "natural-person",
      name: "Zoe",
      address: null,
    });
    expect(statementOf(opened, "zoe", {})).toMatchObject({ lines: [], debts: [], closing: { balanceCents: 0 } });
  });
});

describe("payeeStatementViews", () => {
  // The bank tells on 20 March that the payment of 2 March had bounced on the 5th.
  const corrected = after(paid, {
    do: "reverse",
    entry: "pay-1",
    why: "bounced",
    effectiveOn: "2026-03-05",
    postedAt: "2026-03-20T18:00:00Z",
  });

  test("gives a past day as known then and as corrected since, and the lines between them", () => {
    const views = Result.getOrThrow(payeeStatementViews(corrected, { payee: payee("ben"), asOf: day("2026-03-06") }));
    expect(views.knownThen?.closing).toMatchObject({ outstandingCents: 95_833, payableCents: 4_167 });
    expect(views.correctedSince.closing).toMatchObject({ outstandingCents: 100_000, payableCents: 0 });
    expect(views.corrections.map(({ on, what, why }) => [on, what, why])).toEqual([
      ["2026-03-05", "collected", "bounced"],
    ]);
    expect(views.knownThen).toEqual(
      Result.getOrThrow(payeeStatementViews(paid, { payee: payee("ben"), asOf: day("2026-03-06") })).knownThen,
    );
  });

  test("counts what was recorded before midnight where the agency is as known that day", () => {
    // 06:30 in Greenwich on the 7th is half past eleven at night on the 6th in Denver.
    const late = after(paid, payment(300, { effectiveOn: "2026-03-16", postedAt: "2026-03-17T05:30:00Z" }));
    const views = Result.getOrThrow(payeeStatementViews(late, { payee: payee("ben"), asOf: day("2026-03-16") }));
    expect(views.corrections).toEqual([]);
  });

  test("knew nothing of a payee who was not opened yet", () => {
    const views = Result.getOrThrow(payeeStatementViews(paid, { payee: payee("ben"), asOf: day("2026-01-04") }));
    expect(views.knownThen).toBeNull();
    expect(Result.isFailure(payeeStatementViews(paid, { payee: payee("zoe"), asOf: day("2026-01-04") }))).toBe(true);
  });
});
