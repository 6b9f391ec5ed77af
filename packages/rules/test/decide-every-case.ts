import * as Result from "effect/Result";
import {
  type Case,
  type CompiledQuestion,
  compileQuestion,
  decide,
  evaluate,
  factsFromStated,
  type Law,
  loadLaw,
  type QuestionId,
} from "../src/index.ts";
import { readFolder } from "./law-folder.ts";

/** What every case of the folders is answered: its name, its receipt, and the grounds by the quick reading. */
export const decideEveryCase = (folders: readonly string[]): readonly unknown[] =>
  folders.flatMap((folder) => {
    const law = Result.getOrThrow(loadLaw(readFolder(folder)));
    const compile = compileOnce(law);
    return [...law.cases.values()].flatMap(({ question, cases }) =>
      cases.map((each) => answerOf(compile(question, each), each)),
    );
  });

const answerOf = (compiled: CompiledQuestion, { name, facts: stated }: Case): unknown => {
  const facts = factsFromStated(stated);
  const { receipt } = Result.getOrThrow(decide(compiled, facts));
  return { name, receipt: { ...receipt }, ids: Result.getOrThrow(evaluate(compiled, facts)).ids };
};

const compileOnce = (law: Law): ((question: QuestionId, each: Case) => CompiledQuestion) => {
  const known = new Map<string, CompiledQuestion>();
  return (question, { asOf, enable = [] }) => {
    const key = JSON.stringify([question, asOf, enable]);
    const compiled = known.get(key) ?? Result.getOrThrow(compileQuestion(law, question, { asOf, enable }));
    known.set(key, compiled);
    return compiled;
  };
};
