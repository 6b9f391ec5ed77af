import type { AccountId } from "../ledger/account.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Transfer } from "../ledger/transfer.ts";
import { HLEDGER_NAMES } from "./account-names.ts";
import { dollarsOf } from "./dollars.ts";
import { encodeText } from "./encode-id.ts";
import { gather } from "./gather.ts";
import { groundTags, sharedGround, type Tag } from "./ground-tags.ts";
import { type Exported, type MovedMoney, movedMoney } from "./moved-money.ts";

/**
 * The money of a ledger as a journal for hledger, in pieces to be written one after another.
 *
 * Each entry that moves money is one transaction, on the day from which it counts: entries that were dated back stand
 * where they count. It is described by its command and its id, and tagged with its place and its ground. A last
 * transaction asserts what stands on every account, so that hledger itself checks the sums. No name and no address is in
 * it; ids are those of the ledger, written as `encodeId` and `encodeText` say, and `HLEDGER_NAMES.accountOf` reads an
 * account's name back.
 */
export const toHledger = (exported: Exported): Iterable<string> => gather(journal(movedMoney(exported)));

const HEADER = `; A restitution ledger. Money: what lies on deposit (assets) is owed on to others (liabilities).
; Debts: what courts ordered is outstanding or collected. They are not the agency's own, and net to nothing.
; In names and texts -xHEX- stands for the character of that code point.

commodity $1000.00

account assets  ; type: A
account liabilities  ; type: L
account debts  ; type: E
`;

function* journal({ entries, totals, lastDay }: MovedMoney): Generator<string, void, undefined> {
  const names = [...totals.keys()].map((account) => [account, HLEDGER_NAMES.nameOf(account)] as const);
  yield HEADER;
  for (const [, name] of names) yield `account ${name}\n`;
  const begun: Begun = new Map(names.map(([account, name]) => [account, `    ${name.padEnd(40)}  `]));
  for (const entry of entries) yield transactionOf(entry, begun);
  if (lastDay === null) return;
  yield `\n${lastDay} (balances) what stands on each account\n`;
  for (const [account, { cents }] of totals) yield `${begun.get(account)}${amountOf(0)} = $${dollarsOf(cents)}\n`;
}

/** By account, its posting up to the amount. */
type Begun = ReadonlyMap<AccountId, string>;

const transactionOf = (entry: Entry, begun: Begun): string => {
  const { seq, id, command, transfers } = entry;
  const shared = sharedGround(transfers);
  const tags: readonly Tag[] = [
    ["seq", String(seq)],
    ["posted", command.postedAt],
    ...(shared === null ? [] : groundTags(shared)),
  ];
  const head = `\n${command.effectiveOn} (${command.do}) ${encodeText(id)}${comment(tags)}\n`;
  return transfers.reduce((text, transfer) => text + postingsOf(transfer, begun, shared === null), head);
};

/** A transfer is two postings, its debit first. Both carry its ground unless the transaction does. */
const postingsOf = ({ debit, credit, cents, ground }: Transfer, begun: Begun, isTagged: boolean): string => {
  const tail = isTagged ? comment(groundTags(ground)) : "";
  return `${begun.get(debit)}${amountOf(cents)}${tail}\n${begun.get(credit)}${amountOf(-cents)}${tail}\n`;
};

const amountOf = (cents: number): string => `$${dollarsOf(cents)}`.padStart(14);

const comment = (tags: readonly Tag[]): string => `  ; ${tags.map(([name, value]) => `${name}: ${value}`).join(", ")}`;
