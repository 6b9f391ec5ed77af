import { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { bearer, service } from "./service.ts";

const token = await bearer("liaison");
const victim = await bearer("victim", "victim-1");
const { limits, registry, obligations } = service().ports;

describe("limits", () => {
  test("refuse a body that is too large, by its length or as it comes", async () => {
    const { ask } = service({ ports: { limits: { ...limits, bodyBytes: 1000 } } });
    const body = { jurisdiction: "us-mo", question: "x".repeat(2000), asOf: "2026-11-09", facts: {} };
    expect((await ask("POST", "/decisions", { token, body })).status).toBe(413);
    const headers = { "content-length": String(JSON.stringify(body).length) };
    expect((await ask("POST", "/decisions", { token, body, headers })).status).toBe(413);
    const small = { ...body, question: "notice" };
    const given = { "content-length": String(JSON.stringify(small).length) };
    expect((await ask("POST", "/decisions", { token, body: small, headers: given })).status).toBe(200);
  });

  test("count requests by caller, and say when to come back", async () => {
    const running = service({ ports: { limits: { ...limits, perCaller: { perMinute: 2 } } } });
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await running.ask("GET", "/tasks", { token })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await running.ask("GET", "/tasks", { token })).headers.get("retry-after")).toBe("30");
    expect((await running.ask("GET", "/registrations", { token: victim })).status).toBe(200);
    running.at("2026-11-09T13:00:30Z");
    expect((await running.ask("GET", "/tasks", { token })).status).toBe(200);
  });

  test("count what needs no token by client, and writes of it more narrowly", async () => {
    const running = service({
      ports: { limits: { ...limits, perClient: { perMinute: 4 }, publicWrites: { perMinute: 1 } } },
    });
    const body = { request: "r", code: "12345678" };
    const write = async () => (await running.ask("POST", "/registrations/confirmations", { body })).status;
    expect([await write(), await write()]).toEqual([422, 429]);
    const live = async () => (await running.ask("GET", "/health/live")).status;
    expect([await live(), await live(), await live()]).toEqual([200, 200, 429]);
  });

  test("end what takes too long", async () => {
    const never = { ...obligations, listTasks: () => Effect.never };
    const { ask } = service({ ports: { obligations: never, limits: { ...limits, timeoutMilliseconds: 1 } } });
    expect((await ask("GET", "/tasks", { token })).status).toBe(504);
  });

  test("refuse a URL without end", async () => {
    expect((await service().ask("GET", `/tasks?cursor=${"x".repeat(13_000)}`, { token })).status).toBe(400);
  });
});

describe("a store that does not answer", () => {
  const down = new StoreUnavailable({ commit: "not-made", during: "listForPerson" });

  test("makes the answer 503, and says when to come back", async () => {
    const { ask, log } = service({ ports: { registry: { ...registry, listForPerson: () => Effect.fail(down) } } });
    const answer = await ask("GET", "/registrations", { token: victim });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(log[0]).toMatchObject({ status: 503, error: "StoreUnavailable" });
  });

  test("makes the service not ready, and alive all the same", async () => {
    const { ask } = service({ ports: { registry: { ...registry, about: () => Effect.fail(down) } } });
    expect([(await ask("GET", "/health/ready")).status, (await ask("GET", "/health/live")).status]).toEqual([503, 200]);
  });

  test("uses up no key: the request can be given again", async () => {
    let isDown = true;
    const first = service();
    const body = { jurisdiction: "us-mo", supervisedPersonId: "1", contact: { method: "sms", value: "573-555-0100" } };
    const { request } = (await (await first.ask("POST", "/registrations", { body })).json()) as { request: string };
    const code = first.codes[0]?.code ?? "";
    const { registration } = (await (
      await first.ask("POST", "/registrations/confirmations", { body: { request, code } })
    ).json()) as { registration: string };
    const inner = first.ports.registry;
    const flaky = {
      ...inner,
      withdraw: (...asked: Parameters<typeof inner.withdraw>) =>
        isDown ? Effect.fail(down) : inner.withdraw(...asked),
    };
    const { ask } = service({ ports: { registry: flaky } });
    const stored = await Effect.runPromise(inner.find(registration as never));
    const token = await bearer("victim", stored?.registration.person.id);
    const headers = { "idempotency-key": "key-0001", "if-match": '"1"' };
    const take = async () =>
      (await ask("POST", `/registrations/${registration}/withdrawal`, { token, headers })).status;
    expect(await take()).toBe(503);
    isDown = false;
    expect(await take()).toBe(200);
  });
});

describe("headers", () => {
  test("close an answer to every other use, and let nobody keep it", async () => {
    const answer = await service().ask("GET", "/tasks", { token });
    const of = (name: string) => answer.headers.get(name);
    expect(of("cache-control")).toBe("no-store");
    expect(of("x-content-type-options")).toBe("nosniff");
    expect(of("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    expect(of("referrer-policy")).toBe("no-referrer");
    expect(of("strict-transport-security")).toMatch(/^max-age=\d{8}/u);
    expect(of("x-powered-by")).toBe(null);
  });

  test("let no page of another origin ask, unless the operator named it", async () => {
    const headers = { origin: "https://other.example" };
    const closed = await service().ask("GET", "/health/live", { headers });
    expect(closed.headers.get("access-control-allow-origin")).toBe(null);
    const { ask } = service({ ports: { origins: ["https://portal.example"] } });
    expect((await ask("GET", "/health/live", { headers })).headers.get("access-control-allow-origin")).toBe(null);
    const open = await ask("GET", "/health/live", { headers: { origin: "https://portal.example" } });
    expect(open.headers.get("access-control-allow-origin")).toBe("https://portal.example");
  });

  test("of the reference page let it run its own scripts and load nothing from elsewhere", async () => {
    const { ask } = service();
    const answer = await ask("GET", "/reference");
    const page = await answer.text();
    const policy = answer.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? "none";
    expect(policy).toContain("default-src 'none'");
    expect(page.match(/<script/gu)?.length).toBe(page.split(`nonce="${nonce}"`).length - 1);
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, url]) => url)).toEqual(["/reference/scalar.js"]);
    expect(page).not.toMatch(/https?:\/\//u);
    expect((await ask("GET", "/reference/scalar.js")).headers.get("content-type")).toContain("javascript");
  });
});

describe("what is asked in another way", () => {
  test("gets what there is instead", async () => {
    const { ask } = service();
    const wrong = await ask("DELETE", "/decisions", { token });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await ask("GET", "/nowhere")).status).toBe(404);
    expect(
      (await ask("POST", "/decisions", { token, body: "a=1", headers: { "content-type": "text/plain" } })).status,
    ).toBe(415);
    expect((await ask("HEAD", "/health/live")).status).toBe(200);
  });
});
