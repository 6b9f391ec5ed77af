import type { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type Ledger, type LedgerError, post } from "../../src/index.ts";
import { after, command, lawOf, MONTANA_CHOICES, payment, sampleLedger } from "./sample-ledger.ts";

type Stated = Readonly<Record<string, unknown>>;

const refusal = (ledger: Ledger, stated: Stated): LedgerError | null => {
  const posted = post(ledger, command(stated));
  return Result.isFailure(posted) ? posted.failure : null;
};

const opened = sampleLedger();
const paid = after(opened, payment(12_501, { id: "p1" }));
const disbursed = after(paid, { do: "run-disbursement", minimum: "none", id: "run" });
const overpaid = after(opened, payment(600_000, { id: "all" }));
const satisfied = after(
  overpaid,
  { do: "modify-obligation", obligation: "insurer-1", cents: 0 },
  { do: "file-satisfaction", order: "order-1", id: "satisfied" },
);
const lost = after(paid, { do: "change-address", payee: "ann", address: null });
const sworn = after(opened, {
  do: "file-affidavit",
  affidavit: "a1",
  payee: "ann",
  cause: "DC-25-1",
  grade: "felony",
  losses: [
    { line: "1", category: "medical", cents: 50_000, paper: "bill 7" },
    { line: "2", category: "pain-and-suffering", cents: 90_000, paper: null },
  ],
});

const order = (stated: Stated = {}, obligation: Stated = {}): Stated => ({
  do: "enter-order",
  order: "order-2",
  cause: "DC-26-2",
  grade: "felony",
  obligations: [
    {
      id: "ann-2",
      class: "victim",
      payee: "ann",
      cents: 10_000,
      bound: [{ obligor: "first", capCents: null }],
      ...obligation,
    },
  ],
  ...stated,
});

const outside = (stated: Stated = {}): Stated => ({
  do: "record-outside-payment",
  obligor: "first",
  obligation: "ann-1",
  cents: 100,
  ...stated,
});
const moving = (stated: Stated = {}): Stated => ({
  do: "transfer-between-causes",
  obligor: "first",
  from: "ann-1",
  to: "ben-1",
  cents: 100,
  ...stated,
});
const disburse = (stated: Stated = {}): Stated => ({
  do: "disburse",
  payee: "ann",
  parts: [{ obligation: "ann-1", cents: 100 }],
  ...stated,
});
const fee = (stated: Stated = {}): Stated => ({
  do: "assess-fee",
  order: "order-1",
  rule: "us-mt/restitution/ten-percent-fee",
  obligation: "fee-1",
  class: "administration-fee",
  payee: "programme",
  ...stated,
});
const LONG_AGO = "2025-12-01";

describe("post refuses", () => {
  test.each<readonly [string, Ledger, Stated, LedgerError["_tag"]]>([
    ["an id used for something else", paid, payment(1, { id: "p1" }), "CommandExistsWithDifferentContent"],
    [
      "a clock that went back",
      paid,
      payment(1, { postedAt: "2026-03-01T00:00:00Z", effectiveOn: "2026-02-01" }),
      "PostedBeforeLast",
    ],
    [
      "a day to come",
      opened,
      payment(1, { effectiveOn: "2026-03-03", postedAt: "2026-03-02T18:00:00Z" }),
      "FutureDated",
    ],
    ["an unknown order", opened, payment(1, { towards: "order-9" }), "OrderNotFound"],
    ["an unknown obligation", opened, outside({ obligation: "none" }), "ObligationNotFound"],
    ["an unknown payee", opened, disburse({ payee: "nobody" }), "PayeeNotFound"],
    ["an unknown obligor", opened, payment(1, { obligor: "nobody" }), "ObligorNotFound"],
    [
      "an unknown affidavit",
      opened,
      { do: "decide-loss", affidavit: "a9", line: "1", approvedCents: 1 },
      "LossNotFound",
    ],
    ["an unknown line", sworn, { do: "decide-loss", affidavit: "a1", line: "9", approvedCents: 1 }, "LossNotFound"],
    ["an unknown entry", opened, { do: "reverse", entry: "none", why: "bounced" }, "EntryNotFound"],
    ["a disbursement that is none", paid, { do: "return-disbursement", disbursement: "p1" }, "EntryNotFound"],
    ["a payment that is none", disbursed, { do: "refund", payment: "run#ann", cents: 1 }, "EntryNotFound"],
    [
      "a route that is no law",
      lost,
      { do: "remit-unclaimed", payee: "ann", rule: "us-mt/restitution/none" },
      "RouteNotLaw",
    ],
    [
      "a payee opened twice",
      opened,
      { do: "open-payee", payee: "ann", kind: "estate", name: "A", address: null },
      "IdTaken",
    ],
    ["an order entered twice", opened, order({ order: "order-1" }), "IdTaken"],
    ["an obligation entered twice", opened, order({}, { id: "ann-1" }), "IdTaken"],
    [
      "an obligor bound twice",
      opened,
      order(
        {},
        {
          bound: [
            { obligor: "first", capCents: null },
            { obligor: "first", capCents: 1 },
          ],
        },
      ),
      "IdTaken",
    ],
    [
      "a payment from before its order",
      opened,
      payment(1, { towards: "order-1", effectiveOn: LONG_AGO, postedAt: "2026-03-02T18:00:00Z" }),
      "DatedBefore",
    ],
    [
      "an outside payment from before the debt",
      opened,
      outside({ effectiveOn: LONG_AGO, postedAt: "2026-03-02T18:00:00Z" }),
      "DatedBefore",
    ],
    [
      "a reversal from before the entry",
      paid,
      { do: "reverse", entry: "p1", why: "bounced", effectiveOn: "2026-02-01", postedAt: "2026-03-02T18:00:00Z" },
      "DatedBefore",
    ],
    ["no money", opened, payment(0), "AmountNotPositive"],
    ["negative money", opened, payment(-1), "AmountNotPositive"],
    ["half a cent", opened, payment(0.5), "AmountNotPositive"],
    ["what is no number", opened, outside({ cents: 1.5 }), "AmountNotPositive"],
    ["an amount no court orders", opened, payment(1_000_000_000_001), "AmountTooLarge"],
    ["another currency", opened, payment(1, { currency: "CAD" }), "WrongCurrency"],
    ["a payment on a satisfied order", satisfied, payment(1, { towards: "order-1" }), "OrderClosed"],
    ["a second satisfaction", satisfied, { do: "file-satisfaction", order: "order-1" }, "OrderClosed"],
    [
      "a payer whom the order does not bind",
      after(opened, order()),
      payment(1, { obligor: "second", towards: "order-2" }),
      "NotBound",
    ],
    [
      "an outside payer who does not owe it",
      after(opened, order()),
      outside({ obligor: "second", obligation: "ann-2" }),
      "NotBound",
    ],
    ["money to another's payee", paid, disburse({ payee: "ben" }), "PayeeMismatch"],
    ["an unknown fee", opened, fee({ rule: "us-mt/restitution/none" }), "FeeUnknown"],
    ["a fee of another class", opened, fee({ class: "fine" }), "FeeClassDiffers"],
    ["a fee assessed twice", after(opened, fee()), fee({ obligation: "fee-2" }), "IdTaken"],
    [
      "more than was claimed",
      sworn,
      { do: "decide-loss", affidavit: "a1", line: "1", approvedCents: 50_001 },
      "BeyondClaimed",
    ],
    [
      "a loss that the state does not count",
      sworn,
      { do: "decide-loss", affidavit: "a1", line: "2", approvedCents: 1 },
      "LossExcluded",
    ],
    [
      "an order for a loss that nobody approved",
      sworn,
      order({}, { losses: [{ affidavit: "a1", line: "1" }] }),
      "LossNotApproved",
    ],
    [
      "a second reversal",
      after(paid, { do: "reverse", entry: "p1", why: "bounced" }),
      { do: "reverse", entry: "p1", why: "bounced" },
      "AlreadyReversed",
    ],
    [
      "a refund of a payment that bounced",
      after(overpaid, { do: "reverse", entry: "all", why: "bounced" }),
      { do: "refund", payment: "all", cents: 1 },
      "AlreadyReversed",
    ],
    [
      "a reversal of what moves nothing",
      after(opened, {
        do: "set-plan",
        obligor: "first",
        cents: 1,
        every: "month",
        firstDueOn: "2026-03-02",
        id: "plan",
      }),
      { do: "reverse", entry: "plan", why: "posted-in-error" },
      "NotReversible",
    ],
    ["money to nobody knows where", lost, disburse(), "PayeeUnlocatable"],
    [
      "giving up money of somebody with an address",
      paid,
      { do: "remit-unclaimed", payee: "ann", rule: "us-mt/restitution/unclaimed-department" },
      "PayeeFound",
    ],
    ["an outside payment beyond the debt", opened, outside({ cents: 200_001 }), "BeyondOwed"],
    ["a transfer beyond what is owed there", overpaid, moving(), "BeyondOwed"],
    ["a transfer of what was paid out", disbursed, moving(), "BeyondHeld"],
    [
      "a disbursement of more than is payable",
      paid,
      disburse({ parts: [{ obligation: "ann-1", cents: 8_335 }] }),
      "BeyondHeld",
    ],
    ["a refund of more than waits", overpaid, { do: "refund", payment: "all", cents: 250_001 }, "BeyondHeld"],
    [
      "an order cut below what was collected",
      paid,
      { do: "modify-obligation", obligation: "ann-1", cents: 8_333 },
      "ModifiedBelowCollected",
    ],
    ["a satisfaction of what is not paid", paid, { do: "file-satisfaction", order: "order-1" }, "OrderNotPaid"],
    [
      "a reversal of what was moved on",
      after(paid, moving()),
      { do: "reverse", entry: "p1", why: "bounced" },
      "MovedSince",
    ],
    [
      "an order taken back that was paid on",
      paid,
      { do: "reverse", entry: "order-1-entered", why: "posted-in-error" },
      "MovedSince",
    ],
  ])("%s", (_what, ledger, stated, tag) => {
    expect(refusal(ledger, stated)?._tag).toBe(tag);
  });

  test("with a message of one line that says what to do, and names nobody", () => {
    const error = refusal(lost, disburse());
    expect(error?.message).toBe(
      "`ann` has no address: hold the money, and search; record the address when it is found",
    );
  });

  test("the first of several mistakes in the documented order", () => {
    const wrong = payment(-1, { obligor: "nobody", currency: "CAD" });
    expect(refusal(opened, wrong)?._tag).toBe("ObligorNotFound");
    expect(refusal(opened, { ...wrong, obligor: "first" })?._tag).toBe("AmountNotPositive");
    expect(refusal(opened, { ...wrong, obligor: "first", cents: 1 })?._tag).toBe("WrongCurrency");
  });

  test("a choice that the state's file does not offer, and posts nothing", () => {
    const misled = sampleLedger(lawOf("us-mt", { ...MONTANA_CHOICES, "five-hundred-ordered-or-remaining": "never" }));
    expect(refusal(misled, payment(100))?._tag).toBe("OptionUnknown");
  });
});

describe("post", () => {
  test("takes the same command again without effect, whenever it is posted again", () => {
    const again = payment(12_501, { id: "p1", document: "receipt" });
    const once = after(opened, again);
    const later = { ...command(again), postedAt: "2026-04-01T00:00:00.000Z" as Instant };
    expect(post(once, later)).toEqual(Result.succeed([]));
  });
});
