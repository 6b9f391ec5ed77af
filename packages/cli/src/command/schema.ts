import { resolve } from "node:path";
import * as Result from "effect/Result";
import { z } from "zod";
import { stateSchemas, type StateSchema } from "../author/state-schemas.ts";
import { statesIn } from "../author/states-in.ts";
import { writeTogether } from "../author/write-together.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const SchemaOptions = z.object({
  dir: z.string().min(1),
  check: z.boolean().default(false),
  json: z.boolean().default(false),
});
type SchemaOptions = z.infer<typeof SchemaOptions>;

/** Writes the schemas that an editor completes a state's files by, or says which no longer fit the files. */
const runSchema = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(SchemaOptions, raw), (options) =>
    thenDo(statesIn(io, options.dir), (states) =>
      thenDo(schemasOf(io, states), async (schemas) => {
        await hearStop(io);
        const stale = schemas.filter(({ fresh }) => !fresh);
        if (!options.check) writeTogether(new Map(stale.map(({ file, text }) => [resolve(io.cwd, file), text])));
        print(io, options, schemas);
        return Result.succeed(options.check && stale.length > 0 ? EXIT.findings : EXIT.ok);
      }),
    ),
  );

const schemasOf = async (
  io: Io,
  states: readonly string[],
): Promise<Result.Result<readonly StateSchema[], Failure>> => {
  const all: StateSchema[] = [];
  for (const state of states) {
    const schemas = await stateSchemas(io, state);
    if (Result.isFailure(schemas)) return Result.fail(schemas.failure);
    all.push(...schemas.success);
  }
  return Result.succeed(all);
};

const print = (io: Io, { check, dir, json }: SchemaOptions, schemas: readonly StateSchema[]): void => {
  const stale = schemas.filter(({ fresh }) => !fresh).map(({ file }) => file);
  if (json) return sayJson(io, { schemas: schemas.map(({ file }) => file), [check ? "stale" : "written"]: stale });
  say(io, `${schemas.length} schemas, ${stale.length} ${check ? "out of date" : "written"}`);
  for (const file of stale) say(io, `  ${file}`);
  if (check && stale.length > 0) say(io, `write them with \`victim-rights schema ${dir}\``);
};

/** Adds `schema` to the command line. */
export const addSchema: AddCommand = (program, choose) =>
  void program
    .command("schema <dir>")
    .description("write the schemas by which an editor completes a state's facts, operators and values")
    .option("--check", "write nothing, and say which schemas no longer fit the state's files")
    .option("--json", "print JSON for another program")
    .action((dir: string, options: object) => choose(runSchema, { ...options, dir }));
