export { arbitraryAnswer, arbitrarySheet, quietAnswer, scaleAnswers } from "./screening/arbitrary/arbitrary-answers.ts";
export { arbitraryRound, gateInputOf, type Round, sampleApproval } from "./screening/arbitrary/arbitrary-round.ts";
export {
  answersOf,
  arbitraryScreen,
  arbitraryScreenBy,
  type ScreenForm,
  screenForms,
  type ScreenShape,
} from "./screening/arbitrary/arbitrary-screen.ts";
export { obviousInventory, type ObviousReading } from "./screening/reference/obvious-inventory.ts";
