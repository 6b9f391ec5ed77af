import { resolve } from "node:path";
import { formatLawFile } from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { z } from "zod";
import { filesToFormat, type LawText } from "../author/files-to-format.ts";
import { writeTogether } from "../author/write-together.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const FormatOptions = z.object({
  paths: z.array(z.string().min(1)).min(1),
  check: z.boolean().default(false),
  json: z.boolean().default(false),
});
type FormatOptions = z.infer<typeof FormatOptions>;

/** Puts files of law into the one form that they have, or says which are not in it. A file that is not JSON stops all. */
const runFormat = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(FormatOptions, raw), (options) =>
    thenDo(readAll(io, options.paths), (files) =>
      thenDo(changesIn(files), async (changed) => {
        await hearStop(io);
        if (!options.check) writeTogether(new Map(changed.map(({ file, text }) => [resolve(io.cwd, file), text])));
        print(io, options, { files: files.length, changed: changed.map(({ file }) => file) });
        return Result.succeed(options.check && changed.length > 0 ? EXIT.findings : EXIT.ok);
      }),
    ),
  );

/** A file that two of the paths name is read once. */
const readAll = async (io: Io, paths: readonly string[]): Promise<Result.Result<readonly LawText[], Failure>> => {
  const found = new Map<string, LawText>();
  for (const path of paths) {
    const files = await filesToFormat(io, path);
    if (Result.isFailure(files)) return Result.fail(files.failure);
    for (const each of files.success) found.set(resolve(io.cwd, each.file), each);
  }
  return Result.succeed([...found.values()]);
};

const changesIn = (files: readonly LawText[]): Result.Result<readonly LawText[], Failure> => {
  const problems: Problem[] = [];
  const changed = files.flatMap((each): LawText[] => {
    const text = formatLawFile(each.path, each.text);
    if (Result.isSuccess(text)) return text.success === each.text ? [] : [{ ...each, text: text.success }];
    problems.push(...text.failure.problems.map(({ problem, fix }) => ({ where: each.file, problem, fix })));
    return [];
  });
  return problems.length === 0 ? Result.succeed(changed) : Result.fail(failure(EXIT.badInput, problems));
};

type Formatted = { readonly files: number; readonly changed: readonly string[] };

const print = (io: Io, { check, json }: FormatOptions, formatted: Formatted): void => {
  if (json) return sayJson(io, formatted);
  const { files, changed } = formatted;
  say(io, `${files} ${files === 1 ? "file" : "files"}, ${changed.length} ${check ? "not in form" : "rewritten"}`);
  for (const file of changed) say(io, `  ${file}`);
};

/** Adds `format` to the command line. */
export const addFormat: AddCommand = (program, choose) =>
  void program
    .command("format <paths...>")
    .description("put a state's files into the one form that rule files have")
    .option("--check", "write nothing, and say which files are not in that form")
    .option("--json", "print JSON for another program")
    .action((paths: readonly string[], options: object) => choose(runFormat, { ...options, paths }));
