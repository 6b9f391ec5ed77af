import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { balancePoints, obligorStatement, obligorStatementViews, ObligorNotFound, remaining } from "../../src/index.ts";
import { after, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { accountOf, day, END, obligor, owedRows, statementOf } from "./read-statement.ts";

/** The fourth obligor owes no more than $50 of a debt to Ann that the third owes in full. */
const withCap = after(
  sampleLedger(),
  { do: "open-obligor", obligor: "third", name: "Third Obligor", effectiveOn: "2026-01-06" },
  { do: "open-obligor", obligor: "fourth", name: "Fourth Obligor", effectiveOn: "2026-01-06" },
  {
    do: "enter-order",
    order: "order-2",
    cause: "DC-25-2",
    grade: "felony",
    effectiveOn: "2026-01-06",
    obligations: [
      {
        id: "ann-2",
        class: "victim",
        payee: "ann",
        cents: 8_000,
        bound: [
          { obligor: "third", capCents: null },
          { obligor: "fourth", capCents: 5_000 },
        ],
      },
    ],
  },
);

describe("obligorStatement", () => {
  test("tells own payments in whole, and of another's only what they leave of the same debts", () => {
    const paid = after(
      sampleLedger(),
      payment(12_500, { id: "pay-1" }),
      payment(50_000, { obligor: "second", effectiveOn: "2026-03-09" }),
      { do: "run-disbursement", minimum: "none", effectiveOn: "2026-03-31" },
    );
    const statement = accountOf(paid, "first");
    expect(owedRows(statement)).toEqual([
      ["01-05", "ordered", "court", null, 425_000, 0],
      ["03-02", "paid", "obligor", 12_500, 412_500, 0],
      ["03-09", "paid", "another", null, 362_500, 0],
    ]);
    expect(statement.lines[1]?.parts).toEqual([
      { order: "order-1", cause: "DC-25-1", listed: 1, class: "victim", outstandingCents: -8_333 },
      { order: "order-1", cause: "DC-25-1", listed: 2, class: "victim", outstandingCents: -4_167 },
    ]);
    expect(statement.debts[1]).toEqual({
      order: "order-1",
      cause: "DC-25-1",
      listed: 2,
      class: "victim",
      orderedCents: 100_000,
      outstandingCents: 79_166,
      collectedCents: 20_834,
      collectedFromObligorCents: 4_167,
      capCents: null,
      owedCents: 79_166,
    });
  });

  test("asks for no more than is left of a cap", () => {
    const paid = after(withCap, payment(4_500, { obligor: "third" }), payment(2_000, { obligor: "fourth" }));
    expect(owedRows(accountOf(paid, "fourth"))).toEqual([
      ["01-06", "ordered", "court", null, 5_000, 0],
      ["03-02", "paid", "another", null, 3_500, 0],
      ["03-02", "paid", "obligor", 2_000, 1_500, 0],
    ]);
    expect(owedRows(accountOf(paid, "third")).map((row) => row[4])).toEqual([8_000, 3_500, 1_500]);
  });

  test("tells what waits and why, and what was refunded", () => {
    // Montana's order of payment does not reach the insurer, so that what it leaves waits, and the insurer is owed still.
    const waiting = after(sampleLedger(), payment(400_000, { id: "much" }), {
      do: "refund",
      payment: "much",
      cents: 30_000,
      effectiveOn: "2026-03-12",
    });
    expect(owedRows(accountOf(waiting, "first"))).toEqual([
      ["01-05", "ordered", "court", null, 425_000, 0],
      ["03-02", "paid", "obligor", 400_000, 75_000, 50_000],
      ["03-12", "refunded", "obligor", 30_000, 75_000, 20_000],
    ]);
    expect(accountOf(waiting, "first").lines[1]?.waiting).toBe("no-step-reaches");
  });

  test("shows a line that takes a payment back, with the one that it takes back", () => {
    const back = after(sampleLedger(), payment(12_500, { id: "pay-1" }), {
      do: "reverse",
      entry: "pay-1",
      why: "bounced",
      effectiveOn: "2026-03-05",
    });
    const [, paid, reversal] = accountOf(back, "first").lines;
    expect(paid).toMatchObject({ amountCents: 12_500, reversedBy: reversal?.seq });
    expect(reversal).toMatchObject({ amountCents: -12_500, receipt: null, reverses: paid?.seq, why: "bounced" });
  });

  test("refuses an obligor whom nobody opened", () => {
    const asked = { obligor: obligor("zoe"), asOf: END };
    const refused = Result.fail(new ObligorNotFound({ obligor: obligor("zoe") }));
    expect(obligorStatement(sampleLedger(), asked)).toEqual(refused);
    expect(obligorStatementViews(sampleLedger(), asked)).toEqual(refused);
  });
});

describe("obligorStatementViews", () => {
  test("gives a past day as known then and as corrected since", () => {
    const found = after(
      sampleLedger(),
      payment(12_500, { effectiveOn: "2026-03-05", postedAt: "2026-03-20T18:00:00Z" }),
    );
    const views = Result.getOrThrow(
      obligorStatementViews(found, { obligor: obligor("first"), asOf: day("2026-03-06") }),
    );
    expect(views.knownThen?.closing.owedCents).toBe(425_000);
    expect(views.correctedSince.closing.owedCents).toBe(412_500);
    expect(views.corrections.map(({ on }) => on)).toEqual(["2026-03-05"]);
  });
});

describe("remaining", () => {
  test("counts a debt that several owe once, and says what each can be asked for", () => {
    const paid = after(withCap, payment(4_500, { obligor: "third" }), payment(2_000, { obligor: "fourth" }));
    expect(Result.getOrThrow(remaining(paid, obligor("fourth")))).toEqual({
      obligor: "fourth",
      orders: [
        {
          order: "order-2",
          cause: "DC-25-2",
          judgmentDate: "2026-01-06",
          debts: [
            {
              obligation: "ann-2",
              listed: 1,
              class: "victim",
              orderedCents: 8_000,
              outstandingCents: 1_500,
              exposures: [
                { obligor: "third", capCents: null, collectedCents: 4_500, exposureCents: 1_500 },
                { obligor: "fourth", capCents: 5_000, collectedCents: 2_000, exposureCents: 1_500 },
              ],
            },
          ],
          outstandingCents: 1_500,
          exposureCents: 1_500,
        },
      ],
      outstandingCents: 1_500,
      exposureCents: 1_500,
    });
    expect(Result.getOrThrow(remaining(paid, obligor("first"))).outstandingCents).toBe(425_000);
    expect(Result.isFailure(remaining(paid, obligor("zoe")))).toBe(true);
  });
});

describe("balancePoints", () => {
  const paid = after(sampleLedger(), payment(12_500, { id: "pay-1" }), payment(12_500, { id: "pay-2" }), {
    do: "run-disbursement",
    minimum: "none",
    effectiveOn: "2026-03-09",
  });

  test("has the balance at the end of every day with a line, and on the last", () => {
    expect(balancePoints(accountOf(paid, "first"))).toEqual([
      { on: "2026-01-05", cents: 425_000 },
      { on: "2026-03-02", cents: 400_000 },
      { on: END, cents: 400_000 },
    ]);
    expect(balancePoints(statementOf(paid, "ben"))).toEqual([
      { on: "2026-01-05", cents: 100_000 },
      { on: "2026-03-02", cents: 100_000 },
      { on: "2026-03-09", cents: 91_666 },
      { on: END, cents: 91_666 },
    ]);
  });

  test("begins with the opening where a statement begins later", () => {
    expect(balancePoints(accountOf(paid, "first", { from: day("2026-02-01"), asOf: day("2026-03-02") }))).toEqual([
      { on: "2026-02-01", cents: 425_000 },
      { on: "2026-03-02", cents: 400_000 },
    ]);
  });
});
