import { createHmac, randomBytes } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from "node:fs";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { z } from "zod";
import { KEY_BYTES, openBytes, sealBytes } from "./authenticated-cipher.ts";
import { KeyRingFileRefused, RingKeyUnknown } from "./errors.ts";
import type { KeyRingShape } from "./key-ring.ts";

const KeyId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/u, "write a key's id in lower case, such as `2026-11`");
const KeyText = z
  .base64()
  .refine((text) => Buffer.from(text, "base64").length === KEY_BYTES, "write 32 bytes in base64");

/** Keys in a file, for one machine. An agency with a key service or a security module gives `KeyRing` an adapter to that. */
const KeyRingFile = z
  .strictObject({
    current: KeyId,
    keys: z.array(z.strictObject({ id: KeyId, key: KeyText })).min(1),
    /** What exact look-ups are hashed with. It cannot be rotated without computing every index anew. */
    indexKey: KeyText,
  })
  .check(({ value: { current, keys }, issues }) => {
    const ids = keys.map(({ id }) => id);
    const problem = (path: string, message: string) =>
      issues.push({ code: "custom", path: [path], message, input: undefined });
    if (!ids.includes(current)) problem("current", "name one of the keys");
    if (new Set(ids).size < ids.length) problem("keys", "give every key an id of its own");
  });
type KeyRingFile = z.infer<typeof KeyRingFile>;

/** Makes a new ring with one key. A file that is there is never written over; its owner alone may read it. */
export const createKeyRingFile = (path: string, id: string): void => {
  const key = () => randomBytes(KEY_BYTES).toString("base64");
  writeRing(path, { current: id, keys: [{ id, key: key() }], indexKey: key() });
};

const writeRing = (path: string, ring: KeyRingFile): void =>
  writeFileSync(path, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flag: "wx" });

/** Copies a ring into a new file with one key more, which becomes the current one. The old keys stay until nothing is locked with them. */
export const addKeyToRingFile = (
  from: string,
  { to, id }: { readonly to: string; readonly id: string },
): Result.Result<void, KeyRingFileRefused> =>
  Result.map(readRing(from), ({ keys, indexKey }) => {
    const added = { id, key: randomBytes(KEY_BYTES).toString("base64") };
    writeRing(to, { current: id, keys: [...keys, added], indexKey });
  });

/**
 * The ring of a file, read once. A file that others than its owner may read is refused.
 * @errors `KeyRingFileRefused` with every problem of it.
 */
export const openKeyRingFile = (path: string): Result.Result<KeyRingShape, KeyRingFileRefused> =>
  Result.map(readRing(path), ringOf);

const OPEN_TO_OTHERS = 0o077;

const readRing = (path: string): Result.Result<KeyRingFile, KeyRingFileRefused> => {
  const refuse = (...problems: readonly string[]) => Result.fail(new KeyRingFileRefused({ problems }));
  const file = openToRead(path);
  if (file === null) return refuse("no file that can be read is there: make one, or check the path");
  try {
    if ((fstatSync(file).mode & OPEN_TO_OTHERS) !== 0) return refuse("others may read it: `chmod 600` it");
    const read = KeyRingFile.safeParse(jsonOf(readFileSync(file, "utf8")));
    if (read.success) return Result.succeed(read.data);
    return refuse(...read.error.issues.map(({ path: at, message }) => `${["$", ...at].join(".")}: ${message}`));
  } finally {
    closeSync(file);
  }
};

const openToRead = (path: string): number | null => {
  try {
    return openSync(path, "r");
  } catch {
    return null;
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Told apart from every other use of a key, so that nothing locked passes for a sealed field. */
const RECORD_KEY = "record-key";

const ringOf = ({ current, keys, indexKey }: KeyRingFile): KeyRingShape => {
  const bytesOf = (text: string): Uint8Array => Buffer.from(text, "base64");
  const byId = new Map(keys.map(({ id, key }) => [id, bytesOf(key)]));
  const currentKey = byId.get(current) ?? new Uint8Array();
  return {
    current: Effect.succeed(current),
    lock: (recordKey, record) =>
      Effect.sync(() => ({
        ringKey: current,
        locked: sealBytes(recordKey, { key: currentKey, boundTo: [RECORD_KEY, record] }),
      })),
    unlock: ({ ringKey, locked }, record) =>
      Effect.suspend(() => {
        const key = byId.get(ringKey);
        return key === undefined
          ? Effect.fail(new RingKeyUnknown({ ringKey }))
          : Effect.succeed(openBytes(locked, { key, boundTo: [RECORD_KEY, record] }));
      }),
    index: (text, context) =>
      Effect.sync(() =>
        createHmac("sha256", bytesOf(indexKey))
          .update(JSON.stringify([...context, text]))
          .digest(),
      ),
  };
};
