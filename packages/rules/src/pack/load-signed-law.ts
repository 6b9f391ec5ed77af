import * as Result from "effect/Result";
import type { Law } from "../load/law.ts";
import type { LawFiles } from "../load/law-files.ts";
import type { LawRejected } from "../load/law-problem.ts";
import { loadLaw, type LoadOptions } from "../load/load-law.ts";
import type { PackRefused } from "./errors.ts";
import { sealLaw } from "./pack-seal.ts";
import { verifyPack, type VerifyOptions } from "./verify-pack.ts";

/**
 * Checks a pack's signature and reads the law from the very texts that were checked. Only a law from here passes
 * `compileQuestion` with `requireSigned`.
 * @errors `PackRefused` as `verifyPack`, before a rule is read; then `LawRejected`, as `loadLaw`.
 */
export const loadSignedLaw = async (
  files: LawFiles,
  options: VerifyOptions & LoadOptions,
): Promise<Result.Result<Law, PackRefused | LawRejected>> => {
  const texts = new Map(files);
  const verified = await verifyPack(texts, options);
  return Result.flatMap(verified, ({ hash, signedBy }) =>
    Result.map(loadLaw(texts, options), (law) => sealLaw(law, { hash, signedBy })),
  );
};
