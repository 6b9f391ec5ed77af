export { type CompileOptions, compileQuestion } from "./decide/compile-question.ts";
export type { CompiledQuestion } from "./decide/compiled-question.ts";
export { decide } from "./decide/decide.ts";
export { decideText, type TextForm } from "./decide/decide-text.ts";
export {
  type Clash,
  type CompileError,
  type DecideError,
  type FactProblem,
  FactProblems,
  QuestionCycle,
  ReceiptDiffers,
  RuleConflict,
  UnknownEnabledRule,
  UnknownQuestion,
} from "./decide/errors.ts";
export { evaluate } from "./decide/evaluate.ts";
export { type ConflictFound, findConflicts } from "./decide/find-conflicts.ts";
export type { EvaluatedLeaf } from "./decide/leaf.ts";
export { type CostOf, usualCost } from "./interview/asking-cost.ts";
export {
  answerNext,
  beginInterview,
  type Interview,
  type InterviewAnswer,
  type InterviewStep,
} from "./interview/interview.ts";
export { nextQuestion } from "./interview/next-question.ts";
export {
  type ConcludedInterview,
  concludeInterview,
  replayInterview,
  Transcript,
  TranscriptDiffers,
} from "./interview/transcript.ts";
export { replay } from "./decide/replay.ts";
export { isInForce } from "./decide/select-rules.ts";
export type { Answer } from "./decide/answer.ts";
export type { Determination, Ground, MissingFact, OverriddenGround } from "./decide/determination.ts";
export { type DeterminationOutline, type MissingFactOutline, outlineOf } from "./decide/outline.ts";
export type { Receipt } from "./decide/receipt.ts";
export { explainInWords } from "./explain/explain-in-words.ts";
export { LEFT_OUT_BECAUSE } from "./explain/left-out-words.ts";
export type {
  Change,
  Explanation,
  LeftOutGround,
  Reason,
  TestReason,
  WhyGround,
  WhyNotGround,
} from "./explain/explanation.ts";
export { explain } from "./explain/explain.ts";
export { type Facts, type FactValue, isUncertain, UNCERTAIN, type Uncertain } from "./facts.ts";
export { Case, CaseFile, StatedFact } from "./file/case-file.ts";
export { Condition, FactLiteral, Leaf, Operator } from "./file/condition.ts";
export {
  Agency,
  Channel,
  JurisdictionFile,
  LawRowsFile,
  NotEncodedFile,
  NotEncodedReason,
} from "./file/jurisdiction-file.ts";
export { InForce, QuestionId, Reading, Rule, RuleEvent, RuleFile, RuleId } from "./file/rule-file.ts";
export { coverage, type RowCoverage } from "./load/coverage.ts";
export type { Law, QuestionSource } from "./load/law.ts";
export { formatProblem, type LawProblem, type LawProblemCode, LawRejected } from "./load/law-problem.ts";
export { readFile as readLawFile, readValue as readLawValue, type ReadOutcome } from "./load/read-file.ts";
export type { LawFiles } from "./load/law-files.ts";
export { loadLaw, type LoadOptions } from "./load/load-law.ts";
export { type CaseOutcome, factsFromStated, runCase, runCases } from "./load/run-cases.ts";
export { channelFactName } from "./load/vocabulary-of.ts";

export { mergeDrafts, type FactDraft, type MergedFacts } from "./projection/fact-draft.ts";
export { dayOfEvent, type EventSetting } from "./projection/event-projection.ts";
export { factsOfPair, type PairRecords } from "./projection/facts-of-pair.ts";
export {
  referenceDetermination,
  type ReferenceDetermination,
  type ReferenceQuestion,
} from "./reference/reference-determination.ts";
export type { CompleteFacts } from "./reference/reference-holds.ts";
export { BASE_VOCABULARY } from "./vocabulary/base-vocabulary.ts";
export { FactDefinition, FactName, KnownBy, type Vocabulary } from "./vocabulary/fact-definition.ts";
