import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { explainPayment, explainToPayee, type Ledger, type PayeeExplanation, underLaw } from "../../src/index.ts";
import { after, lawOf, MONTANA_CHOICES, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { entryId, MIXED_ORDER, ON_MIXED_ORDER, payee } from "./read-statement.ts";

const told = (ledger: Ledger, to: string, entry: string | number): PayeeExplanation =>
  Result.getOrThrow(
    explainToPayee(ledger, { payee: payee(to), entry: typeof entry === "number" ? entry : entryId(entry) }),
  );

/** The parts of an explanation: the day of the payment, the cents, and the ground. */
const parts = ({ parts: all }: PayeeExplanation) =>
  all.map(({ receivedOn, cents, ground }) => [receivedOn?.slice(5) ?? null, cents, ground.kind]);

const run = (id: string, effectiveOn: string) => ({ do: "run-disbursement", minimum: "none", id, effectiveOn });

describe("explainToPayee", () => {
  const paid = after(sampleLedger(), payment(12_500, { id: "pay-1" }), run("run-1", "2026-03-09"));

  test("tells why Ben got $41.67: one third of $125, with the provision, how it was checked, and who chose", () => {
    expect(told(paid, "ben", "run-1#ben")).toEqual({
      payee: "ben",
      seq: 10,
      on: "2026-03-09",
      what: "paid-out",
      cents: 4_167,
      isTakenBack: false,
      parts: [
        {
          obligation: "ben-1",
          cause: "DC-25-1",
          cents: 4_167,
          receivedOn: "2026-03-02",
          creditedOn: "2026-03-02",
          ground: {
            kind: "provision",
            provision: "us-mt/restitution/individuals",
            title: "Among individuals: debts under $500 in listed order, debts over $500 in proportion",
            isPolicy: false,
            cites: [{ source: "arm-20.12.111" }],
            verified: expect.objectContaining({ status: "read" }),
          },
          choices: expect.arrayContaining([
            {
              choice: "five-hundred-ordered-or-remaining",
              option: "ordered",
              decidedBy: "restitution officer",
              decidedOn: "2026-01-02",
            },
          ]),
        },
      ],
    });
  });

  test("follows a disbursement back to the oldest payments first", () => {
    const twice = after(
      sampleLedger(),
      payment(12_500),
      payment(3_000, { effectiveOn: "2026-03-03" }),
      {
        do: "disburse",
        id: "part",
        payee: "ben",
        parts: [{ obligation: "ben-1", cents: 5_000 }],
        effectiveOn: "2026-03-04",
      },
      run("rest", "2026-03-05"),
    );
    expect(parts(told(twice, "ben", "part"))).toEqual([
      ["03-02", 4_167, "provision"],
      ["03-03", 833, "provision"],
    ]);
    expect(parts(told(twice, "ben", "rest#ben"))).toEqual([["03-03", 167, "provision"]]);
  });

  test("says what is not covered yet when a payment bounced, and by what it is made up for later", () => {
    const back = after(paid, { do: "reverse", entry: "pay-1", why: "bounced", effectiveOn: "2026-03-10" });
    expect(parts(told(back, "ben", "run-1#ben"))).toEqual([[null, 4_167, "not-covered-yet"]]);
    const later = after(back, payment(3_000, { effectiveOn: "2026-03-11" }));
    expect(parts(told(later, "ben", "run-1#ben"))).toEqual([
      ["03-11", 1_000, "provision"],
      [null, 3_167, "not-covered-yet"],
    ]);
  });

  test("tells what a disbursement was made of when it came back, and of what it was sent again", () => {
    const again = after(
      paid,
      payment(3_000, { effectiveOn: "2026-03-10" }),
      { do: "return-disbursement", disbursement: "run-1#ben", effectiveOn: "2026-03-11" },
      { do: "reissue", payee: "ben", effectiveOn: "2026-03-12" },
      run("run-2", "2026-03-13"),
    );
    expect(told(again, "ben", "run-1#ben")).toMatchObject({ cents: 4_167, isTakenBack: true });
    expect(parts(told(again, "ben", "run-2#ben"))).toEqual([
      ["03-10", 1_000, "provision"],
      ["03-02", 4_167, "provision"],
    ]);
  });

  test("makes one part of what comes from one payment, though some of it had come back before", () => {
    const parted = after(
      sampleLedger(),
      payment(12_500),
      {
        do: "disburse",
        id: "part",
        payee: "ben",
        parts: [{ obligation: "ben-1", cents: 1_000 }],
        effectiveOn: "2026-03-03",
      },
      { do: "return-disbursement", disbursement: "part", effectiveOn: "2026-03-04" },
      { do: "reissue", payee: "ben", effectiveOn: "2026-03-05" },
      run("run-1", "2026-03-06"),
    );
    expect(parts(told(parted, "ben", "run-1#ben"))).toEqual([["03-02", 4_167, "provision"]]);
  });

  test("tells what one payment brought, by its number on the statement", () => {
    expect(told(paid, "ben", 8)).toMatchObject({ what: "collected", cents: 4_167 });
    expect(told(paid, "ann", 8)).toMatchObject({ what: "collected", cents: 8_333 });
  });

  test("says of money that was moved between causes when it was moved, and not under which law another had it", () => {
    const moved = after(
      sampleLedger(),
      payment(12_500),
      {
        do: "transfer-between-causes",
        obligor: "first",
        from: "ann-1",
        to: "programme-1",
        cents: 2_000,
        effectiveOn: "2026-03-03",
      },
      run("run-1", "2026-03-04"),
    );
    expect(told(moved, "programme", "run-1#programme").parts).toEqual([
      {
        obligation: "programme-1",
        cause: "DC-25-1",
        cents: 2_000,
        receivedOn: "2026-03-02",
        creditedOn: "2026-03-03",
        ground: { kind: "moved-between-causes", on: "2026-03-03" },
        choices: [],
      },
    ]);
    expect(parts(told(moved, "ann", "run-1#ann"))).toEqual([["03-02", 6_333, "provision"]]);
  });

  test("answers alike whether there is no such entry or it is another's", () => {
    const refusal = (entry: string) =>
      Result.getOrThrow(
        Result.flip(explainToPayee(paid, { payee: payee("programme"), entry: entryId(entry) })),
      ).message.replaceAll(entry, "");
    expect(refusal("run-1#ben")).toBe(refusal("nothing"));
    expect(refusal("pay-1")).toBe(refusal("nothing"));
    expect(Result.isFailure(explainToPayee(paid, { payee: payee("zoe"), entry: 8 }))).toBe(true);
  });
});

describe("explainPayment", () => {
  test("tells every transfer with its payee, provision and step, and the choices followed", () => {
    const paid = after(sampleLedger(), payment(12_500, { id: "pay-1" }));
    const explained = Result.getOrThrow(explainPayment(paid, { entry: entryId("pay-1") }));
    expect(explained.waiting).toBeNull();
    expect(explained.entries).toHaveLength(1);
    const [entry] = explained.entries;
    expect(
      entry?.transfers
        .filter(({ debit }) => debit === "held")
        .map(({ payee: to, cents, ground }) => [to, cents, ground.kind]),
    ).toEqual([
      ["ann", 8_333, "provision"],
      ["ben", 4_167, "provision"],
    ]);
    expect(entry?.transfers[0]?.ground).toMatchObject({
      provision: "us-mt/restitution/individuals",
      path: expect.stringContaining("$.distribute"),
      cites: [{ source: "arm-20.12.111" }],
      verified: { status: "read" },
    });
    expect(entry?.choices.map(({ choice }) => choice)).toContain("five-hundred-ordered-or-remaining");
  });

  test("tells why money waits, and how it was divided once the choice was recorded", () => {
    const waiting = after(sampleLedger(lawOf("us-mt")), MIXED_ORDER, payment(52_500, ON_MIXED_ORDER));
    const before = Result.getOrThrow(explainPayment(waiting, { entry: entryId("pay-1") }));
    expect(before).toMatchObject({ waitingCents: 52_500, waiting: { because: "discretion-needed" } });
    expect(before.entries[0]?.transfers.map(({ ground }) => ground.kind)).toEqual(["document"]);
    const decided = after(underLaw(waiting, lawOf("us-mt", MONTANA_CHOICES)), {
      do: "allocate-held",
      id: "divide",
      payment: "pay-1",
      effectiveOn: "2026-03-09",
    });
    const later = Result.getOrThrow(explainPayment(decided, { entry: entryId("divide") }));
    expect(later).toMatchObject({ payment: { id: "pay-1" }, waitingCents: 0, waiting: null });
    expect(later.entries.map(({ does, choices }) => [does, choices.length > 0])).toEqual([
      ["receive-payment", false],
      ["allocate-held", true],
    ]);
    const forBen = Result.getOrThrow(explainToPayee(decided, { payee: payee("ben"), entry: entryId("divide") }));
    expect(forBen.parts).toMatchObject([{ cents: 12_500, receivedOn: "2026-03-02", creditedOn: "2026-03-09" }]);
  });

  test("is the same from whichever entry of the payment it is asked, reversals among them", () => {
    const back = after(
      sampleLedger(),
      payment(470_000, { id: "much" }),
      { do: "refund", id: "refund", payment: "much", cents: 45_000 },
      { do: "reverse", id: "back", entry: "refund", why: "voided" },
    );
    const explained = Result.getOrThrow(explainPayment(back, { entry: entryId("refund") }));
    expect(explained).toEqual(Result.getOrThrow(explainPayment(back, { entry: entryId("much") })));
    expect(explained.entries.map(({ entry, reversedBy }) => [entry, reversedBy])).toEqual([
      ["much", null],
      ["refund", "back"],
      ["back", null],
    ]);
    expect(explained.entries[2]?.transfers[0]?.ground).toEqual({ kind: "takes-back", entry: "refund" });
    expect(explained.waitingCents).toBe(120_000);
  });

  test("refuses an entry that is no payment's", () => {
    const refused = explainPayment(sampleLedger(), { entry: entryId("nothing") });
    expect(Result.isFailure(refused)).toBe(true);
  });
});
