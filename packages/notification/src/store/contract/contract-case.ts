import type { StoreUnavailable } from "@victim-rights/core";
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { FeedStoreShape } from "../feed-store.ts";
import type { ObligationStoreShape } from "../obligation-store.ts";

/** A store does not keep a promise of the port. */
export class ContractBroken extends Data.TaggedError("ContractBroken")<{ readonly promise: string }> {
  override get message(): string {
    return `the store does not keep its promise: ${this.promise}`;
  }
}

/** One promise of the port, checked against an empty store of its own. It fails with what was not kept. */
export type ObligationStoreCase = {
  readonly name: string;
  /** Give it an empty store; it fails with `ContractBroken` where the promise is not kept. */
  readonly run: (store: ObligationStoreShape) => Effect.Effect<void, ContractBroken | StoreUnavailable>;
};

/** One promise of the store of feeds, checked in the same way. */
export type FeedStoreCase = {
  readonly name: string;
  /** Give it an empty store; it fails with `ContractBroken` where the promise is not kept. */
  readonly run: (store: FeedStoreShape) => Effect.Effect<void, ContractBroken | StoreUnavailable>;
};

/** Holds a store to something. */
export const keeps = (isKept: boolean, promise: string): Effect.Effect<void, ContractBroken> =>
  isKept ? Effect.void : Effect.fail(new ContractBroken({ promise }));

/** What must succeed here. */
export const succeeds = <Answer, Failure extends { readonly _tag: string }>(
  effect: Effect.Effect<Answer, Failure>,
): Effect.Effect<Answer, ContractBroken> =>
  Effect.mapError(effect, ({ _tag }) => new ContractBroken({ promise: `this succeeds, and failed with ${_tag}` }));

/** What must fail here, with one named error. */
export const failsWith = (
  tag: string,
  effect: Effect.Effect<unknown, { readonly _tag: string }>,
): Effect.Effect<void, ContractBroken> =>
  Effect.flatMap(Effect.result(effect), (result) =>
    keeps(
      Result.isFailure(result) && result.failure._tag === tag,
      `this fails with ${tag}, and ${Result.isFailure(result) ? `failed with ${result.failure._tag}` : "succeeded"}`,
    ),
  );
