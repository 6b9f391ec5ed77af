import type { Instant } from "@victim-rights/core";
import { Command } from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readText, schemaProblems } from "../io/read-json-file.ts";

/** A command, and where it stands in the file. */
export type PlacedCommand = { readonly where: string; readonly command: Command };

/** Where the commands are, and when those are posted that do not say. */
export type CommandsFile = { readonly path: string; readonly postedAt: Instant };

/** Reads commands as JSON Lines or as one JSON array; the problems of all of them come at once, and none quotes its content. */
export const readCommands = async (
  io: Io,
  { path, postedAt }: CommandsFile,
): Promise<Result.Result<readonly PlacedCommand[], Failure>> => {
  const text = await readText(io, path);
  if (text === null) return refuse([{ where: path, problem: "no such file of commands", fix: "check the path" }]);
  const read = valuesIn(path, text).map((value) => commandFrom(value, postedAt));
  const problems = read.flatMap((each) => (Result.isFailure(each) ? each.failure : []));
  return problems.length > 0
    ? refuse(problems)
    : Result.succeed(read.flatMap((each) => Result.getOrElse(each, () => [])));
};

const refuse = (problems: readonly Problem[]): Result.Result<never, Failure> =>
  Result.fail(failure(EXIT.badInput, problems));

/** A value of the file and its path there; `undefined` when it is not JSON. */
type Value = { readonly where: string; readonly above: readonly PropertyKey[]; readonly value: unknown };

const valuesIn = (path: string, text: string): readonly Value[] => {
  if (!text.trimStart().startsWith("[")) return linesIn(path, text);
  const value = parse(text);
  return Array.isArray(value)
    ? value.map((each: unknown, at) => ({ where: path, above: [at], value: each }))
    : [{ where: path, above: [], value: undefined }];
};

const linesIn = (path: string, text: string): readonly Value[] =>
  text
    .split("\n")
    .map((line, at) => ({ where: `${path} line ${at + 1}`, line }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ where, line }) => ({ where, above: [], value: parse(line) }));

/** The parser's own message is never passed on: it quotes the line. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const commandFrom = (
  { where, above, value }: Value,
  postedAt: Instant,
): Result.Result<readonly PlacedCommand[], readonly Problem[]> => {
  if (value === undefined)
    return Result.fail([
      { where, problem: "not JSON", fix: "write one JSON object a line, or one JSON array of them" },
    ]);
  const read = Command.safeParse(stamped(value, postedAt));
  return read.success
    ? Result.succeed([
        { where: above.length === 0 ? where : `${where} $[${above.map(String).join("")}]`, command: read.data },
      ])
    : Result.fail(schemaProblems(where, read.error, above));
};

const stamped = (value: unknown, postedAt: Instant): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { postedAt, ...value } : value;
