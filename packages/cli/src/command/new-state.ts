import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { JurisdictionId } from "@victim-rights/core";
import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import type { LawFiles } from "@victim-rights/rules";
import { newState } from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { z } from "zod";
import { writeTogether } from "../author/write-together.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { EVENT_PARAMS } from "../law/load-state.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";

const NewStateOptions = z.object({
  id: z.string(),
  name: z.string().trim().min(1),
  out: z.string().min(1).optional(),
  json: z.boolean().default(false),
});

/** Writes the folder of a state that has none, for somebody to fill in from its statutes. */
const runNewState = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(NewStateOptions, raw), ({ name, json, ...options }) =>
    thenDo(readId(options.id), (id) => {
      const { out = join("rules", id) } = options;
      return Result.map(placeFor(io, out), (place) => {
        const notice = { type: NOTICE_OWED, params: NoticeDuty };
        const files = newState({ id, name, notice, eventParams: EVENT_PARAMS });
        writeFolder(place, files);
        if (json) sayJson(io, { folder: out, files: [...files.keys()] });
        else print(io, { name, out, files });
        return EXIT.ok;
      });
    }),
  );

const readId = (text: string): Result.Result<JurisdictionId, Failure> => {
  const id = JurisdictionId.safeParse(text);
  if (id.success) return Result.succeed(id.data);
  const fix = "write a lower-case country and subdivision, such as `xx-yy`";
  return Result.fail(failure(EXIT.usage, [{ where: text, problem: "this is no id of a state", fix }]));
};

const placeFor = (io: Io, out: string): Result.Result<string, Failure> => {
  const place = resolve(io.cwd, out);
  return existsSync(place) ? Result.fail(isThere(out)) : Result.succeed(place);
};

const isThere = (out: string): Failure =>
  failure(EXIT.badInput, [
    { where: out, problem: "something is there already", fix: "name a folder that does not exist yet with `--out`" },
  ]);

/** The folder appears under its name when it is whole; moving it there fails if someone else was faster. */
const writeFolder = (place: string, files: LawFiles): void => {
  mkdirSync(dirname(place), { recursive: true });
  const beside = mkdtempSync(`${place}.part-`);
  try {
    writeTogether(new Map([...files].map(([path, text]) => [join(beside, path), text])));
    // What is made aside is made for its owner alone; a state's law is for everyone.
    chmodSync(beside, 0o755);
    renameSync(beside, place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
};

type Made = { readonly name: string; readonly out: string; readonly files: LawFiles };

const print = (io: Io, { name, out, files }: Made): void => {
  say(io, `${name}: wrote ${files.size} files to ${out}`);
  say(io, `begin with ${join(out, "README.md")}; \`victim-rights check ${out} --coverage\` tells what is missing`);
};

/** Adds `new-state` to the command line. */
export const addNewState: AddCommand = (program, choose) =>
  void program
    .command("new-state <id>")
    .description("write the folder of a state that has none, to be filled in from its statutes")
    .option("--name <name>", "the state's name, as people call it")
    .option("--out <dir>", "the folder to make (default: rules/<id>)")
    .option("--json", "print JSON for another program")
    .action((id: string, options: object) => choose(runNewState, { ...options, id }));
