import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createKeyRingFile,
  fieldVault,
  inMemoryRecordKeys,
  KeyRing,
  openKeyRingFile,
  RecordKeys,
} from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { FieldCipher } from "../src/sealed/field-cipher.ts";
import { fieldCipherOf } from "../src/sealed/vault-cipher.ts";

/** The real cipher, with a key ring of its own in a file that is gone again at once. */
export const benchCipher = async (): Promise<FieldCipher> => {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-bench-"));
  const path = join(folder, "ring.json");
  createKeyRingFile(path, "bench");
  const ring = Result.getOrThrow(openKeyRingFile(path));
  rmSync(folder, { recursive: true });
  const vault = fieldVault.pipe(
    Effect.provideService(KeyRing, ring),
    Effect.provideService(RecordKeys, inMemoryRecordKeys()),
  );
  return fieldCipherOf(await Effect.runPromise(vault));
};
