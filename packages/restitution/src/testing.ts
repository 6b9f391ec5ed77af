export { arbitraryClaims } from "./arbitrary/arbitrary-claims.ts";
export {
  arbitraryDistribution,
  type DistributionShape,
  SAMPLE_CHOICES,
  SAMPLE_OPTIONS,
} from "./arbitrary/arbitrary-distribution.ts";
export {
  arbitraryIntent,
  commandFor,
  FIRST_DAY,
  type Intent,
  OBLIGORS,
  openingCommands,
  PAYEES,
} from "./arbitrary/arbitrary-command.ts";
export {
  arbitraryIntents,
  arbitraryLedger,
  arbitraryLedgerLaw,
  type LedgerShape,
  openedLedger,
  play,
  playOn,
  type Played,
} from "./arbitrary/arbitrary-ledger.ts";
export { SAMPLE_POLICY, SAMPLE_ROUTE, sampleLaw } from "./arbitrary/sample-law.ts";
export { LEDGER_STORE_CONTRACT, type LedgerStoreClaim } from "./store/testing/ledger-store-contract.ts";
export { openingWrites, sampleJournals, type SampleJournal, type SampleWrite } from "./store/testing/sample-writes.ts";
