import {
  answerNext,
  concludeInterview,
  type ConcludedInterview,
  type FactDefinition,
  type Interview,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { hintFor, readAnswer } from "../facts/read-answer.ts";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { decideFailure } from "../law/compile-asked.ts";
import { type Answers, answersFrom } from "./answers-from.ts";

/** An interview as it ended, with everything that is known. */
export type HeldInterview = ConcludedInterview & { readonly facts: Interview["facts"] };

/** Puts one question after another on standard error, until none is left or the answers end. */
export const holdInterview = async (io: Io, begun: Interview): Promise<Result.Result<HeldInterview, Failure>> => {
  const answers = answersFrom(io);
  let interview = begun;
  io.err(GREETING);
  try {
    for (;;) {
      const fact = interview.compiled.law.vocabulary.get(interview.next?.fact ?? "");
      const answer = fact === undefined ? null : await ask(io, fact, answers);
      if (answer === null) break;
      const answered = answerNext(interview, answer);
      if (Result.isFailure(answered)) return Result.fail(decideFailure(answered.failure, "the answers"));
      interview = answered.success;
    }
  } finally {
    answers.close();
  }
  const concluded = Result.mapError(concludeInterview(interview), (error) => decideFailure(error, "the answers"));
  return Result.map(concluded, (all) => ({ ...all, facts: interview.facts }));
};

const GREETING =
  "Answer each question. Type `not known` when nobody can say, `skip` to leave it open, `?` for what may be typed; Ctrl-D ends.\n";

type Given = Exclude<ReturnType<typeof readAnswer>, { kind: "refused" }>;

/** Puts one question until it is answered; `null` when the answers end. */
const ask = async (io: Io, fact: FactDefinition, answers: Answers): Promise<Given | null> => {
  const style = styleFor(io, "stderr");
  io.err(
    `\n${style("bold", fact.question)}${fact.sensitive ? style("dim", "  (you may skip this)") : ""}\n${style("dim", hintFor(fact))}\n> `,
  );
  for (;;) {
    const text = await answers.next();
    if (text === null) {
      io.err("\n");
      return null;
    }
    const read = readAnswer(text, fact);
    if (read.kind !== "refused") return read;
    io.err(`write ${read.hint}\n> `);
  }
};
