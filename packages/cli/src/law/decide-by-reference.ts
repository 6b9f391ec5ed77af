import type { CompiledQuestion, Determination, Facts } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";

/** Stub until the rules package exports its reference. */
export const decideByReference = async (_compiled: CompiledQuestion, _facts: Facts, _where: string): Promise<Result.Result<Determination, Failure>> =>
  Result.fail(failure(EXIT.usage, [{ where: "--engine", problem: "the reference is not built in yet", fix: "use `diagram`" }]));
