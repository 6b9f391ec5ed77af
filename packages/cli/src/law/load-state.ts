import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { GATE, GateEvent, InventoryEvent, SCREENING } from "@victim-rights/restorative-justice";
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
import { withFilesBeside } from "./with-files-beside.ts";

/** The shapes of what a state's rules conclude, from the packages that ask; `class` says only that a statutory class holds. */
export const EVENT_PARAMS = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: z.strictObject({}) };

/** The shapes of what rules conclude in any folder: a state's, or one with this project's own gates or screening inventory. */
export const FOLDER_EVENT_PARAMS = { ...EVENT_PARAMS, [GATE]: GateEvent, [SCREENING]: InventoryEvent };

/** Reads and checks the law in a folder. */
export const loadFolder = async (folder: string): Promise<Result.Result<Law, Failure>> =>
  loadFiles(await readFolder(folder));

/** Checks the law in a folder's files, wherever they were read from. */
export const loadFiles = (files: LawFiles): Result.Result<Law, Failure> =>
  Result.mapError(
    Result.flatMap(loadLaw(files, { eventParams: FOLDER_EVENT_PARAMS }), (law) => withFilesBeside(law, files)),
    lawFailure,
  );

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
    Result.flatMap(await loadSignedLaw(files, { eventParams: FOLDER_EVENT_PARAMS, trust }), (law) =>
      withFilesBeside(law, files),
    ),
    (refused) => (refused._tag === "LawRejected" ? lawFailure(refused) : packFailure(refused, folder)),
  );

const lawFailure = ({ problems }: LawRejected): Failure =>
  failure(
    EXIT.badInput,
    problems.map(({ file, path, problem, fix }) => ({ where: `${file} ${path}`, problem, fix })),
  );
