import { compareLocalDates, invariant, type LocalDate } from "@victim-rights/core";
import { type AccountId, kindOf, NORMAL_SIDE } from "../ledger/account.ts";
import type { Entry } from "../ledger/entry.ts";
import { entriesOf, type Ledger } from "../ledger/ledger.ts";

/** What is exported: a ledger, or entries of one from the first on. */
export type Exported = Ledger | readonly Entry[];

/** What an account comes to. */
type AccountTotal = {
  /** Debits less credits, in cents. */
  readonly cents: number;
  /** The first day that something of it moved. */
  readonly since: LocalDate;
};

/** The money that entries moved, as a journal in the order of days tells it. */
export type MovedMoney = {
  /** Those that moved something, by the day from which they count, then by their place. */
  readonly entries: readonly Entry[];
  /** By account: money before debts, then by id. */
  readonly totals: ReadonlyMap<AccountId, AccountTotal>;
  /** The last day; `null` where nothing moved. */
  readonly lastDay: LocalDate | null;
};

/** The entries of what is exported, oldest first. */
export const entriesIn = (exported: Exported): readonly Entry[] =>
  "pages" in exported ? entriesOf(exported) : exported;

/** The money that moved in what is exported. */
export const movedMoney = (exported: Exported): MovedMoney => {
  const entries = entriesIn(exported)
    .filter(({ transfers }) => transfers.length > 0)
    .toSorted((left, right) => compareLocalDates(dayOf(left), dayOf(right)) || left.seq - right.seq);
  const last = entries.at(-1);
  return { entries, totals: totalsOf(entries), lastDay: last === undefined ? null : dayOf(last) };
};

const dayOf = ({ command }: Entry): LocalDate => command.effectiveOn;

const totalsOf = (entries: readonly Entry[]): MovedMoney["totals"] => {
  const totals = new Map<AccountId, { cents: number; readonly since: LocalDate }>();
  const add = (account: AccountId, cents: number, since: LocalDate): void => {
    const total = totals.get(account);
    if (total === undefined) totals.set(account, { cents, since });
    else total.cents += cents;
  };
  for (const entry of entries) {
    const day = dayOf(entry);
    for (const { debit, credit, cents } of entry.transfers) {
      add(debit, cents, day);
      add(credit, -cents, day);
    }
  }
  for (const [account, { cents }] of totals) invariant(Number.isSafeInteger(cents), `\`${account}\` is summed exactly`);
  return new Map([...totals].toSorted(([left], [right]) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1)));
};

const KINDS = Object.keys(NORMAL_SIDE);

const rankOf = (account: AccountId): number => KINDS.indexOf(kindOf(account));
