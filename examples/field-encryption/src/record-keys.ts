import type { StoreUnavailable } from "@victim-rights/core";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import type { LockedKey } from "./key-ring.ts";

/** What is kept of a record's key. `shredded` stays for good, so that no new key is made for a record that was destroyed. */
export type KeptKey = LockedKey | "shredded";

/** Where locked record keys are kept: one row for each record. */
export type RecordKeysShape = {
  /** `null` for a record that never had a key. */
  readonly find: (record: string) => Effect.Effect<KeptKey | null, StoreUnavailable>;
  /** Keeps a key for a record that has none, and answers with the one that is kept: the first stands. */
  readonly keepFirst: (record: string, key: LockedKey) => Effect.Effect<KeptKey, StoreUnavailable>;
  /** Puts a key in place of another, unless it was replaced or shredded since; whether it did. */
  readonly replace: (record: string, from: LockedKey, to: LockedKey) => Effect.Effect<boolean, StoreUnavailable>;
  /** Destroys a record's key for good; the bytes of it must not be readable afterwards. */
  readonly shred: (record: string) => Effect.Effect<void, StoreUnavailable>;
  /** Records whose key is locked with another key of the ring than the one named, in pages. */
  readonly listLockedOtherwise: (ringKey: string, limit: number) => Effect.Effect<readonly string[], StoreUnavailable>;
};

/** The port to the table of record keys. */
export class RecordKeys extends Context.Service<RecordKeys, RecordKeysShape>()(
  "@victim-rights-examples/field-encryption/RecordKeys",
) {}

/** Record keys that last as long as the process. */
export const inMemoryRecordKeys = (): RecordKeysShape => {
  const kept = new Map<string, KeptKey>();
  return {
    find: (record) => Effect.sync(() => kept.get(record) ?? null),
    keepFirst: (record, key) =>
      Effect.sync(() => {
        const first = kept.get(record) ?? key;
        kept.set(record, first);
        return first;
      }),
    replace: (record, from, to) =>
      Effect.sync(() => {
        const isAsRead = isSame(kept.get(record), from);
        if (isAsRead) kept.set(record, to);
        return isAsRead;
      }),
    shred: (record) => Effect.sync(() => void kept.set(record, "shredded")),
    listLockedOtherwise: (ringKey, limit) =>
      Effect.sync(() =>
        [...kept]
          .filter(([, key]) => key !== "shredded" && key.ringKey !== ringKey)
          .map(([record]) => record)
          .slice(0, limit),
      ),
  };
};

const isSame = (key: KeptKey | undefined, other: LockedKey): boolean =>
  key !== undefined &&
  key !== "shredded" &&
  key.ringKey === other.ringKey &&
  Buffer.compare(key.locked, other.locked) === 0;
