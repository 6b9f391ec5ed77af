import {
  type CompiledQuestion,
  type CompleteFacts,
  type Facts,
  type FactValue,
  isUncertain,
  referenceDetermination,
  type ReferenceDetermination,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { decideAsked } from "./compile-asked.ts";

/** What the reference answers, and whether the diagram answers the same. */
export type ReferenceAnswer = ReferenceDetermination & {
  readonly engine: "reference";
  readonly agreesWithDiagram: boolean;
};

/** Decides by json-rules-engine, which needs to be given every fact that the rules read. */
export const decideByReference = async (
  compiled: CompiledQuestion,
  facts: Facts,
  where: string,
): Promise<Result.Result<ReferenceAnswer, Failure>> => {
  const diagram = decideAsked(compiled, facts, where);
  if (Result.isFailure(diagram)) return Result.fail(diagram.failure);
  const complete = completeFacts(compiled, facts, where);
  if (Result.isFailure(complete)) return Result.fail(complete.failure);
  const { law, question, asOf, enabled } = compiled;
  const found = await referenceDetermination(law, { question, asOf, enable: enabled }, complete.success);
  const same =
    found.answer === diagram.success.answer &&
    sameRules(
      found.grounds,
      diagram.success.grounds.map(({ rule }) => rule),
    );
  return Result.succeed({ engine: "reference", ...found, agreesWithDiagram: same });
};

const sameRules = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join(" ") === other.toSorted().join(" ");

const completeFacts = (
  compiled: CompiledQuestion,
  facts: Facts,
  where: string,
): Result.Result<CompleteFacts, Failure> => {
  const names = compiled.space.axes.map(({ definition }) => definition.name);
  const known = names.flatMap((name): (readonly [string, FactValue])[] => {
    const value = facts[name];
    return value === undefined || isUncertain(value) ? [] : [[name, value]];
  });
  const complete = new Map(known);
  const missing = names.filter((name) => !complete.has(name));
  if (missing.length === 0) return Result.succeed(Object.fromEntries(complete));
  return Result.fail(
    failure(
      EXIT.badInput,
      missing.map((name) => ({
        where,
        problem: `\`${name}\` is missing`,
        fix: "the reference has no notion of a missing fact: give it, or use `--engine diagram`",
      })),
    ),
  );
};
