import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BEANCOUNT_NAMES, type Ledger, openLedger, toBeancount } from "../../src/index.ts";
import { after, lawOf, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { oddLedger, standingOf } from "./odd-ledger.ts";
import { type Program, programOf, saidBy } from "./programs.ts";
import { complaintAbout, readBeancount } from "./read-journal.ts";

/** Fewer than for hledger, because beancount takes half a second to start. */
const SEEDS = [1, 2, 3, 4];

const ledgers: readonly (readonly [string, Ledger])[] = [
  ["without entries", openLedger(lawOf("us-mt"))],
  ["of an order and a payment", after(sampleLedger(), payment(4_167))],
  ...SEEDS.map((seed) => [`of random commands and odd ids, seed ${seed}`, oddLedger(seed)] as const),
];

const textOf = (ledger: Ledger): string => [...toBeancount(ledger)].join("");

/** Sums by our own accounts, those of nothing left out. */
const byAccount = (sums: Iterable<readonly [string, number]>): ReadonlyMap<string, number> =>
  new Map(
    [...sums]
      .filter(([, cents]) => cents !== 0)
      .map(([name, cents]) => [BEANCOUNT_NAMES.accountOf(name) ?? name, cents] as const),
  );

type Programs = { readonly check: Program; readonly query: Program };

let beancount: Programs | null = null;
const folder = mkdtempSync(join(tmpdir(), "victim-rights-beancount-"));

beforeAll(() => {
  const check = programOf("bean-check", "beancount");
  const query = check === null ? null : programOf("bean-query", "beancount");
  beancount = check === null || query === null ? null : { check, query };
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What beancount says of a file and what it adds up to; our own reader where there is none. */
const judged = (text: string): { readonly complaint: string; readonly balances: ReadonlyMap<string, number> } => {
  if (beancount === null) {
    const read = readBeancount(text);
    return { complaint: complaintAbout(read), balances: byAccount(read.sums) };
  }
  const path = join(folder, "ledger.beancount");
  writeFileSync(path, text);
  const complaint = saidBy(beancount.check, [path]);
  if (complaint !== "") return { complaint, balances: new Map() };
  const wanted = "SELECT account, sum(position) AS total GROUP BY account";
  const rows = beancount.query(["-f", "csv", path, wanted]).trim().split(/\r?\n/u).slice(1);
  return { complaint, balances: byAccount(rows.map(balanceIn)) };
};

/** A row such as `Assets:Held   , 41.67 USD`; an account of nothing has no amount. */
const balanceIn = (row: string): readonly [string, number] => {
  const [, name = row, dollars = "0", cents = ""] = /^(\S+) *, *(?:(-?\d+)\.(\d\d) USD)? *$/u.exec(row) ?? [];
  return [name, Number(dollars + cents)];
};

describe.each(ledgers)("the file of a ledger %s", (_name, ledger) => {
  const text = textOf(ledger);

  test("adds up to its own balances, read line by line", () => {
    const read = readBeancount(text);
    expect(byAccount(read.sums)).toEqual(standingOf(ledger));
    expect(read.asserted).toEqual(read.sums);
  });

  test("passes beancount's checks and adds up there to the cent", () => {
    expect(judged(text)).toEqual({ complaint: "", balances: standingOf(ledger) });
  });
});

test("a file in which a cent is changed is refused", () => {
  const changed = textOf(after(sampleLedger(), payment(4_167))).replace("-2000.00 ~ 0", "-2000.01 ~ 0");
  expect(judged(changed).complaint).toContain("Balance failed");
});
