import { createHash } from "node:crypto";
import { Instant } from "@victim-rights/core";
import { type ChannelFailure, RecordRef } from "@victim-rights/notification";
import PostalMime, { type Email } from "postal-mime";
import { IdempotencyKey } from "../channel/idempotency-key.ts";
import type { DeliveryReport } from "./delivery-report.ts";

/**
 * Reads a mail that a mail system sent back: a report with a part `message/delivery-status` about one recipient, of a
 * message that names its key, in the envelope id that we gave or in its own `Message-ID`. Of the rest, addresses and words
 * among it, nothing is read on. `null` for anything else, and for a report whose two names differ.
 * @source RFC 3464 (the report), RFC 3461, section 4.4 (the envelope id), RFC 3463 (status codes)
 */
export const readBounce = async (raw: Uint8Array, now: Instant): Promise<DeliveryReport | null> => {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: "utf8" }).catch(
    () => null,
  );
  const status = mail === null ? null : await statusIn(mail);
  if (mail === null || status === null) return null;
  const key = keyOf([status.message.get("original-envelope-id"), await returnedIdIn(mail)]);
  const said = saidBy(status.recipient);
  if (key === null || said === null) return null;
  const record = RecordRef.parse(`bounce:${digestOf(mail.messageId ?? raw)}`);
  return { key, at: momentOf(mail.date) ?? now, record, said };
};

/** The report's fields: of the message, and of the one recipient; `null` where there is no report, or one of several. */
const statusIn = async ({
  attachments,
}: Email): Promise<{ readonly message: Fields; readonly recipient: Fields } | null> => {
  const status = attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  if (typeof status?.content !== "string") return null;
  const [message, recipient, ...others] = await groupsOf(status.content);
  return message === undefined || recipient === undefined || others.length > 0 ? null : { message, recipient };
};

const RETURNED: ReadonlySet<string> = new Set(["text/rfc822-headers", "message/rfc822", "message/rfc822-headers"]);

type Fields = ReadonlyMap<string, string>;

/** The groups of fields, the message's first and then one for each recipient: each is written like a mail's head. */
const groupsOf = async (content: string): Promise<readonly Fields[]> => {
  const groups = content.split(/\r?\n(?:[ \t]*\r?\n)+/u).filter((group) => group.trim() !== "");
  return Promise.all(groups.map(fieldsOf));
};

const fieldsOf = async (head: string): Promise<Fields> => {
  const { headers } = await PostalMime.parse(`${head}\r\n\r\n`);
  return new Map(headers.map(({ key, value }) => [key, value.trim()]));
};

/** The `Message-ID` of the message that came back, or of its head. */
const returnedIdIn = async ({ attachments }: Email): Promise<string | undefined> => {
  const returned = attachments.find(({ mimeType }) => RETURNED.has(mimeType))?.content;
  if (typeof returned !== "string") return undefined;
  const [head = ""] = returned.split(/\r?\n\r?\n/u);
  return (await fieldsOf(head)).get("message-id");
};

/** The one key that is named; `null` where there is none, or another in each place. */
const keyOf = (names: readonly (string | undefined)[]): IdempotencyKey | null => {
  const keys = new Set(names.flatMap((name) => /\bn[0-9a-f]{64}\b/u.exec(name ?? "")?.[0] ?? []));
  const [key] = keys;
  return key === undefined || keys.size > 1 ? null : IdempotencyKey.parse(key);
};

/** Actions that say nothing that lasts: `relayed` and `expanded` end what this system knows and are no arrival. */
const PASSING: ReadonlySet<string> = new Set(["delayed", "relayed", "expanded"]);

const saidBy = (recipient: Fields): DeliveryReport["said"] | null => {
  const action = recipient.get("action")?.toLowerCase() ?? "";
  if (action === "delivered") return { kind: "delivered" };
  if (action === "failed") return { kind: "failed", why: whyOf(recipient.get("status") ?? "") };
  return PASSING.has(action) ? { kind: "passing" } : null;
};

/** X.1.x is the address's, X.2.2 a mailbox that is full, X.7.x a refusal by policy. */
const whyOf = (status: string): ChannelFailure["why"] => {
  const [, subject, detail] = /^[245]\.(\d{1,3})\.(\d{1,3})/u.exec(status) ?? [];
  if (subject === "1") return "no-such-contact-point";
  if (subject === "2" && detail === "2") return "full";
  return subject === "7" ? "blocked" : "not-stated";
};

const digestOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** A date of no year that a record may have is no date. */
const momentOf = (date: string | undefined): Instant | null => {
  const at = new Date(date ?? "");
  return Number.isNaN(at.getTime()) ? null : (Instant.safeParse(at.toISOString()).data ?? null);
};
