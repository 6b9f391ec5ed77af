import * as Context from "effect/Context";
import type { Effect } from "effect/Effect";
import type { KeyRingUnavailable, RingKeyUnknown } from "./errors.ts";

/** A record key locked by a key of the ring; it may lie beside what it opens. */
export type LockedKey = { readonly ringKey: string; readonly locked: Uint8Array };

/** What a key service, a security module or a file can do for us. Its keys never leave it, but for those of a file. */
export type KeyRingShape = {
  /** The key that new record keys are locked with. */
  readonly current: Effect<string, KeyRingUnavailable>;
  /** Locks a record key with the current key, bound to the record: it opens for no other. */
  readonly lock: (recordKey: Uint8Array, record: string) => Effect<LockedKey, KeyRingUnavailable>;
  /** Opens a record key; `null` when it was changed or is another record's. */
  readonly unlock: (
    locked: LockedKey,
    record: string,
  ) => Effect<Uint8Array | null, KeyRingUnavailable | RingKeyUnknown>;
  /** The keyed hash (HMAC-SHA-256, 32 bytes) that exact look-ups go by. */
  readonly index: (text: string, context: readonly string[]) => Effect<Uint8Array, KeyRingUnavailable>;
};

/** The port to the keys that lock record keys. */
export class KeyRing extends Context.Service<KeyRing, KeyRingShape>()(
  "@victim-rights-examples/field-encryption/KeyRing",
) {}
