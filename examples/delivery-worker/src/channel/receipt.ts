import { RecordRef } from "@victim-rights/notification";
import type { IdempotencyKey } from "./idempotency-key.ts";

/**
 * Names a provider's record of a send. A provider's own number is taken when it is plainly one; anything else, which could
 * repeat an address, is left out, and the send is named by its key.
 */
export const receiptOf = (channel: string, key: IdempotencyKey, providerRef: unknown = null): RecordRef => {
  const isNumber =
    typeof providerRef === "string" && /^[A-Za-z0-9-]{8,64}$/u.test(providerRef) && !isPhoneLike(providerRef);
  return RecordRef.parse(`${channel}:${isNumber ? providerRef : key}`);
};

const isPhoneLike = (text: string): boolean => text.replaceAll("-", "").match(/^\d{7,15}$/u) !== null;
