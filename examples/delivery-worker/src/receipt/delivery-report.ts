import type { Instant } from "@victim-rights/core";
import type { ChannelFailure, RecordRef } from "@victim-rights/notification";
import type { IdempotencyKey } from "../channel/idempotency-key.ts";

/**
 * What a provider says afterwards about a send, by our key: it arrived at the contact point, it did not, or nothing that
 * lasts. It has no field for an address or a text.
 */
export type DeliveryReport = {
  readonly key: IdempotencyKey;
  /** When the provider says that it happened, or when the report was read where it does not say. */
  readonly at: Instant;
  /** Names the report: the same one that comes again has the same. */
  readonly record: RecordRef;
  readonly said:
    | { readonly kind: "delivered" }
    | { readonly kind: "failed"; readonly why: ChannelFailure["why"] }
    | { readonly kind: "passing" };
};
