import { readFileSync } from "node:fs";
import { type AuditLogTrust, readCheckpoint } from "@victim-rights/auditing";
import { PublicPackKey } from "@victim-rights/rules/pack";
import { fieldVault, KeyRing, openKeyRingFile, RecordKeys } from "@victim-rights-examples/field-encryption";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Database } from "../database/database.ts";
import type { FieldCipher } from "../sealed/field-cipher.ts";
import { recordKeyStore } from "../sealed/record-key-store.ts";
import { fieldCipherOf } from "../sealed/vault-cipher.ts";
import { TableSums } from "./table-sums.ts";

/** A file that the drill was given cannot be used. Nothing of what stands in it is told. */
class DrillFileRefused extends Data.TaggedError("DrillFileRefused")<{
  readonly path: string;
  readonly why: string;
}> {
  override get message(): string {
    return `\`${this.path}\` ${this.why}`;
  }
}

/** Sums of tables that were saved. @throws `DrillFileRefused` */
export const readSums = (path: string): TableSums => readJson(path, TableSums);

/** Public keys, and checkpoints that were kept elsewhere. @throws `DrillFileRefused` */
export const readTrustFiles = async (
  keyPaths: readonly string[],
  witnessPaths: readonly string[],
): Promise<AuditLogTrust> => {
  const keys = keyPaths.map((path) => readJson(path, PublicPackKey));
  const witnesses = [];
  for (const path of witnessPaths) {
    const read = await readCheckpoint(textOf(path).trim(), keys);
    if (Result.isFailure(read)) throw new DrillFileRefused({ path, why: `cannot be used: ${read.failure.message}` });
    witnesses.push(read.success.checkpoint);
  }
  return { keys, witnesses };
};

/** The cipher of a key ring's file, over the record keys of a database that is named later. @throws `KeyRingFileRefused` */
export const cipherFrom = (path: string): ((db: Kysely<Database>) => FieldCipher) => {
  const ring = Result.getOrThrow(openKeyRingFile(path));
  return (db) => {
    const vault = fieldVault.pipe(
      Effect.provideService(KeyRing, ring),
      Effect.provideService(RecordKeys, recordKeyStore(db)),
    );
    return fieldCipherOf(Effect.runSync(vault));
  };
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new DrillFileRefused({ path, why: "cannot be read: check the path" });
  }
};

const readJson = <Value>(path: string, schema: z.ZodType<Value>): Value => {
  const read = schema.safeParse(jsonOf(textOf(path)));
  if (!read.success) throw new DrillFileRefused({ path, why: "is not the kind of file that is asked for here" });
  return read.data;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
