import { randomBytes } from "node:crypto";
import type { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { KEY_BYTES, openBytes, sealBytes } from "./authenticated-cipher.ts";
import {
  FieldDamaged,
  type KeyRingUnavailable,
  RecordKeyDamaged,
  RecordShredded,
  type RingKeyUnknown,
} from "./errors.ts";
import { KeyRing, type KeyRingShape, type LockedKey } from "./key-ring.ts";
import { type KeptKey, RecordKeys, type RecordKeysShape } from "./record-keys.ts";

/**
 * The place of a value. It opens there alone: moved to another row or column, or given to another record, it does not.
 * `record` is whose key seals it, such as a person's id: what is shredded is shredded by record.
 */
export type FieldPlace = {
  readonly record: string;
  readonly table: string;
  readonly column: string;
  readonly row: string;
};

/** A place among the values of one record. */
export type PlaceInRecord = Omit<FieldPlace, "record">;

/** Opens the values of one record. Its key was read once: neither the ring nor the table is asked again. */
export type RecordReader = {
  readonly open: (sealed: Uint8Array, place: PlaceInRecord) => Result.Result<Uint8Array, FieldDamaged>;
};

/** Seals and opens the values of one record. */
export type RecordWriter = RecordReader & { readonly seal: (plain: Uint8Array, place: PlaceInRecord) => Uint8Array };

/** Why a value cannot be sealed. */
export type SealError = KeyRingUnavailable | RingKeyUnknown | RecordKeyDamaged | RecordShredded | StoreUnavailable;

/** Why a value cannot be opened. */
export type OpenError = SealError | FieldDamaged;

/** Seals values on their way into a database and opens them on their way out. */
export type FieldVault = {
  /** @errors `SealError`; `RecordShredded` for a record that was destroyed: nothing new is kept of it. */
  readonly seal: (plain: Uint8Array, place: FieldPlace) => Effect.Effect<Uint8Array, SealError>;
  /** @errors `OpenError` */
  readonly open: (sealed: Uint8Array, place: FieldPlace) => Effect.Effect<Uint8Array, OpenError>;
  /** Makes ready to write values of a record, with a new key for one that has none. Keep it for one task only. @errors `SealError` */
  readonly toWrite: (record: string) => Effect.Effect<RecordWriter, SealError>;
  /** Makes ready to read values of a record; of one without a key nothing opens. @errors `SealError` */
  readonly toRead: (record: string) => Effect.Effect<RecordReader, SealError>;
  /** Destroys everything that was sealed for a record, wherever copies of it lie, by destroying its key. */
  readonly shred: (record: string) => Effect.Effect<void, StoreUnavailable>;
  /** Locks up to `limit` record keys with the ring's current key; sealed values stay as they are. Answers how many were not current. */
  readonly rotate: (limit: number) => Effect.Effect<number, SealError>;
};

/** The vault over a key ring and a table of record keys. */
export const fieldVault: Effect.Effect<FieldVault, never, KeyRing | RecordKeys> = Effect.gen(function* () {
  const parts: Parts = { ring: yield* KeyRing, keys: yield* RecordKeys };
  return {
    seal: (plain, place) => Effect.map(toWrite(parts, place.record), (record) => record.seal(plain, place)),
    open: (sealed, place) =>
      Effect.flatMap(toRead(parts, place.record), (record) => Effect.fromResult(record.open(sealed, place))),
    toWrite: (record) => toWrite(parts, record),
    toRead: (record) => toRead(parts, record),
    shred: (record) => parts.keys.shred(record),
    rotate: (limit) => rotateKeys(parts, limit),
  };
});

type Parts = { readonly ring: KeyRingShape; readonly keys: RecordKeysShape };

const toWrite = (parts: Parts, record: string): Effect.Effect<RecordWriter, SealError> =>
  Effect.flatMap(parts.keys.find(record), (kept) =>
    Effect.map(kept === null ? newKey(parts, record) : unlockKept(parts, record, kept), (key) => ({
      seal: (plain, place) => sealBytes(plain, { key, boundTo: boundTo(record, place) }),
      open: (sealed, place) => openField(sealed, { ...place, record }, key),
    })),
  );

/** A value without a record key was not sealed here. */
const toRead = (parts: Parts, record: string): Effect.Effect<RecordReader, SealError> =>
  Effect.flatMap(parts.keys.find(record), (kept): Effect.Effect<RecordReader, SealError> =>
    kept === null
      ? Effect.succeed({ open: (_, place) => Result.fail(damaged({ ...place, record })) })
      : Effect.map(unlockKept(parts, record, kept), (key) => ({
          open: (sealed, place) => openField(sealed, { ...place, record }, key),
        })),
  );

const boundTo = (record: string, { table, column, row }: PlaceInRecord): readonly string[] => [
  record,
  table,
  column,
  row,
];

const openField = (sealed: Uint8Array, place: FieldPlace, key: Uint8Array): Result.Result<Uint8Array, FieldDamaged> => {
  const plain = openBytes(sealed, { key, boundTo: boundTo(place.record, place) });
  return plain === null ? Result.fail(damaged(place)) : Result.succeed(plain);
};

const damaged = ({ record, table, column }: FieldPlace): FieldDamaged => new FieldDamaged({ record, table, column });

/** Two who make one at a time both go on with the first that was kept. */
const newKey = (parts: Parts, record: string): Effect.Effect<Uint8Array, SealError> =>
  Effect.flatMap(parts.ring.lock(randomBytes(KEY_BYTES), record), (locked) =>
    Effect.flatMap(parts.keys.keepFirst(record, locked), (kept) => unlockKept(parts, record, kept)),
  );

const unlockKept = (
  { ring }: Parts,
  record: string,
  kept: KeptKey,
): Effect.Effect<Uint8Array, Exclude<SealError, StoreUnavailable>> =>
  kept === "shredded"
    ? Effect.fail(new RecordShredded({ record }))
    : Effect.flatMap(ring.unlock(kept, record), (key) =>
        key === null ? Effect.fail(new RecordKeyDamaged({ record })) : Effect.succeed(key),
      );

const rotateKeys = (parts: Parts, limit: number): Effect.Effect<number, SealError> =>
  Effect.gen(function* () {
    const current = yield* parts.ring.current;
    const records = yield* parts.keys.listLockedOtherwise(current, limit);
    yield* Effect.forEach(records, (record) => rotateKey(parts, record), { discard: true });
    return records.length;
  });

/** A key that was shredded meanwhile stays so. */
const rotateKey = (parts: Parts, record: string): Effect.Effect<void, SealError> =>
  Effect.flatMap(parts.keys.find(record), (kept) =>
    kept === null || kept === "shredded" ? Effect.void : lockAnew(parts, record, kept),
  );

const lockAnew = (parts: Parts, record: string, from: LockedKey): Effect.Effect<void, SealError> =>
  Effect.flatMap(unlockKept(parts, record, from), (key) =>
    Effect.flatMap(parts.ring.lock(key, record), (to) => Effect.asVoid(parts.keys.replace(record, from, to))),
  );
