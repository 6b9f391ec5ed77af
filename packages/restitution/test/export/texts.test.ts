import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dollarsOf } from "../../src/export/dollars.ts";
import { type Entry, entriesOf, openLedger, toBeancount, toHledger } from "../../src/index.ts";
import { after, lawOf, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { NEVER_EXPORTED, ODD_IDS, oddLedger } from "./odd-ledger.ts";
import { type ReadJournal, readBeancount, readHledger } from "./read-journal.ts";

const hledgerText = (...given: Parameters<typeof toHledger>): string => [...toHledger(...given)].join("");
const beancountText = (...given: Parameters<typeof toBeancount>): string => [...toBeancount(...given)].join("");

/** Two payments, the second dated back before the first, and then bounced. */
const sample = after(
  sampleLedger(),
  payment(30_000, { id: "pay 1; (cash)" }),
  payment(5_000, { id: "pay-2", effectiveOn: "2026-03-01", postedAt: "2026-03-02T18:00:00Z" }),
  { do: "reverse", id: "back", entry: "pay-2", why: "bounced" },
);

/** The entry of the sample that its order made: the first that moves something. */
const ORDERED = entriesOf(sample).find(({ transfers }) => transfers.length > 0);

const RULE_TAGS = "rule: us-mt/restitution/individuals, path: $.distribute.options.ordered.above";

const GROUNDS = [
  { rule: "us-mt/restitution/individuals", path: "$.steps[0], twice" },
  { order: "order; 1" },
  { document: "a [2026-01-02] paper" },
  { reverses: '"c-1"' },
];

const TAGS = [
  { rule: "us-mt/restitution/individuals", path: "$.steps[0]-x2C- twice" },
  { order: "order-x3B- 1" },
  { document: "a -x5B-2026-01-02] paper" },
  { reverses: "-x22-c-1-x22-" },
];

test("a journal for hledger declares, tells day by day, and asserts", () => {
  expect(hledgerText(sample)).toBe(`\
; A restitution ledger. Money: what lies on deposit (assets) is owed on to others (liabilities).
; Debts: what courts ordered is outstanding or collected. They are not the agency's own, and net to nothing.
; In names and texts -xHEX- stands for the character of that code point.

commodity $1000.00

account assets  ; type: A
account liabilities  ; type: L
account debts  ; type: E
account assets:held
account liabilities:payable:ann-1
account liabilities:payable:ben-1
account debts:ordered:ann-1
account debts:ordered:ben-1
account debts:ordered:insurer-1
account debts:ordered:programme-1
account debts:outstanding:ann-1
account debts:outstanding:ben-1
account debts:outstanding:insurer-1
account debts:outstanding:programme-1
account debts:collected:ann-1:first
account debts:collected:ben-1:first

2026-01-05 (enter-order) ${ORDERED?.id}  ; seq: 7, posted: 2026-01-05T18:00:00.000Z, order: order-1
    debts:outstanding:ann-1                         $2000.00
    debts:ordered:ann-1                            $-2000.00
    debts:outstanding:ben-1                         $1000.00
    debts:ordered:ben-1                            $-1000.00
    debts:outstanding:programme-1                    $500.00
    debts:ordered:programme-1                       $-500.00
    debts:outstanding:insurer-1                      $750.00
    debts:ordered:insurer-1                         $-750.00

2026-03-01 (receive-payment) pay-2  ; seq: 9, posted: 2026-03-02T18:00:00.000Z, ${RULE_TAGS}
    assets:held                                       $33.33
    liabilities:payable:ann-1                        $-33.33
    debts:collected:ann-1:first                       $33.33
    debts:outstanding:ann-1                          $-33.33
    assets:held                                       $16.67
    liabilities:payable:ben-1                        $-16.67
    debts:collected:ben-1:first                       $16.67
    debts:outstanding:ben-1                          $-16.67

2026-03-02 (receive-payment) pay 1-x3B- (cash)  ; seq: 8, posted: 2026-03-02T18:00:00.000Z, ${RULE_TAGS}
    assets:held                                      $200.00
    liabilities:payable:ann-1                       $-200.00
    debts:collected:ann-1:first                      $200.00
    debts:outstanding:ann-1                         $-200.00
    assets:held                                      $100.00
    liabilities:payable:ben-1                       $-100.00
    debts:collected:ben-1:first                      $100.00
    debts:outstanding:ben-1                         $-100.00

2026-03-02 (reverse) back  ; seq: 10, posted: 2026-03-02T18:00:00.000Z, reverses: pay-2
    liabilities:payable:ann-1                         $33.33
    assets:held                                      $-33.33
    debts:outstanding:ann-1                           $33.33
    debts:collected:ann-1:first                      $-33.33
    liabilities:payable:ben-1                         $16.67
    assets:held                                      $-16.67
    debts:outstanding:ben-1                           $16.67
    debts:collected:ben-1:first                      $-16.67

2026-03-02 (balances) what stands on each account
    assets:held                                        $0.00 = $300.00
    liabilities:payable:ann-1                          $0.00 = $-200.00
    liabilities:payable:ben-1                          $0.00 = $-100.00
    debts:ordered:ann-1                                $0.00 = $-2000.00
    debts:ordered:ben-1                                $0.00 = $-1000.00
    debts:ordered:insurer-1                            $0.00 = $-750.00
    debts:ordered:programme-1                          $0.00 = $-500.00
    debts:outstanding:ann-1                            $0.00 = $1800.00
    debts:outstanding:ben-1                            $0.00 = $900.00
    debts:outstanding:insurer-1                        $0.00 = $750.00
    debts:outstanding:programme-1                      $0.00 = $500.00
    debts:collected:ann-1:first                        $0.00 = $200.00
    debts:collected:ben-1:first                        $0.00 = $100.00
`);
});

test("a file for beancount opens, tells day by day, and checks on the day after", () => {
  const text = beancountText(after(sampleLedger(), payment(4_167, { id: "pay-1" })));
  const [head = "", order = "", received = "", balances = ""] = text.split(
    /\n(?=2026-01-05 \*|2026-03-02 \*|2026-03-03)/u,
  );
  expect(head.split("\n").slice(4)).toEqual([
    'option "title" "Restitution ledger"',
    'option "operating_currency" "USD"',
    "",
    "2026-03-02 open Assets:Held USD",
    "2026-03-02 open Liabilities:Payable:Id-ann-1 USD",
    "2026-03-02 open Liabilities:Payable:Id-ben-1 USD",
    ...["ann", "ben", "insurer", "programme"].map((who) => `2026-01-05 open Equity:Debts:Ordered:Id-${who}-1 USD`),
    ...["ann", "ben", "insurer", "programme"].map((who) => `2026-01-05 open Equity:Debts:Outstanding:Id-${who}-1 USD`),
    "2026-03-02 open Equity:Debts:Collected:Id-ann-1:Id-first USD",
    "2026-03-02 open Equity:Debts:Collected:Id-ben-1:Id-first USD",
    "",
  ]);
  expect(order).toContain('  order: "order-1"\n  Equity:Debts:Outstanding:Id-ann-1               2000.00 USD\n');
  expect(received).toBe(`\
2026-03-02 * "receive-payment pay-1"
  seq: 8
  entry: "pay-1"
  posted: "2026-03-02T18:00:00.000Z"
  rule: "us-mt/restitution/individuals"
  path: "$.distribute.options.ordered.above"
  Assets:Held                                       27.78 USD
  Liabilities:Payable:Id-ann-1                     -27.78 USD
  Equity:Debts:Collected:Id-ann-1:Id-first          27.78 USD
  Equity:Debts:Outstanding:Id-ann-1                -27.78 USD
  Assets:Held                                       13.89 USD
  Liabilities:Payable:Id-ben-1                     -13.89 USD
  Equity:Debts:Collected:Id-ben-1:Id-first          13.89 USD
  Equity:Debts:Outstanding:Id-ben-1                -13.89 USD
`);
  expect(balances).toBe("2026-03-03 balance Assets:Held                                       41.67 ~ 0 USD");
});

describe.each([
  ["hledger", hledgerText, readHledger],
  ["beancount", beancountText, readBeancount],
] as const)("in the text for %s", (_name, textOf, read: (text: string) => ReadJournal) => {
  test("grounds that differ stand with their own postings", () => {
    const mixed = { ...ORDERED, transfers: ORDERED?.transfers.map((each, at) => ({ ...each, ground: GROUNDS[at] })) };
    const [transaction] = read(textOf([mixed as Entry])).transactions;
    expect(transaction?.tags).not.toHaveProperty("order");
    expect(transaction?.postings.map(({ tags }) => tags)).toEqual(
      read(textOf(sampleLedger())).transactions[0]?.postings.map((_, at) => TAGS[Math.floor(at / 2)]),
    );
  });

  test("nothing is told of a ledger in which nothing moved", () => {
    expect(read(textOf(openLedger(lawOf("us-mt")))).transactions).toEqual([]);
  });

  test("entries tell the same as their ledger", () => {
    expect(textOf(entriesOf(sample))).toBe(textOf(sample));
  });

  test("how people are called and where they live stands nowhere", () => {
    for (const name of NEVER_EXPORTED) expect(textOf(oddLedger(3))).not.toContain(name);
  });

  test("odd ids are where they are looked for", () => {
    const ids = new Set(entriesOf(oddLedger(5)).map(({ id }) => String(id).replace(/ \d+(?:#.*)?$/su, "")));
    expect([...ids].filter((id) => ODD_IDS.includes(id)).length).toBeGreaterThan(10);
  });
});

test("dollars are cut from the digits of cents, up to the largest sum", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      expect(dollarsOf(cents)).toMatch(/^-?\d+\.\d\d$/u);
      expect(BigInt(dollarsOf(cents).replace(".", ""))).toBe(BigInt(cents));
    }),
    { numRuns: 2_000 },
  );
  expect([0, 5, -5, 100, -12_345].map(dollarsOf)).toEqual(["0.00", "0.05", "-0.05", "1.00", "-123.45"]);
});
