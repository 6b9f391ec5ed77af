import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { ageBandOf, ageing, append, auditLedger, Entry, type Ledger, yearTotals } from "../../src/index.ts";
import { after, command, lawOf, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { day, MIXED_ORDER, ON_MIXED_ORDER } from "./read-statement.ts";

const ROUTE = "us-mt/restitution/unclaimed-department";

describe("ageBandOf", () => {
  test.each([
    [0, "0-30"],
    [30, "0-30"],
    [31, "31-60"],
    [60, "31-60"],
    [61, "61-90"],
    [90, "61-90"],
    [91, "91-180"],
    [180, "91-180"],
    [181, "181-365"],
    [365, "181-365"],
    [366, "older"],
  ])("%i days: %s", (days, band) => {
    expect(ageBandOf(days)).toBe(band);
  });
});

describe("ageing", () => {
  const held = after(
    sampleLedger(),
    payment(12_500, { id: "pay-1" }),
    { do: "disburse", payee: "ann", parts: [{ obligation: "ann-1", cents: 8_333 }], effectiveOn: "2026-03-05" },
    {
      do: "disburse",
      payee: "ben",
      id: "sent",
      parts: [{ obligation: "ben-1", cents: 4_000 }],
      effectiveOn: "2026-03-05",
    },
    payment(470_000, { id: "pay-2", effectiveOn: "2026-04-05" }),
    { do: "return-disbursement", disbursement: "sent", effectiveOn: "2026-04-10" },
  );

  test("puts what is outstanding in the band of its age since judgment", () => {
    const { outstanding } = ageing(held, { asOf: day("2026-03-31") });
    expect(outstanding.bands).toMatchObject({ "61-90": 412_500, "0-30": 0, older: 0 });
    expect(outstanding.debts[0]).toEqual({
      obligation: "ann-1",
      since: "2026-01-05",
      days: 85,
      band: "61-90",
      cents: 191_667,
    });
    expect(outstanding.totalCents).toBe(412_500);
  });

  // Montana's order of payment does not reach the insurer: what it leaves waits.
  test("says of every cent on deposit which payment it is from, how old it is, and why it waits", () => {
    const { deposit } = ageing(held, { asOf: day("2026-04-20") });
    expect(
      deposit.lots.map(({ kind, obligation, payment: from, cents, days, heldSince, waiting }) => [
        kind,
        obligation,
        from,
        cents,
        days,
        heldSince.slice(5),
        waiting?.because ?? null,
      ]),
    ).toEqual([
      ["payable", "ben-1", "pay-1", 167, 49, "03-02", null],
      ["unclaimed", "ben-1", "pay-1", 4_000, 49, "04-10", null],
      ["payable", "ann-1", "pay-2", 191_667, 15, "04-05", null],
      ["payable", "ben-1", "pay-2", 95_833, 15, "04-05", null],
      ["payable", "programme-1", "pay-2", 50_000, 15, "04-05", null],
      ["unallocated", null, "pay-2", 132_500, 15, "04-05", "no-step-reaches"],
    ]);
    expect(deposit).toMatchObject({ heldCents: 474_167, advancedCents: 0 });
    expect(deposit.bands).toMatchObject({ "0-30": 470_000, "31-60": 4_167 });
  });

  test("tells what is advanced apart from what is held", () => {
    const back = after(
      sampleLedger(),
      payment(12_500, { id: "pay-1" }),
      { do: "disburse", payee: "ben", parts: [{ obligation: "ben-1", cents: 4_000 }] },
      { do: "reverse", entry: "pay-1", why: "bounced", effectiveOn: "2026-03-05" },
    );
    expect(ageing(back, { asOf: day("2026-03-05") }).deposit).toEqual({
      lots: [],
      bands: expect.anything(),
      advanced: [{ kind: "sent", obligation: "ben-1", cents: 4_000 }],
      advancedCents: 4_000,
      heldCents: -4_000,
    });
  });

  test("names the choice that money waits for", () => {
    const waiting = after(sampleLedger(lawOf("us-mt")), MIXED_ORDER, payment(12_500, ON_MIXED_ORDER));
    expect(ageing(waiting, { asOf: day("2026-03-31") }).deposit.lots).toMatchObject([
      {
        payment: "pay-1",
        cents: 12_500,
        waiting: { because: "discretion-needed", choice: { id: "small-and-large-together" } },
      },
    ]);
  });
});

describe("yearTotals", () => {
  const years = after(
    sampleLedger(),
    payment(12_500, { id: "pay-1", effectiveOn: "2026-11-02" }),
    { do: "run-disbursement", minimum: "none", id: "run-1", effectiveOn: "2026-12-31" },
    { do: "reverse", entry: "pay-1", why: "bounced", effectiveOn: "2027-01-04" },
    payment(30_000, { obligor: "second", effectiveOn: "2027-02-01" }),
    { do: "return-disbursement", disbursement: "run-1#ben", effectiveOn: "2027-02-02" },
    { do: "change-address", payee: "ben", address: null, effectiveOn: "2027-02-03" },
    { do: "remit-unclaimed", payee: "ben", rule: ROUTE, effectiveOn: "2027-03-01" },
    { do: "record-outside-payment", obligor: "first", obligation: "insurer-1", cents: 500, effectiveOn: "2027-03-02" },
  );

  test("counts each entry in the year that it counts from", () => {
    expect(yearTotals(years, { year: 2026 })).toEqual({
      year: 2026,
      payees: [
        { payee: "ann", paidOutCents: 8_333, returnedCents: 0, remittedCents: 0 },
        { payee: "ben", paidOutCents: 4_167, returnedCents: 0, remittedCents: 0 },
      ],
      obligors: [{ obligor: "first", receivedCents: 12_500, takenBackCents: 0, refundedCents: 0 }],
      collected: [{ class: "victim", cents: 12_500 }],
      held: {
        openingCents: 0,
        receivedCents: 12_500,
        takenBackCents: 0,
        refundedCents: 0,
        paidOutCents: 12_500,
        returnedCents: 0,
        remittedCents: 0,
        closingCents: 0,
      },
    });
  });

  test("ties what came in and went out to the money on deposit", () => {
    // Received 300.00, bounced 125.00, came back 41.67, handed over 41.67 + 58.33.
    expect(yearTotals(years, { year: 2027 })).toMatchObject({
      payees: [{ payee: "ben", paidOutCents: 0, returnedCents: 4_167, remittedCents: 10_000 }],
      obligors: [
        { obligor: "first", receivedCents: 0, takenBackCents: 12_500 },
        { obligor: "second", receivedCents: 30_000, takenBackCents: 0 },
      ],
      collected: [
        { class: "victim", cents: 17_500 },
        { class: "insurer", cents: 500 },
      ],
      held: { openingCents: 0, closingCents: 11_667 },
    });
  });

  test("as known at a moment leaves out what was recorded later", () => {
    const late = after(years, payment(500, { effectiveOn: "2026-12-01", postedAt: "2027-04-01T18:00:00Z" }));
    const knownAt = day("2027-03-31") + "T23:00:00.000Z";
    expect(yearTotals(late, { year: 2026 }).held.receivedCents).toBe(13_000);
    expect(yearTotals(late, { year: 2026, knownAt: knownAt as never })).toEqual(yearTotals(years, { year: 2026 }));
  });
});

describe("auditLedger", () => {
  const paid = after(sampleLedger(), payment(12_500, { id: "pay-1" }));

  /** A ledger with an entry that no command would make. */
  const tampered = (ledger: Ledger, debit: string, credit: string, cents = 1): Ledger => {
    const entry = Entry.parse({
      seq: ledger.length + 1,
      id: "tampered",
      command: command({ id: "tampered", ...payment(1) }),
      payee: null,
      reverses: null,
      transfers: [{ debit, credit, cents, ground: { document: "none" } }],
      choices: [],
      waiting: null,
    });
    return Result.getOrThrow(append(ledger, [entry]));
  };

  test("finds nothing in a ledger that commands made", () => {
    expect(auditLedger(paid)).toEqual([]);
  });

  test.each([
    ["held", "ordered/ben-1", ["held-is-somebodys", "ordered-is-outstanding-and-collected"]],
    ["collected/ben-1/first", "payable/ben-1", ["held-is-somebodys", "ordered-is-outstanding-and-collected"]],
    ["unclaimed/ben-1", "payable/ben-1", ["never-negative"]],
    [
      "outstanding/ann-1",
      "outstanding/ben-1",
      ["ordered-is-outstanding-and-collected", "ordered-is-outstanding-and-collected"],
    ],
    ["outstanding/ben-1", "collected/ben-1/second", ["never-negative"]],
  ])("%s from %s breaks %j", (debit, credit, rules) => {
    expect(auditLedger(tampered(paid, debit, credit)).map(({ rule }) => rule)).toEqual(rules);
  });

  test("finds a cap that is not kept", () => {
    const capped = after(sampleLedger(), {
      do: "enter-order",
      order: "order-2",
      cause: "DC-25-2",
      grade: "felony",
      obligations: [
        { id: "ann-2", class: "victim", payee: "ann", cents: 100, bound: [{ obligor: "first", capCents: 10 }] },
      ],
    });
    expect(auditLedger(tampered(capped, "collected/ann-2/first", "outstanding/ann-2", 11))).toEqual([
      { rule: "caps-are-kept", obligation: "ann-2", obligor: "first", capCents: 10, collectedCents: 11 },
    ]);
  });
});
