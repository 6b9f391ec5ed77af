import { PublicPackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";

/** One public key, or a set of them as a JSON Web Key Set. */
const PublicKeys = z.union([PublicPackKey, z.strictObject({ keys: z.array(PublicPackKey).min(1) })]);

const SECRET_GIVEN =
  "this is the secret half of a key; name its public half (`pack-key.public.json`), and keep this file to whoever signs";

/** Whether a value is a key with its secret half, or a set that holds one. */
const holdsSecret = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  return "d" in value || ("keys" in value && Array.isArray(value.keys) && value.keys.some(holdsSecret));
};

const TrustFile = z
  .unknown()
  .refine((value) => !holdsSecret(value), SECRET_GIVEN)
  .pipe(PublicKeys);

/** Reads the keys whose signatures are relied on. A file that holds a secret key is refused: that one is for signing. */
export const readTrust = async (
  io: Io,
  paths: readonly string[],
): Promise<Result.Result<readonly PublicPackKey[], Failure>> => {
  if (paths.length === 0) return Result.fail(noTrust);
  const files = await Promise.all(paths.map((path) => readJsonFile(io, { path, what: "key file", schema: TrustFile })));
  const problems = files.flatMap((file) => (Result.isFailure(file) ? file.failure.problems : []));
  if (problems.length > 0) return Result.fail(failure(EXIT.badInput, problems));
  return Result.map(Result.all(files), (read) => read.flatMap((file) => ("keys" in file ? file.keys : [file])));
};

const noTrust: Failure = failure(EXIT.usage, [
  { where: null, problem: "a signature is required, but no key is trusted", fix: "name public keys with `--trust`" },
]);
