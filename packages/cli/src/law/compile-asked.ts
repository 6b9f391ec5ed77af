import type { LocalDate } from "@victim-rights/core";
import {
  type CompiledQuestion,
  compileQuestion,
  decide,
  type DecideError,
  type Determination,
  type Facts,
  type Law,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { type SignatureWanted, wantsSignature } from "../pack/signature-wanted.ts";
import { loadState } from "./load-state.ts";

/** A question of a state's law on a day, as the command line asks it. */
export type Asked = SignatureWanted & {
  readonly jurisdiction: string;
  readonly rules?: string | undefined;
  readonly question: string;
  readonly asOf: LocalDate;
  readonly enable: readonly string[];
};

/** Loads the state and compiles the question. */
export const compileAsked = async (io: Io, asked: Asked): Promise<Result.Result<CompiledQuestion, Failure>> =>
  Result.flatMap(await loadState(io, asked), (law) => compileIn(law, asked));

const compileIn = (law: Law, asked: Asked): Result.Result<CompiledQuestion, Failure> => {
  const { question, asOf, enable } = asked;
  const options = { asOf, enable, requireSigned: wantsSignature(asked) };
  return Result.mapError(compileQuestion(law, question, options), (error) =>
    failure(EXIT.usage, [{ where: null, problem: error.message, fix: null }]),
  );
};

/** Decides, and tells facts that do not fit from rules that contradict each other. */
export const decideAsked = (
  compiled: CompiledQuestion,
  facts: Facts,
  where: string,
): Result.Result<Determination, Failure> =>
  Result.mapError(decide(compiled, facts), (error) => decideFailure(error, where));

export const decideFailure = (error: DecideError, where: string): Failure =>
  error._tag === "FactProblems"
    ? failure(
        EXIT.badInput,
        error.problems.map(({ message }) => ({ where, problem: message, fix: null })),
      )
    : failure(EXIT.findings, [
        { where: null, problem: error.message, fix: "correct the rules: one must override the other" },
      ]);
