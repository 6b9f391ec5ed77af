import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  addKeyToRingFile,
  createKeyRingFile,
  fieldVault,
  type FieldVault,
  KeyRing,
  type KeyRingShape,
  openKeyRingFile,
  RecordKeys,
  type RecordKeysShape,
} from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";

/** A key ring in a file of its own, the ring that follows it, and how to remove both. */
export type SampleRings = {
  readonly path: string;
  readonly ring: KeyRingShape;
  readonly next: KeyRingShape;
  readonly remove: () => void;
};

/** Makes two rings: the second has the key of the first, and a new one that is current. */
export const sampleRings = (): SampleRings => {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-rings-"));
  const [path, to] = [join(folder, "ring.json"), join(folder, "next.json")];
  createKeyRingFile(path, "first");
  Result.getOrThrow(addKeyToRingFile(path, { to, id: "second" }));
  const [ring, next] = [Result.getOrThrow(openKeyRingFile(path)), Result.getOrThrow(openKeyRingFile(to))];
  return { path, ring, next, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** The vault over a ring and a table of record keys. */
export const vaultOver = (ring: KeyRingShape, keys: RecordKeysShape): FieldVault =>
  Effect.runSync(fieldVault.pipe(Effect.provideService(KeyRing, ring), Effect.provideService(RecordKeys, keys)));
