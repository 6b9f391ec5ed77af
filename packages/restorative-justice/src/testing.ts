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
export { DIALOGUE_ACTS, arbitraryMoves } from "./dialogue/arbitrary/arbitrary-moves.ts";
export { FLAWS, type Flaw, type LoudScreens, flawed } from "./dialogue/arbitrary/flaws.ts";
export {
  type CommandSetting,
  type DialogueMove,
  type PlayedStep,
  type Stage,
  playMoves,
  sampleCommand,
  setStage,
} from "./dialogue/arbitrary/play-moves.ts";
export {
  sampleFacts,
  samplePapers,
  samplePolicy,
  sampleRound,
  sampleScreened,
} from "./dialogue/arbitrary/sample-facts.ts";
export { CASE_STORE_CONTRACT, type CaseStoreClaim } from "./store/testing/case-store-contract.ts";
export { sampleSteps } from "./store/testing/sample-steps.ts";
