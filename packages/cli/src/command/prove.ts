import { join } from "node:path";
import { LocalDate } from "@victim-rights/core";
import { FactName, type Law, QuestionId, RuleId } from "@victim-rights/rules";
import { type Property, type Proof, PropertyFile, prove } from "@victim-rights/rules/analysis";
import * as Result from "effect/Result";
import { z } from "zod";
import { readState } from "../cover/read-state.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { printAssumed, printProof } from "../prove/print-proof.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const ProveOptions = z.object({
  dir: z.string().min(1),
  properties: z.string().min(1).optional(),
  neverLoses: z.array(FactName).optional(),
  question: QuestionId.optional(),
  asOf: LocalDate,
  enable: z.array(RuleId).default([]),
  json: z.boolean().default(false),
});
type ProveOptions = z.infer<typeof ProveOptions>;

/** Proves what a state's rules must hold to, or shows somebody for whom they do not. */
const runProve = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(Result.flatMap(readOptions(ProveOptions, raw), fitTogether), (options) =>
    thenDo(readState(io, { dir: options.dir }), ({ law }) =>
      thenDo(canTurnOn(law, options), () =>
        thenDo(readProperties(io, law, options), (properties) =>
          Result.map(proveAll(law, properties, options), (proofs) => {
            if (options.json) sayJson(io, { jurisdiction: law.id, proofs });
            else print(io, proofs);
            return proofs.every(({ verdict }) => verdict.kind === "proved") ? EXIT.ok : EXIT.findings;
          }),
        ),
      ),
    ),
  );

/** An option that nothing would come of is refused: what is proved must be what was asked. */
const fitTogether = (options: ProveOptions): Result.Result<ProveOptions, Failure> => {
  const { neverLoses, properties, question } = options;
  if (neverLoses !== undefined && properties !== undefined)
    return misused("--never-loses", "`--properties` is given too", "give one of the two");
  if (neverLoses === undefined && question !== undefined)
    return misused("--question", "each property names its own question", "leave it out, or add `--never-loses`");
  return Result.succeed(options);
};

const misused = (where: string, problem: string, fix: string): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.usage, [{ where, problem, fix }]));

const canTurnOn = (law: Law, { enable }: ProveOptions): Result.Result<null, Failure> => {
  const known = new Set([...law.questions.values()].flatMap(({ file }) => file.rules.map(({ id }) => id)));
  const strange = enable.filter((id) => !known.has(id));
  return strange.length === 0
    ? Result.succeed(null)
    : misused(
        "--enable",
        `no rule ${strange.map((id) => `\`${id}\``).join(", ")} to turn on in this law`,
        "correct the id",
      );
};

/** The one asked for on the command line; else those of a file, which is the state's own when none is named. */
const readProperties = async (
  io: Io,
  law: Law,
  { dir, properties: path, neverLoses, question = "notice" }: ProveOptions,
): Promise<Result.Result<readonly Property[], Failure>> => {
  if (neverLoses !== undefined) return Result.succeed(neverLoses.map((fact) => losesNothing(fact, question)));
  if (path === undefined)
    return law.properties.length > 0
      ? Result.succeed(law.properties)
      : Result.fail(nothingToProve(join(dir, "properties.json")));
  const file = await readJsonFile(io, { path, what: "file of properties", schema: PropertyFile });
  return Result.flatMap(file, ({ jurisdiction, properties: read }) =>
    jurisdiction === law.id ? Result.succeed(read) : Result.fail(otherState(path, law)),
  );
};

const losesNothing = (fact: string, question: string): Property => ({
  name: `${fact} never loses a ground of ${question}`,
  reason: "asked for on the command line",
  question,
  neverLoses: [fact],
});

const nothingToProve = (path: string): Failure =>
  failure(EXIT.usage, [
    {
      where: path,
      problem: "no properties are here",
      fix: "write them there, name another file with `--properties`, or name facts with `--never-loses`",
    },
  ]);

const otherState = (path: string, law: Law): Failure =>
  failure(EXIT.badInput, [
    { where: `${path} $.jurisdiction`, problem: "the properties are of another state", fix: `write \`${law.id}\`` },
  ]);

/** Every property that does not fit the law is told of before anything is proved. */
const proveAll = (
  law: Law,
  properties: readonly Property[],
  { asOf, enable }: ProveOptions,
): Result.Result<readonly Proof[], Failure> => {
  const outcomes = properties.map((property) => prove(law, property, { asOf, enable }));
  const problems = outcomes.flatMap((outcome): readonly Problem[] =>
    Result.isFailure(outcome) ? [{ where: null, problem: outcome.failure.message, fix: null }] : [],
  );
  if (problems.length > 0) return Result.fail(failure(EXIT.badInput, problems));
  return Result.succeed(outcomes.flatMap((outcome) => (Result.isSuccess(outcome) ? [outcome.success] : [])));
};

const print = (io: Io, proofs: readonly Proof[]): void => {
  for (const proof of proofs) printProof(io, proof);
  say(io);
  printAssumed(io, proofs);
};

/** Adds `prove` to the command line. */
export const addProve: AddCommand = (program, choose) =>
  void program
    .command("prove <dir>")
    .description("prove what a state's rules must hold to for everybody, or show somebody for whom they do not")
    .option("--as-of <date>", "the day whose law is read, YYYY-MM-DD")
    .option("--properties <file>", "what to prove (default: properties.json in the folder)")
    .option("--never-loses <fact...>", "prove instead that more of these facts never loses anybody a ground")
    .option("--question <id>", "the question that `--never-loses` is about (default: notice)")
    .option("--enable <rule...>", "turn on rules that are off by default")
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runProve, { ...options, dir }));
