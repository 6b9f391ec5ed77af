import type { CompiledQuestion, FactDefinition } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { compileAsked } from "../law/compile-asked.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const FactsOptions = z.object(QUESTION_OPTIONS);

/** Lists the facts that a question reads, in the order they are looked at, with what each may be and who would know. */
const runFacts = async (raw: unknown, io: Io): Promise<Outcome> => {
  const options = readOptions(FactsOptions, raw);
  if (Result.isFailure(options)) return Result.fail(options.failure);
  const compiled = await compileAsked(io, options.success);
  return Result.map(compiled, (question) => {
    const facts = definitionsOf(question);
    if (options.success.json)
      sayJson(io, { jurisdiction: question.law.id, question: question.question, asOf: question.asOf, facts });
    else print(io, question, facts);
    return EXIT.ok;
  });
};

const definitionsOf = (question: CompiledQuestion): readonly FactDefinition[] =>
  question.space.axes.map((axis) => axis.definition);

const print = (io: Io, question: CompiledQuestion, facts: readonly FactDefinition[]): void => {
  const style = styleFor(io);
  say(
    io,
    style("bold", `${question.law.profile.name}: ${question.question} on ${question.asOf} reads ${facts.length} facts`),
  );
  for (const fact of facts) {
    say(io);
    say(io, `${style("cyan", fact.name)}  ${domainOf(fact)}${fact.sensitive ? style("yellow", "  sensitive") : ""}`);
    say(io, `  ${fact.question}`);
    say(io, style("dim", `  known by: ${fact.knownBy}`));
  }
};

/** What a fact may be, in a few words. */
const domainOf = (fact: FactDefinition): string => {
  switch (fact.type) {
    case "boolean":
      return "true or false";
    case "enum":
      return fact.values.join(" | ");
    case "integer":
      return `whole number of ${fact.unit}s, ${fact.min} to ${fact.max}`;
    case "date":
      return `day, ${fact.from} to ${fact.to}`;
  }
};

/** Adds `facts` to the command line. */
export const addFacts: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("facts <question>"))
    .description("list the facts that a question reads")
    .action((question: string, options: object) => choose(runFacts, { ...options, question }));
