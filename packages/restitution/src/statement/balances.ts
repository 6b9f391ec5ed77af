import { type AccountId, kindOf, NORMAL_SIDE } from "../ledger/account.ts";
import type { Entry } from "../ledger/entry.ts";
import { isInView, type View } from "./view.ts";

/** Cents by account, on the side that makes the account larger. An account that is not there has none. */
export type Balances = ReadonlyMap<AccountId, number>;

/** The balances that entries come to, folded from nothing; those out of a view are left out. */
export const balancesOf = (entries: readonly Entry[], view?: View): Balances => {
  const balances = new Map<AccountId, number>();
  for (const { command, transfers } of entries) {
    if (view !== undefined && !isInView(command, view)) continue;
    for (const { debit, credit, cents } of transfers) {
      add(balances, debit, cents);
      add(balances, credit, -cents);
    }
  }
  return balances;
};

const add = (balances: Map<AccountId, number>, account: AccountId, debited: number): void => {
  const signed = NORMAL_SIDE[kindOf(account)] === "debit" ? debited : -debited;
  balances.set(account, (balances.get(account) ?? 0) + signed);
};
