import type { Context } from "hono";
import type { RequestContext } from "./context.ts";

/**
 * What every answer carries that is no page: if it were taken for one, it could load and run nothing. They are those of
 * Hono's `secureHeaders`, written out, so that an answer is made with them at once: setting each afterwards took longer
 * than most routes.
 */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

/** What an answer is made of. */
export type Parts = {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Makes an answer with all its headers; {@link completeHeaders} then has nothing to do. */
export const wholeAnswer = (context: Context<RequestContext>, { status, body, headers }: Parts): Response => {
  const answer = new Response(body, {
    status,
    headers: { ...ANSWER_HEADERS, "x-request-id": context.get("requestId"), ...headers },
  });
  context.set("whole", answer);
  return answer;
};

/** Gives the answer of a request the headers that every answer has, wherever it was made. A page keeps its own policy. */
export const completeHeaders = (context: Context<RequestContext>): void => {
  const { res: answer } = context;
  if (context.get("whole") === answer) return;
  answer.headers.set("x-request-id", context.get("requestId"));
  if (answer.headers.has("content-security-policy")) return;
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) answer.headers.set(name, value);
};
