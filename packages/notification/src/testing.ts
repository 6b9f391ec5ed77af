export {
  type ArbitraryLawRecords,
  arbitraryEvent,
  arbitraryOffense,
  arbitraryRecords,
  arbitraryRegistration,
} from "./arbitrary/arbitrary-records.ts";
export { arbitraryNoticeWindow } from "./arbitrary/arbitrary-window.ts";
