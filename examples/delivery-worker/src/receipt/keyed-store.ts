import type { StoreUnavailable } from "@victim-rights/core";
import type { AttemptKey, ObligationStoreShape } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { type IdempotencyKey, idempotencyKeyOf } from "../channel/idempotency-key.ts";

/** Keeps which send a key stands for. */
export type KeepKey = (key: IdempotencyKey, send: AttemptKey) => Effect.Effect<void, StoreUnavailable>;

/** A store by which each send's key is kept before the send is claimed, so that no report can come of a key that is not known. */
export const keyedStore = (store: ObligationStoreShape, keep: KeepKey): ObligationStoreShape => ({
  ...store,
  claimAttempt: (send, at) => Effect.andThen(keep(idempotencyKeyOf(send), send), store.claimAttempt(send, at)),
});
