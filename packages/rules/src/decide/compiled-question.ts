import type { LocalDate } from "@victim-rights/core";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactCheck } from "./check-facts.ts";
import type { Ground } from "./determination.ts";
import type { FactDoor } from "./fact-record.ts";
import type { LeafFinder } from "./leaf.ts";
import type { QuestionDiagrams } from "./question-diagrams.ts";
import type { BoundQuestion } from "./question-model.ts";
import type { LeftOutRule } from "./select-rules.ts";

/** A question of a law on a day, ready to be decided any number of times. It never changes and holds no facts. */
export type CompiledQuestion = BoundQuestion & {
  readonly law: Law;
  readonly question: QuestionId;
  readonly asOf: LocalDate;
  readonly edition: string;
  /** SHA-256 over the hashes of the rule files read, this question's and those of the questions it reads. */
  readonly ruleHash: string;
  /** Rules of these files that are off by default and were turned on. */
  readonly enabled: readonly RuleId[];
  /** Rules of this question that do not decide, and why. */
  readonly leftOut: readonly LeftOutRule[];
  /** Checks facts against the law's vocabulary. */
  readonly check: FactCheck;
  /** Checks facts and reads them once, as `decide` needs them. */
  readonly read: FactDoor;
  /** By the rule's place in the model. */
  readonly grounds: readonly Ground[];
  /** The questions read as facts, in the order of their ids. */
  readonly within: readonly CompiledQuestion[];
  /** `null` when the rules need more nodes than allowed: then every decision evaluates the rules plainly. */
  readonly diagrams: QuestionDiagrams | null;
  readonly engine: "diagram" | "plain";
  /**
   * The outcome for facts that answer every test on their way through the diagram, without a receipt; `null` when a fact
   * is missing or out of its domain there, when rules conflict there, or when the engine is plain. It checks only the
   * facts it looks at, and looks at each once at most.
   */
  readonly leafFor: LeafFinder;
};
