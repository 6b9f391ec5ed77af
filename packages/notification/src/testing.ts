export {
  type ArbitraryLawRecords,
  arbitraryEvent,
  arbitraryOffense,
  arbitraryRecords,
  arbitraryRegistration,
} from "./arbitrary/arbitrary-records.ts";
export { arbitraryNoticeWindow } from "./arbitrary/arbitrary-window.ts";
export { inMemoryFeedStore } from "./store/in-memory-feed-store.ts";
export { inMemoryObligationStore } from "./store/in-memory-obligation-store.ts";
export { ContractBroken, type FeedStoreCase, type ObligationStoreCase } from "./store/contract/contract-case.ts";
export { feedStoreContract } from "./store/contract/feed-store-contract.ts";
export { FEED, sampleDecision, sampleFeedBatch, sampleFeedEvent } from "./store/contract/sample-feed.ts";
export { obligationStoreContract } from "./store/contract/obligation-store-contract.ts";
export {
  advanceOf,
  handOver,
  sampleBatch,
  sampleOpening,
  sampleTask,
  schedule,
} from "./store/contract/sample-records.ts";
