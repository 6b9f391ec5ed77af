import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import { createTransport } from "nodemailer";
import { z } from "zod";
import type { ChannelShape, Message, SendAnswer } from "../channel.ts";
import type { IdempotencyKey } from "../idempotency-key.ts";
import { receiptOf } from "../receipt.ts";
import { answerOfSmtpError } from "./smtp-answer.ts";

/** A mail relay of the agency's own. */
export const SmtpConfig = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(587),
  /** `starttls` and `implicit` refuse a relay without TLS; `none` is for a relay on this machine. */
  tls: z.enum(["starttls", "implicit", "none"]).default("starttls"),
  user: z.string().min(1).nullable().default(null),
  password: z.string().min(1).nullable().default(null),
  /** The agency's address, as the reader sees it: it names no case and no offense. */
  from: z.string().min(3),
  withinSeconds: z.int().min(1).max(60).default(20),
  /** The folder that the agency's mail system puts mails into which come back; without one no report is asked for. */
  bounceFolder: z.string().min(1).nullable().default(null),
  /** Where mails come back to, when that is not `from`. */
  bounceTo: z.string().min(3).nullable().default(null),
});
export type SmtpConfig = Readonly<z.infer<typeof SmtpConfig>>;

/**
 * Sends through an SMTP relay, one connection for a message. A relay keeps no record that could be asked for, so that a
 * line broken after the text was given stays in doubt. The same key always makes the same `Message-ID`, by which mail
 * systems know a repeated message.
 */
export const smtpChannel = (config: SmtpConfig): ChannelShape<"email"> => ({
  method: "email",
  canBeAsked: false,
  send: (message, key) => Effect.promise(() => sendBy(config, message, key)),
  ask: () => Effect.succeed({ kind: "cannot-tell" }),
});

const sendBy = async (config: SmtpConfig, message: Message<"email">, key: IdempotencyKey): Promise<SendAnswer> => {
  const to = Redacted.value(message.recipient.value);
  const progress = watchProgress();
  const transport = createTransport({ ...transportOf(config), transactionLog: true, logger: progress.logger });
  try {
    await transport.sendMail({
      from: config.from,
      to: { name: "", address: to },
      envelope: { from: config.bounceTo ?? config.from, to: [to] },
      // RFC 3461: a report, where the relay makes any, names the key and returns no text.
      ...(config.bounceFolder === null ? {} : { dsn: { id: key, return: "headers", notify: REPORTED } }),
      subject: message.subject,
      text: message.text,
      messageId: `<${key}@${domainOf(config.from)}>`,
      // RFC 3834: nobody's out-of-office reply comes back to it.
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": message.language },
    });
    return { kind: "sent", receipt: receiptOf("smtp", key), delivered: false };
  } catch (error) {
    return answerOfSmtpError(error, progress.textWasGiven());
  } finally {
    transport.close();
  }
};

const REPORTED = ["success", "failure", "delay"];

const transportOf = ({ host, port, tls, user, password, withinSeconds }: SmtpConfig) => ({
  host,
  port,
  secure: tls === "implicit",
  requireTLS: tls === "starttls",
  ignoreTLS: tls === "none",
  ...(user === null ? {} : { auth: { user, pass: password ?? "" } }),
  connectionTimeout: withinSeconds * 1000,
  greetingTimeout: withinSeconds * 1000,
  socketTimeout: withinSeconds * 1000,
  // What is given as text is sent as text: nothing in it can make the client read a file or an address.
  disableFileAccess: true,
  disableUrlAccess: true,
});

/**
 * The client says only in its log how far a conversation came before the line broke. Of all that it logs this keeps one
 * thing, whether the relay was asked to take the text; the rest, addresses among it, is dropped unread.
 */
const watchProgress = () => {
  let given = false;
  const hear = (entry: unknown, line?: unknown): void => {
    if (typeof entry === "object" && entry !== null && "tnx" in entry && entry.tnx === "client" && line === "DATA")
      given = true;
  };
  const logger = { level: () => undefined, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
  return { logger, textWasGiven: () => given };
};

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/u.exec(from)?.[1] ?? "localhost";
