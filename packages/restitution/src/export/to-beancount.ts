import { addDays } from "@victim-rights/core";
import type { AccountId } from "../ledger/account.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Transfer } from "../ledger/transfer.ts";
import { BEANCOUNT_NAMES } from "./account-names.ts";
import { dollarsOf } from "./dollars.ts";
import { encodeText } from "./encode-id.ts";
import { gather } from "./gather.ts";
import { groundTags, sharedGround, type Tag } from "./ground-tags.ts";
import { type Exported, type MovedMoney, movedMoney } from "./moved-money.ts";

/**
 * The money of a ledger as a file for beancount, in pieces to be written one after another: what `toHledger` tells, in
 * beancount's words. Accounts are opened on the first day that they are used. On the day after the last, beancount checks
 * the balance of every account, with a stated tolerance of nothing, because it would otherwise pass over a cent.
 * `BEANCOUNT_NAMES.accountOf` reads an account's name back.
 */
export const toBeancount = (exported: Exported): Iterable<string> => gather(file(movedMoney(exported)));

const HEADER = `; A restitution ledger. Money: what lies on deposit (assets) is owed on to others (liabilities).
; Debts: what courts ordered is outstanding or collected. They are not the agency's own, and net to nothing.
; In names and texts -xHEX- stands for the character of that code point, and Id- comes before a small letter or a sign.

option "title" "Restitution ledger"
option "operating_currency" "USD"

`;

function* file({ entries, totals, lastDay }: MovedMoney): Generator<string, void, undefined> {
  const names = new Map([...totals.keys()].map((account) => [account, BEANCOUNT_NAMES.nameOf(account)] as const));
  yield HEADER;
  for (const [account, { since }] of totals) yield `${since} open ${names.get(account)} USD\n`;
  const padded: Padded = new Map([...names].map(([account, name]) => [account, `${name.padEnd(40)}  `]));
  for (const entry of entries) yield transactionOf(entry, padded);
  if (lastDay === null) return;
  yield "\n";
  const dayAfter = addDays(lastDay, 1);
  for (const [account, { cents }] of totals)
    yield `${dayAfter} balance ${padded.get(account)}${amountOf(cents)} ~ 0 USD\n`;
}

/** By account, its name with the room up to the amount. */
type Padded = ReadonlyMap<AccountId, string>;

const transactionOf = (entry: Entry, padded: Padded): string => {
  const { seq, id, command, transfers } = entry;
  const shared = sharedGround(transfers);
  const tags: readonly Tag[] = [
    ["entry", encodeText(id)],
    ["posted", command.postedAt],
    ...(shared === null ? [] : groundTags(shared)),
  ];
  const head = `\n${command.effectiveOn} * "${command.do} ${encodeText(id)}"\n  seq: ${seq}\n${metadata(tags, "  ")}`;
  return transfers.reduce((text, transfer) => text + postingsOf(transfer, padded, shared === null), head);
};

/** A transfer is two postings, its debit first. Both carry its ground unless the transaction does. */
const postingsOf = ({ debit, credit, cents, ground }: Transfer, padded: Padded, isTagged: boolean): string => {
  const tail = isTagged ? metadata(groundTags(ground), "    ") : "";
  return `  ${padded.get(debit)}${amountOf(cents)} USD\n${tail}  ${padded.get(credit)}${amountOf(-cents)} USD\n${tail}`;
};

const amountOf = (cents: number): string => dollarsOf(cents).padStart(13);

const metadata = (tags: readonly Tag[], indent: string): string =>
  tags.map(([name, value]) => `${indent}${name}: "${value}"\n`).join("");
