import * as Data from "effect/Data";
import type { QuestionId } from "../../file/rule-file.ts";

/** The rules of a question, or of one it reads, do not fit the allowed number of diagram nodes or of table rows. */
export class TooLargeForDmn extends Data.TaggedError("TooLargeForDmn")<{
  /** The question whose tables are too large. */
  readonly question: QuestionId;
  readonly counted: "nodes" | "rows";
  /** How many were allowed. */
  readonly most: number;
}> {
  override get message(): string {
    return `\`${this.question}\` takes more than ${this.most} ${this.counted} as decision tables: allow more ${this.counted}, or export it for json-rules-engine`;
  }
}
