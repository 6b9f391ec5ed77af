import {
  loadRestorativeJustice,
  RESTORATIVE_JUSTICE_FILE,
  type RestorativeJusticeFile,
} from "@victim-rights/restorative-justice";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { findRules, type RulesWanted } from "./find-rules.ts";
import { loadState } from "./load-state.ts";
import { readFolder } from "./read-folder.ts";

/** A state's own policy on restorative programmes, and the law that its citations are of. */
export type StatePolicy = { readonly file: RestorativeJusticeFile; readonly law: Law };

/** Reads the policy on restorative programmes that lies in a state's folder. */
export const readRestorativeJustice = (io: Io, wanted: RulesWanted): Promise<Result.Result<StatePolicy, Failure>> =>
  thenDo(loadState(io, wanted), (law) =>
    thenDo(findRules(io, wanted), async (folder): Promise<Result.Result<StatePolicy, Failure>> => {
      const text = (await readFolder(folder)).get(RESTORATIVE_JUSTICE_FILE);
      if (text === undefined) return Result.fail(noPolicy(law));
      const read = Result.map(loadRestorativeJustice(text, law), (file): StatePolicy => ({ file, law }));
      return Result.mapError(read, ({ problems }) =>
        failure(
          EXIT.badInput,
          problems.map(({ file, path, problem, fix }) => ({ where: `${file} ${path}`, problem, fix })),
        ),
      );
    }),
  );

const noPolicy = ({ id }: Law): Failure =>
  failure(EXIT.badInput, [
    {
      where: id,
      problem: "this state's folder has no policy on restorative programmes",
      fix: `write one in ${RESTORATIVE_JUSTICE_FILE}, or leave the state out: the house's own opens least`,
    },
  ]);
