import { stat } from "node:fs/promises";
import { basename } from "node:path";
import * as Result from "effect/Result";
import type { CompiledSource } from "../mapping/compile-mapping.ts";
import { columnsOf } from "./columns-of.ts";
import type { FeedFile, FileProblem } from "./feed-file.ts";
import { peekLine } from "./peek.ts";
import { readJsonLine } from "./read-jsonl.ts";
import { splitRecord } from "./split-record.ts";

/** Finds which source of the mapping each file is. Every file that is missing, empty or not recognised is reported at once. */
export const recogniseFiles = async (
  paths: readonly string[],
  sources: readonly CompiledSource[],
): Promise<Result.Result<readonly FeedFile[], readonly FileProblem[]>> => {
  const outcomes = await Promise.all(paths.map((path) => recognise(path, sources)));
  const problems = outcomes.filter(Result.isFailure).flatMap((outcome) => outcome.failure);
  return problems.length > 0
    ? Result.fail(problems)
    : Result.succeed(outcomes.filter(Result.isSuccess).map((outcome) => outcome.success));
};

type Outcome = Result.Result<FeedFile, readonly FileProblem[]>;

const recognise = async (path: string, sources: readonly CompiledSource[]): Promise<Outcome> => {
  const bytes = await sizeOf(path);
  const file = basename(path);
  if (bytes === null) return Result.fail([{ file: path, problem: "no such file", fix: "check the path" }]);
  const candidates = await Promise.all(sources.map((source) => tryAs(path, bytes, source)));
  const firstLine = await peekLine(path, "utf8");
  if (firstLine === null) return Result.fail([emptyFile(file)]);
  const found = candidates.find((candidate) => candidate.fits);
  if (found === undefined) return Result.fail([unrecognised(file, sources)]);
  return found.problems.length > 0 ? Result.fail(found.problems) : Result.succeed(found.feed);
};

export const sizeOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null);
  return found === null || !found.isFile() ? null : found.size;
};

export const emptyFile = (file: string): FileProblem => ({
  file,
  problem: "the file is empty",
  fix: "an export without rows still has its header: ask for the export again",
});

const unrecognised = (file: string, sources: readonly CompiledSource[]): FileProblem => ({
  file,
  problem: "no source of the mapping recognises this file",
  fix: `its name or its header must fit a source's \`match\`; the sources are ${sources.map(({ source }) => `\`${source.name}\``).join(", ")}`,
});

type Candidate = { readonly fits: boolean; readonly problems: readonly FileProblem[]; readonly feed: FeedFile };

const tryAs = async (path: string, bytes: number, source: CompiledSource): Promise<Candidate> => {
  const name = basename(path);
  const { match } = source.source;
  const header = await headerOf(path, source);
  const nameFits = match.files === undefined || match.files.some((glob) => fitsGlob(name, glob));
  const columnsFit = match.columns === undefined || match.columns.every((column) => header.names.includes(column));
  const feed = { path, name, bytes, columns: header.names, hasHeader: header.inFile, source };
  return {
    fits: nameFits && columnsFit,
    problems: source.kind === "ignored" ? [] : headerProblems(name, header, source),
    feed,
  };
};

type Header = { readonly names: readonly string[]; readonly inFile: boolean; readonly complete: boolean };

const headerOf = async (path: string, compiled: CompiledSource): Promise<Header> => {
  if (compiled.kind === "ignored") return { names: await anyHeader(path), inFile: true, complete: true };
  const { format } = compiled.source;
  const line = (await peekLine(path, format.encoding)) ?? "";
  if (format.kind === "jsonl") return { names: keysOf(line), inFile: false, complete: true };
  if (format.columns !== undefined) return { names: format.columns, inFile: false, complete: true };
  return { ...splitHeader(line, format), inFile: true };
};

const splitHeader = (line: string, style: Parameters<typeof splitRecord>[1]): Omit<Header, "inFile"> => {
  const outcome = splitRecord(line, style);
  return outcome.kind === "fields"
    ? { names: outcome.fields.map((field) => field.trim()), complete: true }
    : { names: [], complete: false };
};

const anyHeader = async (path: string): Promise<readonly string[]> =>
  splitHeader((await peekLine(path, "utf8")) ?? "", { delimiter: ",", quoting: "plain" }).names;

/** The top-level keys of the first line; a file whose first line is not an object has none. */
const keysOf = (line: string): readonly string[] => {
  const outcome = readJsonLine(line, 1);
  return outcome.ok && typeof outcome.record.value === "object" && outcome.record.value !== null
    ? Object.keys(outcome.record.value)
    : [];
};

const headerProblems = (
  file: string,
  header: Header,
  compiled: Exclude<CompiledSource, { kind: "ignored" }>,
): FileProblem[] => {
  if (!header.complete)
    return [{ file, problem: "the header has a quote that is not closed", fix: "correct the header line" }];
  const { format } = compiled.source;
  if (format.kind === "jsonl") return [];
  const twice = [...new Set(header.names.filter((name, at) => name !== "" && header.names.indexOf(name) !== at))];
  const missing = columnsOf(compiled.source).filter((column) => !header.names.includes(column));
  return [
    ...twice.map((column) => ({
      file,
      problem: `two columns are called \`${column}\``,
      fix: "give each column its own name",
    })),
    ...missing.map((column) => ({
      file,
      problem: `source \`${compiled.source.name}\` reads column \`${column}\`, which the file does not have`,
      fix: "export the column, or correct the mapping",
    })),
  ];
};

const fitsGlob = (name: string, glob: string): boolean => {
  const pattern = glob.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${pattern.join(".*")}$`, "iu").test(name);
};
