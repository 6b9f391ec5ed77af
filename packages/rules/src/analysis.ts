/** What can be proved of a question's rules: regions, gaps, conflicts, proofs, differences, coverage and mutants. */
export { analyzeQuestion, type AnalysisOptions } from "./analyze/analyze-question.ts";
export type {
  AnalysisReport,
  Assumptions,
  ConflictRegions,
  QuestionFindings,
  RuleFinding,
  TooLarge,
} from "./analyze/analysis-report.ts";
export { coverCases, type CoverageOptions } from "./cover/cover-cases.ts";
export type {
  ConditionCoverage,
  CoverageReport,
  FactCoverage,
  RuleCoverage,
  Shown,
  Tally,
} from "./cover/coverage-report.ts";
export type { CaseFacts } from "./cover/witness.ts";
export { diffLaws, differs, type LawDiff, type LawDiffOptions, type LawSide } from "./diff/diff-laws.ts";
export { diffQuestions } from "./diff/diff-questions.ts";
export type {
  Difference,
  DifferenceHead,
  DifferenceRegion,
  EffectField,
  FieldChange,
  Verdict,
  Witness,
} from "./diff/difference.ts";
export type { DomainDifference, Incomparable } from "./diff/join-facts.ts";
export type { SideNames } from "./diff/landmarks.ts";
export type { OneSided, OneSidedRegion } from "./diff/one-sided.ts";
export type { ComparedSide, DiffOptions, NotDecided, QuestionDiff } from "./diff/question-diff.ts";
export { type DiffSide, type Pair, type SideName, SideRefused } from "./diff/side.ts";
export type { TextChange } from "./diff/text-change.ts";
export { Implication, NeverLoses, Property, PropertyFile } from "./file/property-file.ts";
export { type ProofError, PropertyRejected } from "./proof/errors.ts";
export type { ProofOptions } from "./proof/proof-setting.ts";
export { type Proof, prove } from "./proof/prove.ts";
export type { Counterexample, Loss, Outcome, Somebody, Verdict as ProofVerdict } from "./proof/verdict.ts";
export { type Region, regionInWords, type Regions, type RegionTest } from "./region/region.ts";
export { type CasesToWrite, casesToWrite, type CaseToWrite, type ExpectationToAdd } from "./mutation/cases-to-write.ts";
export type { MutantKind } from "./mutation/mutant.ts";
export { mutateCases, type MutationOptions } from "./mutation/mutate-cases.ts";
export type {
  KilledMutant,
  MutantTold,
  MutationReport,
  RuleMutation,
  SurvivingMutant,
  WitnessOutcome,
} from "./mutation/mutation-report.ts";
