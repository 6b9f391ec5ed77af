import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type AccountId, entriesOf, type Ledger, record, underLaw } from "../../src/index.ts";
import { bookOf } from "../../src/ledger/ledger.ts";
import { after, command, lastEntry, lawOf, MONTANA_CHOICES, payment, sampleLedger } from "./sample-ledger.ts";

const standing = (ledger: Ledger, ...accounts: readonly string[]): readonly number[] =>
  accounts.map((id) => bookOf(ledger).accounts.get(id as AccountId)?.cents ?? 0);

const opened = sampleLedger();

/** A judgment with a debt below $500 and one above: ARM 20.12.111 does not say how they go together. */
const SMALL_AND_LARGE = {
  do: "enter-order",
  order: "order-2",
  cause: "DC-26-2",
  grade: "felony",
  effectiveOn: "2026-01-06",
  obligations: [
    { id: "ann-2", class: "victim", payee: "ann", cents: 20_000, bound: [{ obligor: "first", capCents: null }] },
    { id: "ben-2", class: "victim", payee: "ben", cents: 100_000, bound: [{ obligor: "first", capCents: null }] },
  ],
};

describe("a payment", () => {
  test("is divided by the state's order: $125.01 among debts of $2,000 and $1,000 gives $83.34 and $41.67", () => {
    const ledger = after(opened, payment(12_501));
    expect(standing(ledger, "payable/ann-1", "payable/ben-1", "held")).toEqual([8_334, 4_167, 12_501]);
    expect(standing(ledger, "collected/ben-1/first", "outstanding/ben-1", "ordered/ben-1")).toEqual([
      4_167, 95_833, 100_000,
    ]);
  });

  test("names the provision of each cent, and the choices with who made them", () => {
    const { transfers, choices } = lastEntry(opened, payment(12_501));
    expect(transfers[0]?.ground).toEqual({
      rule: "us-mt/restitution/individuals",
      path: "$.distribute.options.ordered.above",
    });
    expect(
      choices.map(({ choice, option, decidedBy, decidedOn }) => [choice, option, decidedBy, decidedOn]),
    ).toContainEqual(["five-hundred-ordered-or-remaining", "ordered", "restitution officer", "2026-01-02"]);
  });

  test("waits whole where the law leaves open how to go on, and moves once the agency has chosen", () => {
    const undecided = sampleLedger(lawOf("us-mt"));
    const held = after(undecided, SMALL_AND_LARGE, payment(15_000, { id: "p1", towards: "order-2" }));
    const [entry] = entriesOf(held).slice(-1);
    expect(entry?.waiting).toMatchObject({
      because: "discretion-needed",
      cents: 15_000,
      choice: { id: "small-and-large-together" },
    });
    expect(standing(held, "held", "unallocated/p1")).toEqual([15_000, 15_000]);
    const settled = after(underLaw(held, lawOf("us-mt", MONTANA_CHOICES)), { do: "allocate-held", payment: "p1" });
    expect(standing(settled, "unallocated/p1", "payable/ann-2", "payable/ben-2")).toEqual([0, 15_000, 0]);
  });

  test("tells money that outlasts the debts from money that the order of payment leaves", () => {
    const because = (cents: number) => lastEntry(opened, payment(cents)).waiting?.because;
    expect([because(400_000), because(425_001)]).toEqual(["no-step-reaches", "no-step-reaches"]);
    const paid = after(opened, { do: "modify-obligation", obligation: "insurer-1", cents: 0 });
    expect(lastEntry(paid, payment(400_000)).waiting?.because).toBe("nothing-owed");
  });

  test("waits where every debt that the order reaches is paid: insurers are not named by ARM 20.12.111", () => {
    const ledger = after(opened, payment(400_000, { id: "p1" }));
    expect(standing(ledger, "unallocated/p1", "outstanding/insurer-1", "payable/programme-1")).toEqual([
      50_000, 75_000, 50_000,
    ]);
    const refunded = after(ledger, { do: "refund", payment: "p1", cents: 50_000 });
    expect(standing(refunded, "unallocated/p1", "held")).toEqual([0, 350_000]);
  });

  test("of a co-defendant counts against the one debt, and no further than their cap", () => {
    const capped = after(opened, {
      do: "enter-order",
      order: "order-2",
      cause: "DC-26-2",
      grade: "felony",
      effectiveOn: "2026-01-06",
      obligations: [
        {
          id: "ann-2",
          class: "victim",
          payee: "ann",
          cents: 90_000,
          bound: [
            { obligor: "first", capCents: null },
            { obligor: "second", capCents: 30_000 },
          ],
        },
      ],
    });
    const ledger = after(
      capped,
      payment(50_000, { obligor: "second", towards: "order-2", id: "p2" }),
      payment(60_000, { obligor: "first", towards: "order-2" }),
    );
    expect(standing(ledger, "collected/ann-2/second", "unallocated/p2", "outstanding/ann-2")).toEqual([
      30_000, 20_000, 0,
    ]);
  });
});

describe("a payment that bounces", () => {
  test("gives every balance back", () => {
    const ledger = after(opened, payment(12_501, { id: "p1" }), { do: "reverse", entry: "p1", why: "bounced" });
    expect(standing(ledger, "held", "payable/ann-1", "outstanding/ann-1")).toEqual([0, 0, 200_000]);
  });

  test("after it was paid out asks nothing back of the payee: what is collected next makes up for it", () => {
    const bounced = after(
      opened,
      payment(12_501, { id: "p1" }),
      { do: "run-disbursement", minimum: "none" },
      { do: "reverse", entry: "p1", why: "bounced" },
    );
    expect(standing(bounced, "held", "payable/ann-1", "outstanding/ann-1")).toEqual([-12_501, -8_334, 200_000]);
    const again = after(bounced, payment(12_501));
    expect(standing(again, "held", "payable/ann-1", "outstanding/ann-1")).toEqual([0, 0, 191_666]);
  });

  test("is not taken back before what was allocated of it later", () => {
    const undecided = after(
      sampleLedger(lawOf("us-mt")),
      SMALL_AND_LARGE,
      payment(15_000, { id: "p1", towards: "order-2" }),
    );
    const settled = after(underLaw(undecided, lawOf("us-mt", MONTANA_CHOICES)), {
      do: "allocate-held",
      payment: "p1",
      id: "settled",
      effectiveOn: "2026-03-10",
    });
    const back = { do: "reverse", entry: "p1", why: "bounced", postedAt: "2026-03-12T18:00:00Z" };
    const early = record(settled, command({ ...back, effectiveOn: "2026-03-05" }));
    expect(Result.isFailure(early) && early.failure).toMatchObject({ _tag: "DatedBefore", what: "settled" });
    const { entries } = Result.getOrThrow(record(settled, command({ ...back, effectiveOn: "2026-03-11" })));
    expect(entries.map(({ reverses }) => reverses)).toEqual(["settled", "p1"]);
  });

  test("takes back what was allocated of it later, and a satisfaction that rested on it", () => {
    const paidUp = after(
      opened,
      { do: "modify-obligation", obligation: "insurer-1", cents: 0 },
      payment(350_000, { id: "p1" }),
      { do: "file-satisfaction", order: "order-1", id: "done" },
    );
    const { ledger, entries } = Result.getOrThrow(
      record(paidUp, command({ do: "reverse", entry: "p1", why: "bounced" })),
    );
    expect(entries.map(({ reverses }) => reverses)).toEqual(["done", "p1"]);
    expect(bookOf(ledger).orders.values().next().value?.satisfiedBy).toBeNull();
  });
});

describe("a disbursement run", () => {
  test("by Montana's rule pays a balance above $25 after a month, and $25 or less after a quarter", () => {
    const ledger = after(opened, payment(6_000, { effectiveOn: "2026-03-02" }));
    const run = (on: string) =>
      Result.getOrThrow(
        record(ledger, command({ do: "run-disbursement", minimum: "by-rule", effectiveOn: on })),
      ).entries.flatMap(({ payee }) => payee ?? []);
    expect(run("2026-04-01")).toEqual([]);
    expect(run("2026-04-02")).toEqual(["ann"]);
    expect(run("2026-06-02")).toEqual(["ann", "ben"]);
  });

  test("holds the money of a payee without an address, who gets it once found", () => {
    const lost = after(opened, payment(12_501), { do: "change-address", payee: "ann", address: null });
    const run = after(lost, { do: "run-disbursement", minimum: "none" });
    expect(standing(run, "payable/ann-1", "payable/ben-1", "held")).toEqual([8_334, 0, 8_334]);
    const found = after(run, { do: "change-address", payee: "ann", address: "2 New Street" });
    expect(standing(after(found, { do: "run-disbursement", minimum: "none" }), "held")).toEqual([0]);
  });
});

describe("money that comes back", () => {
  const returned = after(
    opened,
    payment(12_501),
    { do: "run-disbursement", minimum: "none", id: "run" },
    { do: "return-disbursement", disbursement: "run#ann", id: "back" },
  );

  test("is held as unclaimed, and payable again once the payee is found", () => {
    expect(standing(returned, "unclaimed/ann-1", "held")).toEqual([8_334, 8_334]);
    const found = after(returned, { do: "reissue", payee: "ann" });
    expect(standing(found, "unclaimed/ann-1", "payable/ann-1")).toEqual([0, 8_334]);
  });

  test("of a payee whom nobody finds goes to the state as abandoned property (ARM 20.12.111(4))", () => {
    const rule = "us-mt/restitution/unclaimed-department";
    const lost = after(returned, { do: "change-address", payee: "ann", address: null });
    const entry = lastEntry(lost, { do: "remit-unclaimed", payee: "ann", rule });
    expect(entry.transfers).toEqual([
      { debit: "unclaimed/ann-1", credit: "held", cents: 8_334, ground: { rule, path: "$" } },
    ]);
  });
});

describe("a fee", () => {
  test("of ten percent stands on top of what was ordered, for the provision that gives it (MCA 46-18-241(2)(a))", () => {
    const ledger = after(opened, {
      do: "assess-fee",
      order: "order-1",
      rule: "us-mt/restitution/ten-percent-fee",
      obligation: "fee-1",
      class: "administration-fee",
      payee: "programme",
    });
    expect(standing(ledger, "ordered/fee-1", "outstanding/fee-1", "outstanding/ann-1")).toEqual([
      42_500, 42_500, 200_000,
    ]);
  });
});

describe("losses", () => {
  test("sworn to, objected to, amended and approved carry an obligation as far as they were approved", () => {
    const about = { affidavit: "a1", payee: "ann", cause: "DC-26-2", grade: "felony" };
    const approved = after(
      opened,
      { do: "file-affidavit", ...about, losses: [{ line: "1", category: "medical", cents: 50_000, paper: "bill 7" }] },
      { do: "object-to-loss", affidavit: "a1", line: "1", obligor: "first" },
      { do: "amend-loss", affidavit: "a1", loss: { line: "1", category: "medical", cents: 45_000, paper: "bill 8" } },
      { do: "decide-loss", affidavit: "a1", line: "1", approvedCents: 44_000 },
    );
    const ordering = (cents: number) =>
      record(
        approved,
        command({
          do: "enter-order",
          order: "order-2",
          cause: "DC-26-2",
          grade: "felony",
          obligations: [
            {
              id: "ann-2",
              class: "victim",
              payee: "ann",
              cents,
              bound: [{ obligor: "first", capCents: null }],
              losses: [{ affidavit: "a1", line: "1" }],
            },
          ],
        }),
      );
    expect(Result.isSuccess(ordering(44_000))).toBe(true);
    expect(Result.isFailure(ordering(44_001))).toBe(true);
  });
});
