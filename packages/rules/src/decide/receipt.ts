import type { JurisdictionId, LocalDate } from "@victim-rights/core";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Answer } from "./answer.ts";

/** What a replay years later needs: anyone with the same rule files and facts gets the same receipt, byte for byte. */
export type Receipt = {
  readonly version: 1;
  readonly jurisdiction: JurisdictionId;
  readonly question: QuestionId;
  readonly asOf: LocalDate;
  readonly edition: string;
  /** SHA-256 over the hashes of every rule file read, this question's and those within, in hexadecimal. */
  readonly ruleHash: string;
  /** Rules that are off by default and were turned on for this decision. */
  readonly enabled: readonly RuleId[];
  /** SHA-256 of the canonical JSON of the facts that the vocabulary names, in hexadecimal. */
  readonly factsDigest: string;
  readonly answer: Answer;
  readonly grounds: readonly RuleId[];
};
