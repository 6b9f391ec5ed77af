import { type CompiledQuestion, type CompileError, compileQuestion, type Law } from "@victim-rights/rules";
import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { dropOldest } from "../http/drop-oldest.ts";

/** Which question, under the law of which day, with which rules turned on. */
type QuestionAsked = {
  readonly question: string;
  readonly asOf: LocalDate;
  readonly enable: readonly string[];
};

/** Compiles a question once for all who ask the same. */
type CompiledQuestions = (law: Law, asked: QuestionAsked) => Result.Result<CompiledQuestion, CompileError>;

/** So many compiled questions of a law are kept: the one that was asked longest ago goes first. */
const MOST_KEPT = 64;

/** Compiled questions, kept for the next who asks. */
export const compiledQuestions = (): CompiledQuestions => {
  const keptOf = new WeakMap<Law, Map<string, CompiledQuestion>>();
  return (law, asked) => {
    const kept = keptOf.get(law) ?? new Map<string, CompiledQuestion>();
    keptOf.set(law, kept);
    const key = [asked.question, asked.asOf, ...asked.enable.toSorted()].join(" ");
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return Result.succeed(known);
    }
    return Result.map(compileQuestion(law, asked.question, asked), (compiled) => {
      dropOldest(kept, MOST_KEPT);
      kept.set(key, compiled);
      return compiled;
    });
  };
};
