import type { Revision, StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import type { AccountId } from "../ledger/account.ts";
import { type Balances, balancesOf } from "./balances-of.ts";
import { type LedgerId, LedgerStore } from "./ledger-store.ts";

/** An account on which the store's postings and its journal disagree; 0 where one of them knows nothing of it. */
export type BalanceDifference = {
  readonly account: AccountId;
  readonly storedCents: number;
  readonly journalCents: number;
};

/** What came of comparing, and of which revision it holds; no difference is the one good answer. */
export type JournalComparison = { readonly revision: Revision; readonly differences: readonly BalanceDifference[] };

/**
 * Rebuilds every balance of a ledger from its journal and compares it with what the store's own postings come to. A ledger
 * that is written to meanwhile is read again.
 * @errors `StoreUnavailable`
 */
export const compareWithJournal = (ledger: LedgerId): Effect.Effect<JournalComparison, StoreUnavailable, LedgerStore> =>
  Effect.gen(function* () {
    const store = yield* LedgerStore;
    const [journal, stored] = [yield* store.read(ledger, FROM_THE_START), yield* store.balances(ledger)];
    if (journal.revision !== stored.revision) return yield* compareWithJournal(ledger);
    return { revision: stored.revision, differences: differencesIn(stored.balances, balancesOf(journal.entries)) };
  });

const FROM_THE_START = 0 as Revision;

const differencesIn = (stored: Balances, journal: Balances): readonly BalanceDifference[] =>
  [...new Set([...stored.keys(), ...journal.keys()])]
    .map((account) => ({
      account,
      storedCents: stored.get(account) ?? 0,
      journalCents: journal.get(account) ?? 0,
    }))
    .filter(({ storedCents, journalCents }) => storedCents !== journalCents);
