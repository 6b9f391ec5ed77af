import { resolve } from "node:path";
import type { CompiledQuestion } from "@victim-rights/rules";
import { DMN_VERSIONS, type DmnVersion, exportDmn, exportJsonRulesEngine } from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { z } from "zod";
import { writeTogether } from "../author/write-together.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { compileAsked } from "../law/compile-asked.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const FORMATS = ["json-rules-engine", "dmn"] as const;

const ExportOptions = z.object({
  ...QUESTION_OPTIONS,
  format: z.enum(FORMATS),
  dmnVersion: z.enum(DMN_VERSIONS).optional(),
  out: z.string().min(1).optional(),
});
type ExportOptions = z.infer<typeof ExportOptions>;

/** Prints or writes a question, with those it reads, for another rules engine. */
const runExport = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(Result.flatMap(readOptions(ExportOptions, raw), fitting), (options) =>
    thenDo(compileAsked(io, options), (compiled) =>
      thenDo(exported(compiled, options), (document) => Promise.resolve(deliver(io, options, document))),
    ),
  );

/** A version of DMN says nothing of another format. */
const fitting = (options: ExportOptions): Result.Result<ExportOptions, Failure> =>
  options.dmnVersion === undefined || options.format === "dmn"
    ? Result.succeed(options)
    : Result.fail(
        failure(EXIT.usage, [
          { where: "--dmn-version", problem: `\`${options.format}\` has no DMN version`, fix: "write `--format dmn`" },
        ]),
      );

/** An export: its text, and what another program is told of it. */
type Exported = { readonly text: string; readonly told: unknown; readonly questions: readonly string[] };

const exported = (
  compiled: CompiledQuestion,
  { format, dmnVersion = "1.5" }: ExportOptions,
): Promise<Result.Result<Exported, Failure>> =>
  format === "dmn" ? dmn(compiled, dmnVersion) : Promise.resolve(Result.succeed(jsonRulesEngine(compiled)));

const jsonRulesEngine = (compiled: CompiledQuestion): Exported => {
  const told = exportJsonRulesEngine(compiled);
  return { text: JSON.stringify(told, null, 2), told, questions: told.questions.map(({ question }) => question) };
};

const dmn = async (compiled: CompiledQuestion, version: DmnVersion): Promise<Result.Result<Exported, Failure>> =>
  Result.mapBoth(await exportDmn(compiled, { version }), {
    onSuccess: (told) => ({
      text: told.xml.trimEnd(),
      told,
      questions: told.decisions.map(({ question }) => question),
    }),
    onFailure: ({ message }) => failure(EXIT.usage, [{ where: null, problem: message, fix: null }]),
  });

const deliver = (io: Io, { out, json, format }: ExportOptions, { text, told, questions }: Exported): Outcome => {
  if (out === undefined) {
    if (json) sayJson(io, told);
    else say(io, text);
    return Result.succeed(EXIT.ok);
  }
  const path = resolve(io.cwd, out);
  if (!isWritten(path, `${text}\n`)) {
    const problem = "the file cannot be written";
    return Result.fail(failure(EXIT.badInput, [{ where: path, problem, fix: "name a file of your own with `--out`" }]));
  }
  if (json) sayJson(io, { format, out, questions });
  else say(io, `wrote ${out}: ${questions.join(", ")}`);
  return Result.succeed(EXIT.ok);
};

const isWritten = (path: string, text: string): boolean => {
  try {
    writeTogether(new Map([[path, text]]));
    return true;
  } catch {
    return false;
  }
};

/** Adds `export` to the command line. */
export const addExport: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("export <question>"))
    .description("write a question, with those it reads, for another engine: json-rules-engine or DMN decision tables")
    .option("--format <name>", `what to write: ${FORMATS.join(" or ")}`)
    .option("--dmn-version <version>", `${DMN_VERSIONS.join(" or ")}, which dmn-js needs (default: ${DMN_VERSIONS[0]})`)
    .option("--out <file>", "the file to write (default: print)")
    .action((question: string, options: object) => choose(runExport, { ...options, question }));
