/** What each runtime is asked, and what of an answer must be the same everywhere. */
import type { Caller } from "../src/access/caller.ts";

/** One request; `token` is that of a role. */
export type Asked = {
  readonly what: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly role?: Caller["role"];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the answer tells when something was heard, which is each service's own. */
  readonly tellsWhen?: boolean;
};

/** An answer, without what is each one's own: the id of the request, and what the server writes about its connection. */
export type Given = { readonly what: string; readonly status: number; readonly headers: string; readonly body: string };

const OWN = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "server",
  "transfer-encoding",
  "x-request-id",
]);
/** A server may send what is said twice in a letter case of its own, and a space. */
const plain = (value: string): string => value.toLowerCase().replaceAll(/\s/gu, "");

const without = (text: string, tellsWhen = false): string =>
  tellsWhen ? text.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/gu, '"a moment"') : text;

const JSON_MEDIA = { "content-type": "application/json" };
const DECISION = JSON.stringify({
  jurisdiction: "us-mo",
  question: "notice",
  asOf: "2026-11-09",
  facts: { "event.kind": "escape", "claimant.kind": "natural-person", "claimant.relation": { uncertain: true } },
});
const MISFIT = JSON.stringify({ jurisdiction: "us-mo", question: 3, asOf: "2026-02-30", facts: {}, more: 1 });

/** Asked in this order: the second telling of an event is told as such. */
export const asksWith = (event: object): readonly Asked[] => {
  const cloudEvent = { specversion: "1.0", id: "e-1", source: "urn:feed", type: "org.victim-rights.custody-event.v1" };
  const told = {
    method: "POST",
    path: "/events",
    role: "feed",
    headers: { "content-type": "application/cloudevents+json" },
    body: JSON.stringify({ ...cloudEvent, data: event }),
  } as const;
  const decision = {
    method: "POST",
    path: "/decisions",
    role: "liaison",
    headers: JSON_MEDIA,
    body: DECISION,
  } as const;
  const short = { ...decision, headers: { ...JSON_MEDIA, prefer: "return=minimal" } };
  return [
    { what: "a health check", method: "GET", path: "/health/live" },
    { what: "the OpenAPI document", method: "GET", path: "/openapi.json" },
    { what: "the states", method: "GET", path: "/jurisdictions" },
    { what: "a decision", ...decision },
    { what: "a decision in short", ...short },
    { what: "a decision without a token", method: "POST", path: "/decisions", headers: JSON_MEDIA, body: DECISION },
    { what: "a decision by a feed", ...decision, role: "feed" },
    { what: "what does not fit", ...decision, body: MISFIT },
    { what: "what is no JSON", ...decision, body: "{" },
    { what: "another media type", ...decision, headers: { "content-type": "text/plain" } },
    { what: "another method", method: "GET", path: "/decisions" },
    { what: "no such path", method: "GET", path: "/nowhere" },
    { what: "an event", ...told },
    { what: "the event again", ...told },
    { what: "a list of tasks", method: "GET", path: "/tasks", role: "auditor", tellsWhen: true },
  ];
};

/** Asks a service everything, one after another. */
export const askAll = async (
  address: string,
  asks: readonly Asked[],
  tokens: ReadonlyMap<string, string>,
): Promise<readonly Given[]> => {
  const given: Given[] = [];
  for (const { what, method, path, role, headers = {}, body, tellsWhen } of asks) {
    const authorization = role === undefined ? {} : { authorization: `Bearer ${tokens.get(role)}` };
    const request = { method, headers: { ...headers, ...authorization }, ...(body !== undefined && { body }) };
    const answer = await fetch(`${address}${path}`, request);
    const kept = [...answer.headers].filter(([name]) => !OWN.has(name));
    const lines = kept.map(([name, value]) => `${name}: ${plain(value)}`).toSorted();
    given.push({
      what,
      status: answer.status,
      headers: lines.join("\n"),
      body: without(await answer.text(), tellsWhen),
    });
  }
  return given;
};
