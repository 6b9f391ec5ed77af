import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { ALLOCATION_FILE, loadAllocation } from "@victim-rights/restitution";
import { type Law, type LawFiles, type LawRejected, loadLaw } from "@victim-rights/rules";
import { loadSignedLaw, type PublicPackKey } from "@victim-rights/rules/pack";
import { VICTIM, VictimGround } from "@victim-rights/victim-definition";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { packFailure } from "../pack/pack-failure.ts";
import { readTrust } from "../pack/read-trust.ts";
import { wantsSignature } from "../pack/signature-wanted.ts";
import { findRules, type RulesWanted } from "./find-rules.ts";
import { readFolder } from "./read-folder.ts";

/** The shapes of what rules conclude, from the packages that ask; `class` says only that a statutory class holds. */
export const EVENT_PARAMS = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: z.strictObject({}) };

/** Reads and checks the law in a folder. */
export const loadFolder = async (folder: string): Promise<Result.Result<Law, Failure>> =>
  loadFiles(await readFolder(folder));

/** Checks the law in a folder's files, wherever they were read from. */
export const loadFiles = (files: LawFiles): Result.Result<Law, Failure> =>
  Result.mapError(
    Result.flatMap(loadLaw(files, { eventParams: EVENT_PARAMS }), (law) => withAllocation(law, files)),
    lawFailure,
  );

/** The law, when the order of payment that lies beside it fits it. */
const withAllocation = (law: Law, files: LawFiles): Result.Result<Law, LawRejected> => {
  const text = files.get(ALLOCATION_FILE);
  return text === undefined ? Result.succeed(law) : Result.map(loadAllocation(text, law), () => law);
};

/** Finds, reads and checks a state's law, and its signature when one is wanted. */
export const loadState = (io: Io, wanted: RulesWanted): Promise<Result.Result<Law, Failure>> =>
  thenDo(findRules(io, wanted), (folder) =>
    wantsSignature(wanted)
      ? thenDo(readTrust(io, wanted.trust), async (trust) => loadSigned(await readFolder(folder), { trust, folder }))
      : loadFolder(folder),
  );

/** Checks the law in a folder's files and that one of the keys signed it; `folder` is what messages call it. */
export const loadSigned = async (
  files: LawFiles,
  { trust, folder }: { readonly trust: readonly PublicPackKey[]; readonly folder: string },
): Promise<Result.Result<Law, Failure>> =>
  Result.mapError(
    Result.flatMap(await loadSignedLaw(files, { eventParams: EVENT_PARAMS, trust }), (law) =>
      withAllocation(law, files),
    ),
    (refused) => (refused._tag === "LawRejected" ? lawFailure(refused) : packFailure(refused, folder)),
  );

const lawFailure = ({ problems }: LawRejected): Failure =>
  failure(
    EXIT.badInput,
    problems.map(({ file, path, problem, fix }) => ({ where: `${file} ${path}`, problem, fix })),
  );
