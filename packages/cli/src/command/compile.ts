import { resolve } from "node:path";
import { LocalDate } from "@victim-rights/core";
import { type Law, QuestionId } from "@victim-rights/rules";
import { type ModuleFiles, writeModules } from "@victim-rights/rules/module";
import * as Result from "effect/Result";
import { z } from "zod";
import { writeTogether } from "../author/write-together.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { loadState } from "../law/load-state.ts";
import { wantsSignature } from "../pack/signature-wanted.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addQuestionOptions, QUESTION_OPTIONS } from "./shared-options.ts";

const CompileOptions = z.object({
  ...QUESTION_OPTIONS,
  question: z.array(QuestionId).min(1).optional(),
  asOf: LocalDate,
  out: z.string().min(1),
});
type CompileOptions = z.infer<typeof CompileOptions>;

/** Writes a state's questions as static modules. */
const runCompile = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(CompileOptions, raw), (options) =>
    thenDo(loadState(io, options), (law) =>
      thenDo(filesOf(law, options), async (files) => {
        await hearStop(io);
        writeTogether(new Map([...files].map(([path, text]) => [resolve(io.cwd, options.out, path), text])));
        print(io, { law, options, files });
        return Result.succeed(EXIT.ok);
      }),
    ),
  );

const filesOf = (law: Law, options: CompileOptions): Result.Result<ModuleFiles, Failure> => {
  const { asOf, enable, question } = options;
  const wanted = question === undefined ? {} : { questions: question };
  return Result.mapError(
    writeModules(law, { asOf, enable, requireSigned: wantsSignature(options), ...wanted }),
    (error) => failure(EXIT.usage, [{ where: null, problem: error.message, fix: null }]),
  );
};

type Written = { readonly law: Law; readonly options: CompileOptions; readonly files: ModuleFiles };

const print = (io: Io, { law, options, files }: Written): void => {
  const { asOf, out, json } = options;
  const modules = [...files.keys()].filter((path) => path.endsWith(".js"));
  if (json) return sayJson(io, { jurisdiction: law.id, asOf, out, files: [...files.keys()] });
  say(io, `${law.profile.name} on ${asOf}: wrote ${modules.length} modules to ${out}`);
  for (const path of modules) say(io, `  ${path}  ${kilobytes(files.get(path) ?? "")}`);
};

const kilobytes = (text: string): string => `${Math.ceil(text.length / 1000)} kB`;

/** Adds `compile` to the command line. */
export const addCompile: AddCommand = (program, choose) =>
  void addQuestionOptions(program.command("compile"))
    .description("write a state's questions as static modules that need no code generation")
    .option("--question <id...>", "the questions to write (default: all of them)")
    .option("--out <dir>", "the folder to write to")
    .action((options: object) => choose(runCompile, options as Readonly<Record<string, unknown>>));
