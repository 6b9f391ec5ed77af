export { arbitraryConditions, arbitraryLeaf, type ConditionNames } from "./arbitrary/arbitrary-condition.ts";
export { arbitraryCompleteFacts, arbitraryFacts } from "./arbitrary/arbitrary-facts.ts";
export { type ArbitraryLaw, arbitraryLaw, type LawSize, SAMPLE_QUESTION } from "./arbitrary/arbitrary-law.ts";
export { arbitraryRules, SAMPLE_DAY, sampleRule } from "./arbitrary/arbitrary-rules.ts";
export { arbitraryVocabulary, SMALL_FACTS } from "./arbitrary/arbitrary-vocabulary.ts";
export { sampleLaw, type SampleRules } from "./arbitrary/sample-law.ts";
export { SAMPLE_PROFILE } from "./arbitrary/sample-profile.ts";
