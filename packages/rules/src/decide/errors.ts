import * as Data from "effect/Data";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { PackUnsigned } from "../pack/errors.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { Ground } from "./determination.ts";

/** The law has no such question; `readBy` is the question whose rules read it, or `null` when it was asked directly. */
export class UnknownQuestion extends Data.TaggedError("UnknownQuestion")<{
  readonly question: QuestionId;
  readonly readBy: QuestionId | null;
  readonly known: readonly QuestionId[];
}> {
  override get message(): string {
    const reader = this.readBy === null ? "" : `, read by \`${this.readBy}\``;
    return `no question \`${this.question}\`${reader}; this law answers ${this.known.map((id) => `\`${id}\``).join(", ")}`;
  }
}

/** A rule to turn on that no question of the law has. */
export class UnknownEnabledRule extends Data.TaggedError("UnknownEnabledRule")<{ readonly rules: readonly RuleId[] }> {
  override get message(): string {
    return `no rule ${this.rules.map((id) => `\`${id}\``).join(", ")} to turn on in this law`;
  }
}

/** Questions that read each other in a circle, so that none can be answered first. */
export class QuestionCycle extends Data.TaggedError("QuestionCycle")<{ readonly cycle: readonly QuestionId[] }> {
  override get message(): string {
    return `questions read each other in a circle: ${this.cycle.map((id) => `\`${id}\``).join(" reads ")}`;
  }
}

/** Why a question cannot be compiled, in order of precedence: the signature, the question, then the rules turned on, then a circle. */
export type CompileError = PackUnsigned | UnknownQuestion | UnknownEnabledRule | QuestionCycle;

/** One thing wrong with one given fact. The message never holds the value of a sensitive fact. */
export type FactProblem = {
  readonly code: "unknown-fact" | "wrong-type" | "outside-domain";
  readonly fact: FactName;
  readonly message: string;
};

/** Facts that the vocabulary refuses: every problem at once, in the order of the facts' names. */
export class FactProblems extends Data.TaggedError("FactProblems")<{ readonly problems: readonly FactProblem[] }> {
  override get message(): string {
    return this.problems.map((problem) => problem.message).join("; ");
  }
}

/** A denial and a standing grant that it does not name, both holding for the same facts. */
export type Clash = { readonly denial: Ground; readonly grant: Ground };

/** Two rules say opposite things, whatever the missing facts turn out to be, and neither sets the other aside. */
export class RuleConflict extends Data.TaggedError("RuleConflict")<{
  readonly question: QuestionId;
  readonly clashes: readonly Clash[];
}> {
  override get message(): string {
    const pairs = this.clashes.map(({ denial, grant }) => `${cited(denial)} denies what ${cited(grant)} grants`);
    return `rules of \`${this.question}\` contradict each other: ${pairs.join("; ")}`;
  }
}

const cited = (ground: Ground): string => {
  const cites = ground.cites.map(({ source, at }) => (at === undefined ? source : `${source} ${at}`));
  return `\`${ground.rule}\` (${cites.join(", ")})`;
};

/** Why a question cannot be decided, in order of precedence: the facts, a conflict in a question read, a conflict of its own. */
export type DecideError = FactProblems | RuleConflict;

/** A receipt that the given rules and facts do not reproduce; `fields` names what differs. */
export class ReceiptDiffers extends Data.TaggedError("ReceiptDiffers")<{
  readonly question: QuestionId;
  readonly fields: readonly string[];
}> {
  override get message(): string {
    return `the receipt for \`${this.question}\` is not reproduced: ${this.fields.map((field) => `\`${field}\``).join(", ")} differ`;
  }
}
