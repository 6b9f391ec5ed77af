import { basename } from "node:path";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { Mapping, Source } from "../mapping/mapping.ts";
import { standardSource, type UnknownColumn, type UnmappedFile } from "../mapping/standard-source.ts";
import type { FileProblem } from "./feed-file.ts";
import { peekLine } from "./peek.ts";
import { readJsonLine } from "./read-jsonl.ts";
import { emptyFile, sizeOf } from "./recognise-files.ts";
import { splitRecord } from "./split-record.ts";

export type RoleFiles = { readonly role: UnmappedFile["role"]; readonly paths: readonly string[] };

/** Makes the mapping of files that come without one, from their own headers. */
export const standardMapping = async (
  files: readonly RoleFiles[],
  law: Law,
): Promise<Result.Result<Mapping, readonly FileProblem[]>> => {
  const outcomes = await Promise.all(
    files.flatMap(({ role, paths }) => paths.map((path) => sourceOf(path, role, law))),
  );
  const problems = outcomes.filter(Result.isFailure).flatMap((outcome) => outcome.failure);
  if (problems.length > 0) return Result.fail(problems);
  const sources = outcomes.filter(Result.isSuccess).map((outcome) => outcome.success);
  return Result.succeed({ jurisdiction: law.id, zone: law.profile.calendar.zone, sources: distinct(sources) });
};

/** Files with the same columns are one source; others of its kind get a name of their own. */
const distinct = (sources: readonly Source[]): Source[] => {
  const bySource = [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
  return bySource.map((source, at) =>
    bySource.findIndex(({ name }) => name === source.name) === at
      ? source
      : { ...source, name: `${source.name}-${at + 1}` },
  );
};

const sourceOf = async (
  path: string,
  role: UnmappedFile["role"],
  law: Law,
): Promise<Result.Result<Source, readonly FileProblem[]>> => {
  if ((await sizeOf(path)) === null)
    return Result.fail([{ file: path, problem: "no such file", fix: "check the path" }]);
  const file = basename(path);
  const line = await peekLine(path, "utf8");
  if (line === null) return Result.fail([emptyFile(file)]);
  const shape = shapeOf(line);
  if (shape === null)
    return Result.fail([
      {
        file,
        problem: "the first line is neither a header nor one JSON object",
        fix: "give CSV with a header, or JSON Lines",
      },
    ]);
  return Result.mapError(standardSource({ role, ...shape }, law), (unknown) =>
    unknown.map((column) => unknownColumn(file, column)),
  );
};

const shapeOf = (line: string): Omit<UnmappedFile, "role"> | null => {
  if (line.trimStart().startsWith("{")) {
    const read = readJsonLine(line, 1);
    return read.ok ? { format: "jsonl", columns: Object.keys(Object(read.record.value)) } : null;
  }
  const header = splitRecord(line, { delimiter: ",", quoting: "plain" });
  return header.kind === "fields" ? { format: "csv", columns: header.fields.map((field) => field.trim()) } : null;
};

/** A first line that is no header may hold data, so only a column near to a name of ours is named. */
const unknownColumn = (file: string, { column, near }: UnknownColumn): FileProblem =>
  near === null
    ? {
        file,
        problem: "a column of the header is no field of this library",
        fix: "describe the file in a mapping and give it with `--map`",
      }
    : {
        file,
        problem: `column \`${column}\` is no field of this library`,
        fix: `did you mean \`${near}\`; or describe the file in a mapping and give it with \`--map\``,
      };
