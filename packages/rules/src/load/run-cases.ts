import * as Result from "effect/Result";
import { compileQuestion } from "../decide/compile-question.ts";
import { decide } from "../decide/decide.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { CompileError } from "../decide/errors.ts";
import { type Facts, UNCERTAIN } from "../facts.ts";
import type { Case, StatedFact } from "../file/case-file.ts";
import type { QuestionId } from "../file/rule-file.ts";
import { differencesFrom, seenIn } from "./expected.ts";
import type { Law } from "./law.ts";

/** What became of one case: `differences` is empty when the law answered as the case expects. */
export type CaseOutcome = {
  readonly question: QuestionId;
  readonly name: string;
  readonly reason: string;
  readonly differences: readonly string[];
};

/** Runs every case of a jurisdiction, in the order of its files. */
export const runCases = (law: Law): readonly CaseOutcome[] => {
  const compile = compileOnce(law);
  return [...law.cases.values()].flatMap((file) => file.cases.map((each) => run(file.question, each, compile)));
};

/** Runs the cases of one question, in the order of its file. */
export const runCasesOf = (law: Law, question: QuestionId): readonly CaseOutcome[] => {
  const compile = compileOnce(law);
  return (law.cases.get(question)?.cases ?? []).map((each) => run(question, each, compile));
};

/** Runs one case against the law. */
export const runCase = (law: Law, question: QuestionId, each: Case): CaseOutcome =>
  run(question, each, compileOnce(law));

type Compile = (question: QuestionId, each: Case) => Result.Result<CompiledQuestion, CompileError>;

/** Most cases of a question share their day and the rules turned on: each such setting is compiled once. */
const compileOnce = (law: Law): Compile => {
  const known = new Map<string, ReturnType<Compile>>();
  return (question, { asOf, enable = [] }) => {
    const key = JSON.stringify([question, asOf, enable]);
    const compiled = known.get(key) ?? compileQuestion(law, question, { asOf, enable });
    known.set(key, compiled);
    return compiled;
  };
};

const run = (question: QuestionId, each: Case, compile: Compile): CaseOutcome => {
  const outcome = Result.flatMap(compile(question, each), (compiled) => decide(compiled, factsFromStated(each.facts)));
  const differences = Result.isFailure(outcome)
    ? [outcome.failure.message]
    : differencesFrom(each.expect, seenIn(outcome.success));
  return { question, name: each.name, reason: each.reason, differences };
};

/** Turns facts as a JSON file states them into facts: `null` is not asked, `{ "uncertain": true }` asked and not known. */
export const factsFromStated = (stated: Readonly<Record<string, StatedFact>>): Facts =>
  Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) =>
      value === null ? [] : [[name, typeof value === "object" ? UNCERTAIN : value] as const],
    ),
  );
