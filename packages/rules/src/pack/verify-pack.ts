import * as Result from "effect/Result";
import { jsonPath } from "../load/law-problem.ts";
import type { LawFiles } from "../load/law-files.ts";
import { parseJson } from "../load/parse-json.ts";
import { changedFiles } from "./changed-files.ts";
import { checkSignature } from "./check-signature.ts";
import { digestFiles } from "./digest-files.ts";
import { PackRefused, PackSignatureMalformed, PackUnsigned } from "./errors.ts";
import type { PackManifest } from "./manifest.ts";
import type { PublicPackKey } from "./pack-key.ts";
import { packHash } from "./pack-manifest.ts";
import { SIGNATURE_FILE, SignedPack } from "./signature-file.ts";

/** How a pack is checked. */
export type VerifyOptions = {
  /** The keys whose signature is relied on. */
  readonly trust: readonly PublicPackKey[];
  /** The signature file's text; the one among the files when this is absent. */
  readonly signature?: string;
};

/** A pack whose every file is as a trusted key signed it. */
export type VerifiedPack = {
  /** The pack's content hash. */
  readonly hash: string;
  /** The thumbprint of the key. */
  readonly signedBy: string;
  readonly manifest: PackManifest;
};

/**
 * Holds every file of a folder to its signature.
 * @errors `PackRefused` with every reason at once: `PackUnsigned` or `PackSignatureMalformed` alone; else `PackKeyUnknown` or
 * `PackSignatureInvalid`, then a `PackTampered` for each file that differs from the signed list.
 */
export const verifyPack = async (
  files: LawFiles,
  options: VerifyOptions,
): Promise<Result.Result<VerifiedPack, PackRefused>> => {
  const { digests, jurisdiction } = digestFiles(files);
  const text = options.signature ?? files.get(SIGNATURE_FILE);
  if (text === undefined)
    return refuse([new PackUnsigned({ jurisdiction: typeof jurisdiction === "string" ? jurisdiction : null })]);
  const read = readSignature(text);
  if (Result.isFailure(read)) return refuse([read.failure]);
  const { manifest } = read.success;
  const signer = await checkSignature(read.success, options.trust);
  const tampered = changedFiles(manifest, digests);
  if (Result.isFailure(signer)) return refuse([signer.failure, ...tampered]);
  if (tampered.length > 0) return refuse(tampered);
  return Result.succeed({ hash: packHash(manifest), signedBy: signer.success, manifest });
};

const refuse = (problems: PackRefused["problems"]): Result.Result<never, PackRefused> =>
  Result.fail(new PackRefused({ problems }));

const readSignature = (text: string): Result.Result<SignedPack, PackSignatureMalformed> => {
  const json = parseJson(text);
  if (!json.ok)
    return Result.fail(new PackSignatureMalformed({ problems: [`the file stops being JSON ${json.where}`] }));
  const parsed = SignedPack.safeParse(json.value);
  if (parsed.success) return Result.succeed(parsed.data);
  return Result.fail(
    new PackSignatureMalformed({
      problems: parsed.error.issues.map(({ path, message }) => `${jsonPath(path)}: ${message}`),
    }),
  );
};
