import { advanceCases } from "./advance-cases.ts";
import { attemptCases } from "./attempt-cases.ts";
import type { ObligationStoreCase } from "./contract-case.ts";
import { eventCases } from "./event-cases.ts";
import { listCases } from "./list-cases.ts";

/**
 * The promises of the obligation store, for any adapter under any test runner: give each case an empty store of its own
 * and run its effect; a promise that is not kept fails with `ContractBroken`.
 */
export const obligationStoreContract: readonly ObligationStoreCase[] = [
  ...eventCases,
  ...advanceCases,
  ...attemptCases,
  ...listCases,
];
