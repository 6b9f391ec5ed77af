import { addHours } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { z } from "zod";
import type { AskAnswer, SendAnswer } from "../channel.ts";
import { answerOfFailure, callHttp, type HttpOutcome } from "../http-answer.ts";
import type { IdempotencyKey } from "../idempotency-key.ts";
import { plainHttps } from "../plain-https.ts";
import { receiptOf } from "../receipt.ts";
import type { PhoneProvider } from "./phone-provider.ts";

/** An account with Sinch's SMS service. */
export const SinchConfig = z.strictObject({
  /** The server of the account's region, such as `https://us.sms.api.sinch.com`. */
  url: plainHttps,
  servicePlanId: z.string().regex(/^[A-Za-z0-9]{8,64}$/u),
  token: z.string().min(8),
  /** The agency's own number or short code. */
  from: z.string().regex(/^\+?\d{3,15}$/u),
  withinSeconds: z.int().min(1).max(60).default(20),
  /** What the service signs its delivery reports with; without it none is asked for. */
  reportSecret: z.string().min(16).nullable().default(null),
  /** Where delivery reports come in: behind a proxy of the agency's that ends TLS. */
  reportHost: z.string().min(1).default("127.0.0.1"),
  reportPort: z.int().min(1).max(65_535).default(8788),
});
export type SinchConfig = Readonly<z.infer<typeof SinchConfig>>;

/**
 * Sinch's SMS service by its public HTTP interface: `POST batches` with one number, our key as `client_reference`, and
 * `GET batches` by that reference. Written from its documentation and tested against a server that imitates it; nobody has
 * run it against Sinch. The service does not itself refuse a repeated reference, so it is asked before a repeated send.
 * @source developers.sinch.com, SMS API reference, operations of batches
 */
export const sinch = (config: SinchConfig): PhoneProvider => ({
  text: ({ number, text, key }) =>
    Effect.promise(async () =>
      answerOfSend(
        await call(config, {
          body: { from: config.from, to: [number], body: text, client_reference: key, ...reportOf(config) },
        }),
        key,
      ),
    ),
  find: ({ key, claimedAt }) =>
    Effect.promise(async () => {
      // A day before the claim: the two clocks may differ, and without a start the service looks back one day only.
      const query = { client_reference: key, start_date: addHours(claimedAt, -24), page_size: "2" };
      return answerOfList(await call(config, { query }), key);
    }),
});

/** One report when the status is final, at the address that the account has for callbacks. */
const reportOf = ({ reportSecret }: SinchConfig) =>
  reportSecret === null ? {} : { delivery_report: "per_recipient_final" };

type Call = { readonly body: object } | { readonly query: Readonly<Record<string, string>> };

const call = (config: SinchConfig, asked: Call): Promise<HttpOutcome> => {
  const url = new URL(`${config.url.replace(/\/$/u, "")}/xms/v1/${config.servicePlanId}/batches`);
  const headers = { authorization: `Bearer ${config.token}`, "content-type": "application/json" };
  const { withinSeconds } = config;
  if ("body" in asked)
    return callHttp({ url, method: "POST", headers, body: JSON.stringify(asked.body), withinSeconds });
  url.search = new URLSearchParams(asked.query).toString();
  return callHttp({ url, method: "GET", headers, body: null, withinSeconds });
};

/** Of what the service answers only its own number and our key are read. */
const Batch = z.object({ id: z.string(), client_reference: z.string().optional(), canceled: z.boolean().optional() });
const Batches = z.object({ count: z.number(), batches: z.array(Batch) });

const answerOfSend = (outcome: HttpOutcome, key: IdempotencyKey): SendAnswer => {
  if (outcome.kind !== "answered" || outcome.status !== CREATED) return answerOfFailure(outcome);
  const read = Batch.safeParse(outcome.body);
  return read.success
    ? { kind: "sent", receipt: receiptOf("sinch", key, read.data.id), delivered: false }
    : { kind: "unknown", code: "answer-unclear" };
};

const CREATED = 201;
const OK = 200;

const answerOfList = (outcome: HttpOutcome, key: IdempotencyKey): AskAnswer => {
  if (outcome.kind !== "answered" || outcome.status !== OK) return { kind: "cannot-tell" };
  const read = Batches.safeParse(outcome.body);
  if (!read.success) return { kind: "cannot-tell" };
  const ours = read.data.batches.filter((batch) => batch.client_reference === key && batch.canceled !== true);
  const [first] = ours;
  if (first !== undefined) return { kind: "sent", receipt: receiptOf("sinch", key, first.id), delivered: false };
  return read.data.count === 0 ? { kind: "never-seen" } : { kind: "cannot-tell" };
};
