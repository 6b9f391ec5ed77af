import type { FeedStoreCase } from "./contract-case.ts";
import { feedAdmitCases } from "./feed-admit-cases.ts";
import { feedHoldCases } from "./feed-hold-cases.ts";

/**
 * The promises of the store of feeds, for any adapter under any test runner: give each case an empty store of its own and run
 * its effect; a promise that is not kept fails with `ContractBroken`.
 */
export const feedStoreContract: readonly FeedStoreCase[] = [...feedAdmitCases, ...feedHoldCases];
