import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { type Law, type LawRejected, loadLaw } from "@victim-rights/rules";
import { VICTIM, VictimGround } from "@victim-rights/victim-definition";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { findRules, type RulesWanted } from "./find-rules.ts";
import { readFolder } from "./read-folder.ts";

/** The shapes of what rules conclude, from the packages that ask; `class` says only that a statutory class holds. */
const EVENT_PARAMS = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: z.strictObject({}) };

/** Reads and checks the law in a folder. */
export const loadFolder = async (folder: string): Promise<Result.Result<Law, Failure>> =>
  Result.mapError(loadLaw(await readFolder(folder), { eventParams: EVENT_PARAMS }), lawFailure);

/** Finds, reads and checks a state's law. */
export const loadState = async (io: Io, wanted: RulesWanted): Promise<Result.Result<Law, Failure>> => {
  const folder = findRules(io, wanted);
  return Result.isFailure(folder) ? Result.fail(folder.failure) : loadFolder(folder.success);
};

const lawFailure = ({ problems }: LawRejected): Failure =>
  failure(
    EXIT.badInput,
    problems.map(({ file, path, problem, fix }) => ({ where: `${file} ${path}`, problem, fix })),
  );
