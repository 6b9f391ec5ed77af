import { resolve } from "node:path";
import type { Law, QuestionId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { hasProfile } from "../law/find-rules.ts";
import { loadFolder } from "../law/load-state.ts";

/** A state's law and the questions of it to look at, in the order of their files. */
export type StateQuestions = { readonly law: Law; readonly questions: readonly QuestionId[] };

/** Reads a state's folder for commands that look at its cases, question by question, or at one question alone. */
export const readState = (
  io: Io,
  { dir, question }: { readonly dir: string; readonly question?: QuestionId | undefined },
): Promise<Result.Result<StateQuestions, Failure>> => {
  const folder = resolve(io.cwd, dir);
  if (!hasProfile(folder)) return Promise.resolve(Result.fail(noState(dir)));
  return thenDo(loadFolder(folder), (law) => chooseQuestions(law, question));
};

const chooseQuestions = (law: Law, question: QuestionId | undefined): Result.Result<StateQuestions, Failure> => {
  const known = [...law.questions.keys()];
  if (question === undefined) return Result.succeed({ law, questions: known });
  return known.includes(question)
    ? Result.succeed({ law, questions: [question] })
    : Result.fail(noQuestion(question, known));
};

const noState = (dir: string): Failure =>
  failure(EXIT.badInput, [
    { where: dir, problem: "no state's folder is here", fix: "name a folder that holds a jurisdiction.json" },
  ]);

const noQuestion = (question: QuestionId, known: readonly QuestionId[]): Failure =>
  failure(EXIT.usage, [
    {
      where: "--question",
      problem: `no question \`${question}\` in this state`,
      fix: `write one of ${known.map((id) => `\`${id}\``).join(", ")}`,
    },
  ]);
