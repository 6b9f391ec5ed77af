import type { EventId, JurisdictionId } from "@victim-rights/core";
import type { CompileError, RuleId } from "@victim-rights/rules";
import * as Data from "effect/Data";

/** Records of another state were given: their notices are owed under that state's law. Plan each state by itself. */
export class RecordsOfOtherJurisdiction extends Data.TaggedError("RecordsOfOtherJurisdiction")<{
  readonly jurisdiction: JurisdictionId;
  readonly events: readonly EventId[];
  readonly policy: JurisdictionId | null;
}> {
  override get message(): string {
    const events = this.events.length === 0 ? [] : [`events ${this.events.map((id) => `\`${id}\``).join(", ")}`];
    const policy = this.policy === null ? [] : [`the policy of \`${this.policy}\``];
    return `not of \`${this.jurisdiction}\`: ${[...events, ...policy].join(" and ")}; plan each jurisdiction by itself`;
  }
}

/** A rule that grants a notice does not say what is owed in the shape of a `NoticeDuty`. Load the law with this package's event parameters. */
export class DutyMalformed extends Data.TaggedError("DutyMalformed")<{
  readonly rules: readonly { readonly rule: RuleId; readonly problem: string }[];
}> {
  override get message(): string {
    return this.rules.map(({ rule, problem }) => `\`${rule}\`: ${problem}`).join("; ");
  }
}

/** Why nothing can be planned, in order of precedence: the records, the question and its rules, then the duties they state. */
export type PlannerError = RecordsOfOtherJurisdiction | CompileError | DutyMalformed;
