import type { DecideError, Law } from "@victim-rights/rules";
import type { VictimStatusError } from "@victim-rights/victim-definition";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Failing } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import { factIssues } from "./fact-issues.ts";

/** What the library decided, or why it did not, as a caller is told. */
export const decidedOr = <A>(
  result: Result.Result<A, DecideError | VictimStatusError>,
  law: Law,
): Effect.Effect<A, Failing> =>
  Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(refusal(result.failure, law));

const refusal = (error: DecideError | VictimStatusError, law: Law): Failing => {
  switch (error._tag) {
    case "FactProblems":
      return problem("bad-request", "facts do not fit", { issues: factIssues(error, law) });
    case "UnknownQuestion":
      return oneOf("$.question", "is no question of this state", [...law.questions.keys()]);
    case "PurposeUnknown":
      return oneOf("$.purpose", "is no purpose of this state", error.purposes);
    case "UnknownEnabledRule":
      return oneOf("$.enable", "names a rule that no question of this state has", []);
    case "PackUnsigned":
    case "QuestionCycle":
    case "RuleConflict":
      return error;
  }
};

const oneOf = (path: string, what: string, known: readonly string[]): Failing => {
  const fix = known.length === 0 ? "leave it out" : `give one of ${known.join(", ")}`;
  return problem("bad-request", "the request does not fit", { issues: [{ path, problem: what, fix }] });
};
