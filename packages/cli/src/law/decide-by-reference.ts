import {
  type CompiledQuestion,
  type CompleteFacts,
  type FactDefinition,
  type Facts,
  type FactValue,
  isUncertain,
  referenceDetermination,
  type ReferenceDetermination,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import { decideAsked } from "./compile-asked.ts";

/** What the reference answers, and whether the diagram answers the same. */
export type ReferenceAnswer = ReferenceDetermination & {
  readonly engine: "reference";
  readonly agreesWithDiagram: boolean;
};

/** Decides by json-rules-engine, which needs a value for every fact that the rules read. */
export const decideByReference = async (
  compiled: CompiledQuestion,
  facts: Facts,
  where: string,
): Promise<Result.Result<ReferenceAnswer, Failure>> => {
  const diagram = decideAsked(compiled, facts, where);
  if (Result.isFailure(diagram)) return Result.fail(diagram.failure);
  const missing = diagram.success.missingForGrounds.map(({ fact }) => fact);
  const complete = completeFacts(compiled, facts, { missing, where });
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

/** Facts that matter must be given; those that can change neither the answer nor its grounds are given any value. */
const completeFacts = (
  compiled: CompiledQuestion,
  facts: Facts,
  { missing, where }: { readonly missing: readonly string[]; readonly where: string },
): Result.Result<CompleteFacts, Failure> => {
  if (missing.length > 0)
    return Result.fail(
      failure(
        EXIT.badInput,
        missing.map((name) => isMissing(name, where)),
      ),
    );
  const values = compiled.space.axes.map(({ definition }): readonly [string, FactValue] => {
    const given = facts[definition.name];
    return [definition.name, given === undefined || isUncertain(given) ? anyValue(definition) : given];
  });
  return Result.succeed(Object.fromEntries(values));
};

const isMissing = (name: string, where: string): Problem => ({
  where,
  problem: `\`${name}\` is missing and matters`,
  fix: "the reference has no notion of a missing fact: give it, or use `--engine diagram`",
});

const anyValue = (definition: FactDefinition): FactValue => {
  switch (definition.type) {
    case "boolean":
      return false;
    case "enum":
      return definition.values[0] ?? "";
    case "integer":
      return definition.min;
    case "date":
      return definition.from;
  }
};
