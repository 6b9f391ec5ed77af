import type { LocalDate } from "@victim-rights/core";
import * as Data from "effect/Data";
import * as Result from "effect/Result";
import { compileQuestion } from "../decide/compile-question.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { CompileError } from "../decide/errors.ts";
import { type Closure, questionClosure } from "../decide/question-closure.ts";
import type { QuestionId, RuleId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";

/** A thing of each side of a comparison. */
export type Pair<Item> = { readonly left: Item; readonly right: Item };

/** Which side of a comparison is meant. */
export type SideName = keyof Pair<unknown>;

/** One side of a comparison: a question of a law as it reads on a day, with the rules turned on that are off by default. */
export type DiffSide = {
  readonly law: Law;
  readonly question: QuestionId;
  readonly asOf: LocalDate;
  readonly enable?: readonly RuleId[];
};

/** A side ready to be compared. */
export type OpenSide = { readonly side: DiffSide; readonly compiled: CompiledQuestion; readonly closure: Closure };

/** One side of a comparison cannot be asked its question. */
export class SideRefused extends Data.TaggedError("SideRefused")<{
  readonly side: SideName;
  readonly because: CompileError;
}> {
  override get message(): string {
    return `the ${this.side} side cannot be asked: ${this.because.message}`;
  }
}

/** @errors `SideRefused`, the left side first. */
export const openSides = ({ left, right }: Pair<DiffSide>): Result.Result<Pair<OpenSide>, SideRefused> =>
  Result.flatMap(openSide(left, "left"), (leftSide) =>
    Result.map(openSide(right, "right"), (rightSide) => ({ left: leftSide, right: rightSide })),
  );

const openSide = (side: DiffSide, name: SideName): Result.Result<OpenSide, SideRefused> => {
  const { law, question, asOf, enable = [] } = side;
  const opened = Result.flatMap(compileQuestion(law, question, { asOf, enable }), (compiled) =>
    Result.map(questionClosure(law, question, { asOf, enable: new Set(enable) }), (closure) => ({
      side,
      compiled,
      closure,
    })),
  );
  return Result.mapError(opened, (because) => new SideRefused({ side: name, because }));
};

/** The same done to each side. */
export const onBoth = <From, To>({ left, right }: Pair<From>, make: (item: From, name: SideName) => To): Pair<To> => ({
  left: make(left, "left"),
  right: make(right, "right"),
});

/** The other side. */
export const otherSide = (name: SideName): SideName => (name === "left" ? "right" : "left");
