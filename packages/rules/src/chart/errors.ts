import * as Data from "effect/Data";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import { suggestion } from "../vocabulary/nearest-name.ts";

/** A rule to print that the question does not have. */
export class UnknownRule extends Data.TaggedError("UnknownRule")<{
  readonly rule: RuleId;
  readonly question: QuestionId;
  readonly known: readonly RuleId[];
}> {
  override get message(): string {
    const [first] = this.known;
    const example = first === undefined ? "it has none" : `its rules are named as \`${first}\` is`;
    return `no rule \`${this.rule}\` in \`${this.question}\`; ${suggestion(this.rule, this.known, example)}`;
  }
}

/** A rule whose chart has more nodes than allowed. */
export class ChartTooLarge extends Data.TaggedError("ChartTooLarge")<{
  readonly rule: RuleId;
  /** How many nodes the chart would have; `null` when they are too many to count. */
  readonly nodes: number | null;
  readonly maxNodes: number;
}> {
  override get message(): string {
    const size = this.nodes === null ? "too many nodes to count" : `${this.nodes} nodes`;
    return `the chart of \`${this.rule}\` would have ${size}, and ${this.maxNodes} are allowed`;
  }
}
