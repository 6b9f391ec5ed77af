import { join } from "node:path";
import {
  packHash,
  packKeyId,
  type PackManifest,
  PrivatePackKey,
  SIGNATURE_FILE,
  type SignedPack,
  signPack,
} from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import { writeTogether } from "../author/write-together.ts";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { loadFolder } from "../law/load-state.ts";
import { manifestOf, packFolder } from "./pack-folder.ts";

const SignOptions = z.object({ dir: z.string().min(1), key: z.string().min(1), json: z.boolean().default(false) });
type SignOptions = z.infer<typeof SignOptions>;

/** Signs a state folder: nobody's name is put under rules that the loader refuses. */
export const runSign = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(SignOptions, raw), (options) =>
    thenDo(packFolder(io, options.dir), (folder) =>
      thenDo(loadFolder(folder), () =>
        thenDo(manifestOf(folder), (manifest) => signFolder(io, { folder, manifest, options })),
      ),
    ),
  );

type Signing = { readonly folder: string; readonly manifest: PackManifest; readonly options: SignOptions };

const signFolder = async (io: Io, { folder, manifest, options }: Signing): Promise<Outcome> => {
  const key = await readJsonFile(io, { path: options.key, what: "private key", schema: PrivatePackKey });
  if (Result.isFailure(key)) return Result.fail(key.failure);
  const path = join(folder, SIGNATURE_FILE);
  const signed = await signedBy(manifest, key.success);
  if (signed === null) return Result.fail(twoKeys(options.key));
  writeTogether(new Map([[path, `${JSON.stringify(signed, null, 2)}\n`]]));
  const done = { hash: packHash(manifest), signedBy: await packKeyId(key.success), file: path };
  if (options.json) sayJson(io, done);
  else say(io, `${done.hash}  ${manifest.jurisdiction}, signed by ${done.signedBy} in ${SIGNATURE_FILE}`);
  return Result.succeed(EXIT.ok);
};

/** `null` when the platform finds that the secret half of the key is another key's. */
const signedBy = (manifest: PackManifest, key: PrivatePackKey): Promise<SignedPack | null> =>
  signPack(manifest, key).catch((error: unknown) => {
    if (error instanceof Error && error.name === "DataError") return null;
    throw error;
  });

const twoKeys = (where: string): Failure =>
  failure(EXIT.badInput, [
    {
      where,
      problem: "`d`, the secret half, does not belong to `x`, the public half",
      fix: "take the file anew from where it is kept, or make a key with `victim-rights pack keygen`",
    },
  ]);
