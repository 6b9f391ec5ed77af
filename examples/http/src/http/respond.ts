import type { Context } from "hono";
import * as Effect from "effect/Effect";
import type { Ports } from "../ports.ts";
import { wholeAnswer } from "./answer-headers.ts";
import type { BegunRequest, KeptAnswer, KeyStanding } from "./answer-store.ts";
import type { RequestContext } from "./context.ts";
import { type AnyEndpoint, type Answer, Written } from "./endpoint.ts";
import { problem, problemResponse } from "./problem.ts";
import { type Outcome, run } from "./run.ts";

/** A route's work, and what its answer is kept under. */
export type Work = {
  readonly ports: Ports;
  readonly context: Context<RequestContext>;
  readonly effect: ReturnType<AnyEndpoint["handle"]>;
  /** `null` where answers are not kept. */
  readonly key: string | null;
  readonly digest: string;
};

/** Does a route's work once for one key, and answers. */
export const respond = async (work: Work): Promise<Response> => {
  const { ports, key } = work;
  if (key === null) return responseOf(work, await run(work.effect, ports.limits.timeoutMilliseconds));
  const begun = await standing(ports, key, work.digest);
  if (begun === null) return problemResponse(problem("unavailable", "the store of answers does not answer"));
  if (begun.kind === "answered") return again(work, begun.answer);
  if (begun.kind === "other-request")
    return problemResponse(problem("idempotency-key-reused", "give a new request a key of its own"));
  if (begun.kind === "running")
    return problemResponse(problem("conflict", "the first request with this key is still being carried out"));
  return keep(work, begun, await run(work.effect, ports.limits.timeoutMilliseconds));
};

const standing = async (ports: Ports, key: string, digest: string): Promise<KeyStanding | null> =>
  Effect.runPromise(Effect.orElseSucceed(ports.answers.begin(key, digest), () => null));

/** What failed is forgotten, so that it can be tried again: the stores themselves know a command that they have taken. */
const keep = async (work: Work, begun: BegunRequest, outcome: Outcome): Promise<Response> => {
  const kept = "answer" in outcome && !(outcome.answer.body instanceof Response) ? keptOf(outcome.answer) : null;
  const noted = kept === null ? begun.forget : begun.keep(kept);
  await Effect.runPromise(Effect.ignore(noted));
  return responseOf(work, outcome);
};

const keptOf = ({ status, body, headers = {} }: Answer): KeptAnswer => ({
  status,
  body: textOf(body),
  headers,
});

const textOf = (body: unknown): string => (body instanceof Written ? body.text : JSON.stringify(body));

const again = ({ context }: Work, { status, body, headers }: KeptAnswer): Response =>
  wholeAnswer(context, { status, body, headers: { ...JSON_HEADERS, ...headers, "idempotency-replayed": "true" } });

const JSON_HEADERS = { "content-type": "application/json", "cache-control": "no-store" };

const responseOf = ({ context }: Work, outcome: Outcome): Response => {
  if ("problem" in outcome) {
    context.set("error", outcome.error);
    return problemResponse(outcome.problem);
  }
  const { status, body, headers = {} } = outcome.answer;
  if (body instanceof Response) return body;
  return wholeAnswer(context, { status, body: textOf(body), headers: { ...JSON_HEADERS, ...headers } });
};
