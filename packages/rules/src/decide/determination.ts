import type { Citation, JurisdictionId, LocalDate, Verification, VerificationStatus } from "@victim-rights/core";
import type { Reading, RuleEvent, RuleId, QuestionId } from "../file/rule-file.ts";
import type { FactName, KnownBy } from "../vocabulary/fact-definition.ts";
import type { Answer } from "./answer.ts";
import type { Receipt } from "./receipt.ts";

/** A rule on which an answer rests, with what a reader needs to check it. */
export type Ground = {
  readonly rule: RuleId;
  readonly title: string;
  /** `policy` is the agency's own practice beyond the law, turned on by name. */
  readonly basis: "law" | "policy";
  readonly cites: readonly Citation[];
  readonly verified: Verification;
  readonly reading: Reading | null;
  readonly event: RuleEvent;
  readonly notes: readonly string[];
};

/** A grant that holds and is set aside; `by` are the denials that name it and hold for some completion of the missing facts. */
export type OverriddenGround = { readonly ground: Ground; readonly by: readonly Ground[] };

/** A fact that is missing and matters. `unknown` leads to a question; `uncertain` was asked and leads to a person. */
export type MissingFact = {
  readonly fact: FactName;
  readonly state: "unknown" | "uncertain";
  readonly question: string;
  readonly knownBy: KnownBy;
  readonly sensitive: boolean;
};

/** What the law answers to one question for one set of facts, and everything that answer rests on. */
export type Determination = {
  readonly jurisdiction: JurisdictionId;
  readonly question: QuestionId;
  readonly asOf: LocalDate;
  readonly edition: string;
  readonly answer: Answer;
  /** Grants that hold and stand however the missing facts turn out. */
  readonly grounds: readonly Ground[];
  /** Grants that stand for some completions of the missing facts and not for others. */
  readonly possibleGrounds: readonly Ground[];
  /** Grants that are overridden however the missing facts turn out. */
  readonly overridden: readonly OverriddenGround[];
  /** Only the facts that could change the answer. */
  readonly missing: readonly MissingFact[];
  /** The facts that could change which grants stand; a superset of `missing`. */
  readonly missingForGrounds: readonly MissingFact[];
  /** The determinations of the questions this one reads as facts, for the same facts. */
  readonly within: readonly Determination[];
  /** The weakest check among the grounds and the grounds within; `null` when there is none. */
  readonly weakestVerification: VerificationStatus | null;
  /** `plain` when the rule set was too large for a diagram: same answers, slower. */
  readonly engine: "diagram" | "plain";
  readonly receipt: Receipt;
};
