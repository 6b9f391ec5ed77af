import { RegistrationId } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { bearer, service, type Service } from "./service.ts";

const REQUEST = {
  jurisdiction: "us-mo",
  supervisedPersonId: "1100201",
  contact: { method: "email", value: "person@contact.example" },
};

type Pending = { readonly request: string; readonly status: string };

const begin = async ({ ask }: Service, body: object = REQUEST): Promise<Pending> =>
  (await (await ask("POST", "/registrations", { body })).json()) as Pending;

const confirm = ({ ask }: Service, request: string, code: string): Promise<Response> =>
  ask("POST", "/registrations/confirmations", { body: { request, code } });

const register = async (running: Service): Promise<{ id: string; person: string }> => {
  const { request } = await begin(running);
  const answer = await confirm(running, request, running.codes.at(-1)?.code ?? "");
  const { registration } = (await answer.json()) as { registration: string };
  return { id: registration, person: await personOf(running, registration) };
};

const personOf = async (running: Service, id: string): Promise<string> => {
  const stored = await Effect.runPromise(running.ports.registry.find(RegistrationId.parse(id)));
  return stored?.registration.person.id ?? "";
};

describe("registering", () => {
  test("takes a code that came by the channel, and answers with a registration", async () => {
    const running = service();
    const { request, status } = await begin(running);
    expect(status).toBe("pending");
    const answer = await confirm(running, request, running.codes[0]?.code ?? "");
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: "active" }]);
  });

  test("is not done before the code is given", async () => {
    const running = service();
    await begin(running);
    const answer = await running.ask("GET", "/registrations", { token: await bearer("victim", "anybody") });
    expect(await answer.json()).toEqual({ items: [], next: null });
  });

  test("answers the same whether or not somebody is registered already", async () => {
    const running = service();
    const shapeOf = async (answer: Response) => [
      answer.status,
      Object.keys((await answer.json()) as object),
      [...answer.headers.keys()],
    ];
    const first = await shapeOf(await running.ask("POST", "/registrations", { body: REQUEST }));
    await register(running);
    const again = await shapeOf(await running.ask("POST", "/registrations", { body: REQUEST }));
    expect(again).toEqual(first);
  });

  test("twice by the same address is one registration", async () => {
    const running = service();
    const [one, other] = [await register(running), await register(running)];
    expect(other.id).toBe(one.id);
  });

  test("refuses every wrong code alike: another one, one that ran out, one of no request, one tried too often", async () => {
    const running = service();
    const { request } = await begin(running);
    const code = running.codes[0]?.code ?? "";
    const refusals = [await confirm(running, request, "00000000"), await confirm(running, "no-such-request", code)];
    for (let tries = 0; tries < 4; tries += 1) refusals.push(await confirm(running, request, "00000000"));
    refusals.push(await confirm(running, request, code));
    const late = await begin(running);
    running.at("2026-11-09T14:00:00Z");
    refusals.push(await confirm(running, late.request, running.codes[1]?.code ?? ""));
    const told = await Promise.all(refusals.map(async (each) => [each.status, await each.text()]));
    expect(new Set(told.map(String)).size).toBe(1);
    expect(told[0]?.[0]).toBe(422);
  });

  test("takes a code until its hour is over", async () => {
    const running = service();
    const { request } = await begin(running);
    running.at("2026-11-09T13:59:59Z");
    expect((await confirm(running, request, running.codes[0]?.code ?? "")).status).toBe(200);
  });

  test("refuses a channel that the state does not have", async () => {
    const running = service();
    const answer = await running.ask("POST", "/registrations", { body: { ...REQUEST, channels: ["carrier-pigeon"] } });
    expect(answer.status).toBe(400);
    expect(running.codes).toEqual([]);
  });
});

describe("one's own registration", () => {
  test("is shown to the person and to nobody else", async () => {
    const running = service();
    const { id, person } = await register(running);
    const statusOf = async (subject: string) =>
      (await running.ask("GET", `/registrations/${id}`, { token: await bearer("victim", subject) })).status;
    expect([await statusOf(person), await statusOf("somebody-else")]).toEqual([200, 404]);
  });

  test("is taken back once, by whoever has read it as it stands", async () => {
    const running = service();
    const { id, person } = await register(running);
    const token = await bearer("victim", person);
    const take = (headers: Record<string, string>) =>
      running.ask("POST", `/registrations/${id}/withdrawal`, { token, headers });
    const key = { "idempotency-key": "withdraw-1" };
    expect((await take(key)).status).toBe(428);
    expect((await take({ ...key, "if-match": '"7"' })).status).toBe(412);
    const done = await take({ ...key, "if-match": '"1"' });
    expect([done.status, done.headers.get("etag")]).toEqual([200, '"2"']);
    const again = await take({ ...key, "if-match": '"1"' });
    expect([again.status, again.headers.get("idempotency-replayed"), await again.text()]).toEqual([
      200,
      "true",
      await done.text(),
    ]);
    expect((await take({ "idempotency-key": "withdraw-2", "if-match": '"1"' })).status).toBe(412);
  });

  test("comes in pages", async () => {
    const running = service();
    const { person } = await register(running);
    const token = await bearer("victim", person);
    const page = await running.ask("GET", "/registrations?limit=1", { token });
    expect(await page.json()).toMatchObject({ items: [{ status: "active", methods: ["email"] }], next: null });
    expect((await running.ask("GET", "/registrations?limit=0", { token })).status).toBe(400);
  });
});
