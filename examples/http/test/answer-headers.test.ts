import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { describe, expect, test } from "vitest";
import { ANSWER_HEADERS } from "../src/http/answer-headers.ts";
import { bearer, service } from "./service.ts";

const token = await bearer("liaison");
const running = service();
const OPEN = { jurisdiction: "us-mo", question: "notice", asOf: "2026-11-09", facts: {} };

describe("the headers of every answer", () => {
  test("are those that the framework's own `secureHeaders` sets", async () => {
    const app = new Hono();
    const csp = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] };
    app.use(
      secureHeaders({
        crossOriginResourcePolicy: "same-origin",
        crossOriginOpenerPolicy: "same-origin",
        referrerPolicy: "no-referrer",
        strictTransportSecurity: "max-age=63072000; includeSubDomains",
        xFrameOptions: "DENY",
        permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
        contentSecurityPolicy: csp,
      }),
    );
    app.get("/", () => new Response(null));
    expect(Object.fromEntries((await app.request("/")).headers)).toEqual(ANSWER_HEADERS);
  });

  const PLAIN = { "content-type": "text/plain" };
  test.each([
    ["a decision", 200, () => running.ask("POST", "/decisions", { token, body: OPEN })],
    ["a health check", 200, () => running.ask("GET", "/health/live")],
    ["the document", 200, () => running.ask("GET", "/openapi.json")],
    ["the reference's script", 200, () => running.ask("GET", "/reference/scalar.js")],
    ["a stream", 200, () => running.ask("GET", "/tasks/stream", { token })],
    ["no token", 401, () => running.ask("GET", "/tasks")],
    ["what does not fit", 400, () => running.ask("POST", "/decisions", { token, body: {} })],
    ["no JSON", 400, () => running.ask("POST", "/decisions", { token, body: "{" })],
    ["another media type", 415, () => running.ask("POST", "/decisions", { token, body: "a", headers: PLAIN })],
    ["another method", 405, () => running.ask("DELETE", "/decisions", { token })],
    ["no such path", 404, () => running.ask("GET", "/nowhere")],
    [
      "a pre-flight of another origin",
      204,
      () =>
        service({ ports: { origins: ["https://portal.example"] } }).ask("OPTIONS", "/decisions", {
          headers: { origin: "https://portal.example", "access-control-request-method": "POST" },
        }),
    ],
  ])("stand on %s", async (_, status, asked) => {
    const answer = await asked();
    await answer.body?.cancel();
    const standing = Object.keys(ANSWER_HEADERS).map((name) => [name, answer.headers.get(name)]);
    expect([answer.status, Object.fromEntries(standing)]).toEqual([status, ANSWER_HEADERS]);
    expect(answer.headers.get("x-request-id")).toMatch(/^id-\d+$/u);
  });
});
