import { beforeAll, describe, expect, test } from "vitest";
import { HLEDGER_NAMES, type Ledger, openLedger, toHledger } from "../../src/index.ts";
import { dollarsOf } from "../../src/export/dollars.ts";
import { after, lawOf, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { oddLedger, standingOf } from "./odd-ledger.ts";
import { type Program, programOf, saidBy } from "./programs.ts";
import { complaintAbout, readHledger } from "./read-journal.ts";

const SEEDS = Array.from({ length: 12 }, (_, at) => at + 1);

const ledgers: readonly (readonly [string, Ledger])[] = [
  ["without entries", openLedger(lawOf("us-mt"))],
  ["of an order and a payment", after(sampleLedger(), payment(4_167))],
  ["of amounts that a float would blur", after(sampleLedger(), payment(10), payment(20), payment(999_999_999_999))],
  ...SEEDS.map((seed) => [`of random commands and odd ids, seed ${seed}`, oddLedger(seed)] as const),
];

const textOf = (ledger: Ledger): string => [...toHledger(ledger)].join("");

/** Sums by our own accounts, those of nothing left out. */
const byAccount = (sums: Iterable<readonly [string, number]>): ReadonlyMap<string, number> =>
  new Map(
    [...sums]
      .filter(([, cents]) => cents !== 0)
      .map(([name, cents]) => [HLEDGER_NAMES.accountOf(name) ?? name, cents] as const),
  );

type JsonRow = readonly [
  string,
  string,
  number,
  readonly { readonly aquantity: { readonly decimalMantissa: number; readonly decimalPlaces: number } }[],
];

/** What hledger says of a journal by its strictest checks and what it adds up to; our own reader where there is none. */
const judged = (text: string): { readonly complaint: string; readonly balances: ReadonlyMap<string, number> } => {
  if (hledger === null) {
    const read = readHledger(text);
    return { complaint: complaintAbout(read), balances: byAccount(read.sums) };
  }
  const complaint = saidBy(hledger, ["-f", "-", "check", "--strict", "ordereddates"], text);
  if (complaint !== "") return { complaint, balances: new Map() };
  const [rows] = JSON.parse(hledger(["-f", "-", "bal", "--flat", "-O", "json"], text)) as [readonly JsonRow[]];
  return { complaint, balances: byAccount(rows.map(([name, , , amounts]) => [name, centsOf(amounts)])) };
};

const centsOf = (amounts: JsonRow[3]): number =>
  amounts.reduce((sum, { aquantity: { decimalMantissa, decimalPlaces } }) => {
    if (decimalPlaces > 2) throw new Error("hledger knows less than a cent");
    return sum + decimalMantissa * 10 ** (2 - decimalPlaces);
  }, 0);

let hledger: Program | null = null;

beforeAll(() => {
  hledger = programOf("hledger", "hledger");
}, 300_000);

describe.each(ledgers)("the journal of a ledger %s", (_name, ledger) => {
  const text = textOf(ledger);

  test("adds up to its own balances, read line by line", () => {
    const read = readHledger(text);
    expect(byAccount(read.sums)).toEqual(standingOf(ledger));
    expect(read.asserted).toEqual(read.sums);
  });

  test("passes hledger's strictest checks and adds up there to the cent", () => {
    expect(judged(text)).toEqual({ complaint: "", balances: standingOf(ledger) });
  });
});

const small = textOf(after(sampleLedger(), payment(4_167)));

test("a balance sheet in hledger nets to nothing: what is held is what is owed on", () => {
  const sheet =
    hledger?.(["-f", "-", "balancesheet", "-O", "csv"], small) ??
    `"assets:held","$${dollarsOf(sumUnder("assets"))}"\n"Net:","${sumUnder("assets") + sumUnder("liabilities")}"`;
  expect(sheet).toContain('"assets:held","$41.67"');
  expect(sheet.trim().split("\n").at(-1)).toBe('"Net:","0"');
});

test("what a rule moved is found by its tag", () => {
  const rule = "us-mt/restitution/individuals";
  const found =
    hledger?.(["-f", "-", "bal", "assets", `tag:rule=${rule}`, "-N", "-O", "csv"], small) ??
    readHledger(small)
      .transactions.filter(({ tags }) => tags["rule"] === rule)
      .map(({ postings }) => `"${postings[0]?.account}","$${dollarsOf(sumUnder("assets"))}"`)
      .join("\n");
  expect(found).toContain('"assets:held","$41.67"');
});

test("a journal in which a cent is changed is refused", () => {
  expect(judged(small.replace("= $-2000.00", "= $-2000.01")).complaint).toContain("assertion");
});

const sumUnder = (root: string): number =>
  [...readHledger(small).sums].reduce((sum, [name, cents]) => (name.startsWith(`${root}:`) ? sum + cents : sum), 0);
