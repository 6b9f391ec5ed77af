import type { AccountId } from "../ledger/account.ts";
import type { Entry } from "../ledger/entry.ts";

/** What stands on each account: cents debited less cents credited. Accounts on which nothing stands are left out. */
export type Balances = ReadonlyMap<AccountId, number>;

/** One side of a transfer: cents that an account is debited with, negative where it is credited. */
export type Posting = { readonly account: AccountId; readonly cents: number };

/** Both sides of every transfer of an entry, in their order; they sum to 0. */
export const postingsOf = ({ transfers }: Pick<Entry, "transfers">): readonly Posting[] =>
  transfers.flatMap(({ debit, credit, cents }) => [
    { account: debit, cents },
    { account: credit, cents: -cents },
  ]);

/** What the journal comes to: every posting of every entry, summed by account. */
export const balancesOf = (entries: readonly Entry[]): Balances => {
  const sums = new Map<AccountId, number>();
  for (const { account, cents } of entries.flatMap(postingsOf)) sums.set(account, (sums.get(account) ?? 0) + cents);
  return new Map([...sums].filter(([, cents]) => cents !== 0));
};
