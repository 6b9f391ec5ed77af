import type { Refused, SendAnswer, Unknown } from "./channel.ts";

/** What an HTTP call came to: a status with its body, or how it failed. */
export type HttpOutcome =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown }
  | { readonly kind: "never-connected" }
  | { readonly kind: "broken-off" | "no-answer" };

/** What is asked for. The body is JSON. `within` bounds the whole call. */
export type HttpCall = {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly withinSeconds: number;
};

/** Makes a call. Redirects are not followed: a notice goes where the agency said, and nowhere else. */
export const callHttp = async ({ url, method, headers, body, withinSeconds }: HttpCall): Promise<HttpOutcome> => {
  try {
    const signal = AbortSignal.timeout(withinSeconds * 1000);
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    return { kind: "answered", status: response.status, body: await readJson(response) };
  } catch (error) {
    return { kind: howItFailed(error) };
  }
};

const BODY_LIMIT = 1_000_000;

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text.length > BODY_LIMIT) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Errors that come before anything was sent. */
const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const howItFailed = (error: unknown): "never-connected" | "broken-off" | "no-answer" => {
  if (!(error instanceof Error)) return "broken-off";
  if (error.name === "TimeoutError") return "no-answer";
  const cause: unknown = error.cause;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
  return typeof code === "string" && NEVER_CONNECTED.has(code) ? "never-connected" : "broken-off";
};

/**
 * What a status other than a success says of a send. A server that failed or a gateway that got no answer may have taken
 * it: that is in doubt. @source RFC 9110, section 15
 */
export const answerOfFailure = (outcome: HttpOutcome): Refused | Unknown => {
  if (outcome.kind === "never-connected") return { kind: "refused", lasting: "temporary", code: "not-now" };
  if (outcome.kind !== "answered") return { kind: "unknown", code: outcome.kind };
  const { status } = outcome;
  const known = STATUSES[status];
  if (known !== undefined) return known;
  if (status >= 300 && status < 500) return { kind: "refused", lasting: "permanent", code: "not-stated" };
  return { kind: "unknown", code: "answer-unclear" };
};

const temporary = (code: Refused["code"]): Refused => ({ kind: "refused", lasting: "temporary", code });
const permanent = (code: Refused["code"]): Refused => ({ kind: "refused", lasting: "permanent", code });

// 401 and 403 speak of the agency's own key: the reader's contact point is not to blame.
const STATUSES: Readonly<Record<number, SendAnswer & (Refused | Unknown)>> = {
  401: temporary("not-allowed"),
  403: temporary("not-allowed"),
  404: permanent("no-such-contact-point"),
  408: { kind: "unknown", code: "no-answer" },
  410: permanent("no-such-contact-point"),
  425: temporary("not-now"),
  429: temporary("too-many"),
  503: temporary("not-now"),
};
