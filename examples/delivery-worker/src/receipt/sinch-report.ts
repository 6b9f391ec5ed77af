import { createHmac, timingSafeEqual } from "node:crypto";
import { epochMilliseconds, Instant } from "@victim-rights/core";
import { RecordRef } from "@victim-rights/notification";
import { z } from "zod";
import { IdempotencyKey } from "../channel/idempotency-key.ts";
import type { DeliveryReport } from "./delivery-report.ts";

/** A request as it came in; header names in lower case, the body byte for byte as it was signed. */
export type SignedRequest = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** A signature this far from now is somebody's who kept it. */
const SIGNED_WITHIN_SECONDS = 300;

const Signature = z.object({
  "x-sinch-webhook-signature": z.string().regex(/^[A-Za-z0-9+/]{43}=$/u),
  "x-sinch-webhook-signature-timestamp": z.string().regex(/^\d{1,12}$/u),
  "x-sinch-webhook-signature-nonce": z.string().min(1).max(200),
  "x-sinch-webhook-signature-algorithm": z.literal("HmacSHA256"),
});

/**
 * Whether a request was signed by who has the secret, just now: HMAC-SHA256 over body, nonce and timestamp, with points
 * between them, in base64.
 * @source developers.sinch.com, validation of callbacks; and Sinch's own SDKs, which check SMS callbacks so
 */
export const isSignedBySinch = ({ headers, body }: SignedRequest, secret: string, now: Instant): boolean => {
  const read = Signature.safeParse(headers);
  if (!read.success) return false;
  const timestamp = read.data["x-sinch-webhook-signature-timestamp"];
  const ageSeconds = epochMilliseconds(now) / 1000 - Number(timestamp);
  if (Math.abs(ageSeconds) > SIGNED_WITHIN_SECONDS) return false;
  const signed = `${body}.${read.data["x-sinch-webhook-signature-nonce"]}.${timestamp}`;
  const expected = createHmac("sha256", secret).update(signed).digest();
  return timingSafeEqual(expected, Buffer.from(read.data["x-sinch-webhook-signature"], "base64"));
};

/** Of what the service reports only our key, its number, the status and the time are read; the telephone's number is not. */
const Report = z.object({
  type: z.literal("recipient_delivery_report_sms"),
  batch_id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/u),
  client_reference: IdempotencyKey,
  status: z.string(),
  at: Instant,
});

/**
 * What a status says. Those that are not here, `Queued` and `Dispatched` among them, last for nobody; `Unknown` says that
 * no receipt came. What a code means beside its status is the operators' and is not read.
 * @source developers.sinch.com, SMS API reference, delivery report statuses
 */
const STATUSES: Readonly<Record<string, DeliveryReport["said"]>> = {
  Delivered: { kind: "delivered" },
  Aborted: { kind: "failed", why: "not-stated" },
  Cancelled: { kind: "failed", why: "not-stated" },
  Rejected: { kind: "failed", why: "not-stated" },
  Deleted: { kind: "failed", why: "not-stated" },
  Failed: { kind: "failed", why: "not-stated" },
  Expired: { kind: "failed", why: "not-stated" },
};

/** Reads a delivery report for one recipient; `null` for anything else. */
export const readSinchReport = (body: string): DeliveryReport | null => {
  const read = Report.safeParse(jsonOf(body));
  if (!read.success) return null;
  const { batch_id, client_reference: key, status, at } = read.data;
  const said = (Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined) ?? { kind: "passing" };
  return { key, at, record: RecordRef.parse(`sinch-report:${batch_id}`), said };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
