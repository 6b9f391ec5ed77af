import type { Registration } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import type { Assigned } from "../src/access/assignments.ts";
import { readSeed } from "../src/node/seed.ts";
import { bearer, service, type Service } from "./service.ts";

const seed = readSeed(["us-mo"]);
const escape = seed.events.find(({ kind }) => kind === "escape");
if (escape === undefined) throw new Error("somebody escapes in the demonstration");
const registrations = seed.registrations.filter(
  ({ supervisedPersonId }) => supervisedPersonId === escape.supervisedPersonId,
);
const offenses = seed.offenses.filter(({ supervisedPersonId }) => supervisedPersonId === escape.supervisedPersonId);

const assignedTo = (subject: string, people: readonly Registration[]): readonly Assigned[] =>
  people.map(({ person }) => ({ subject, role: "liaison", what: { kind: "person", id: person.id } }));

/** The state's escape, told to those who are registered; one liaison is assigned to all of them, another to nobody. */
const begin = async (): Promise<Service> => {
  const running = service({ seed: { registrations, offenses }, assigned: assignedTo("liaison-1", registrations) });
  const body = {
    specversion: "1.0",
    id: "e",
    source: "urn:feed",
    type: "org.victim-rights.custody-event.v1",
    data: escape,
  };
  await running.ask("POST", "/events", {
    token: await bearer("feed"),
    headers: { "content-type": "application/cloudevents+json" },
    body,
  });
  return running;
};

type Listed = {
  readonly items: readonly { readonly id: string; readonly state: string; readonly subject: { personId: string } }[];
  readonly next: string | null;
};
const list = async ({ ask }: Service, token: string, query = ""): Promise<Listed> =>
  (await (await ask("GET", `/obligations${query}`, { token })).json()) as Listed;

const liaison = await bearer("liaison", "liaison-1");
const other = await bearer("liaison", "liaison-2");
const auditor = await bearer("auditor");

/** One obligation, as the liaison finds it. */
const firstOf = async (running: Service) => {
  const [first] = (await list(running, liaison)).items;
  if (first === undefined) throw new Error("something is owed");
  return { first, path: `/obligations/${encodeURIComponent(first.id)}`, owner: first.subject.personId };
};

const RECORD = "file-1";
const declined = {
  act: "decline",
  id: "decline-1",
  evidence: { kind: "lawful-decline", on: "2026-11-09", declined: "this-notice", writing: RECORD },
};
const handed = { act: "hand-to-person", id: "hand-1", queue: "victim-services", reason: "needs-a-call" };

describe("obligations", () => {
  test("are listed to those who are assigned, to the person, and to whoever audits", async () => {
    const running = await begin();
    const { owner } = await firstOf(running);
    const mine = await list(running, await bearer("victim", owner));
    const all = await list(running, auditor);
    expect(all.items.length).toBeGreaterThan(0);
    expect((await list(running, liaison)).items).toEqual(all.items);
    expect((await list(running, other)).items).toEqual([]);
    expect(mine.items.map(({ subject }) => subject.personId)).toEqual(mine.items.map(() => owner));
    expect(mine.items.length).toBeGreaterThan(0);
  });

  test("of others are not there for a victim, whomever the query names", async () => {
    const running = await begin();
    const { path, owner } = await firstOf(running);
    const stranger = await bearer("victim", "somebody-else");
    expect((await list(running, stranger, `?person=${encodeURIComponent(owner)}`)).items).toEqual([]);
    expect((await running.ask("GET", path, { token: stranger })).status).toBe(404);
    expect((await running.ask("GET", path, { token: other })).status).toBe(404);
    const unknown = await running.ask("GET", "/obligations/none", { token: stranger });
    expect(await unknown.text()).toBe(await (await running.ask("GET", path, { token: stranger })).text());
  });

  test("show the person the grounds and the deadline, and not what staff did", async () => {
    const running = await begin();
    const { path, owner } = await firstOf(running);
    const seen = (await (await running.ask("GET", path, { token: await bearer("victim", owner) })).json()) as object;
    expect(Object.keys(seen).toSorted()).toEqual([
      "dataAge",
      "deadline",
      "dutyBearers",
      "grounds",
      "id",
      "kind",
      "sendFrom",
      "state",
      "subject",
    ]);
    const whole = (await (await running.ask("GET", path, { token: liaison })).json()) as object;
    expect(Object.keys(whole)).toContain("attempts");
  });

  test("come in pages, each going on where the one before ended", async () => {
    const running = await begin();
    const whole = (await list(running, auditor)).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Listed = await list(running, auditor, `?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(paged).toEqual(whole);
  });
});

describe("a step in the life of an obligation", () => {
  const step = async (running: Service, asked: { token: string; body: object; match?: string; key?: string }) => {
    const { path } = await firstOf(running);
    const headers = {
      ...(asked.match !== undefined && { "if-match": asked.match }),
      ...(asked.key !== undefined && { "idempotency-key": asked.key }),
    };
    return running.ask("POST", `${path}/commands`, { token: asked.token, body: asked.body, headers });
  };

  test("needs a key and the revision that was read", async () => {
    const running = await begin();
    expect((await step(running, { token: liaison, body: handed })).status).toBe(428);
    expect((await step(running, { token: liaison, body: handed, match: '"1"' })).status).toBe(400);
    expect((await step(running, { token: liaison, body: handed, match: '"3"', key: "key-00001" })).status).toBe(412);
    const done = await step(running, { token: liaison, body: handed, match: '"1"', key: "key-00001" });
    expect([done.status, done.headers.get("etag"), ((await done.json()) as { state: string }).state]).toEqual([
      200,
      '"2"',
      "with-person",
    ]);
  });

  test("given again is answered as it was first, and given otherwise with the same key is refused", async () => {
    const running = await begin();
    const asked = { token: liaison, body: handed, match: '"1"', key: "key-00001" };
    const { path } = await firstOf(running);
    const once = await step(running, asked);
    const again = await running.ask("POST", `${path}/commands`, {
      token: liaison,
      body: handed,
      headers: { "if-match": '"1"', "idempotency-key": "key-00001" },
    });
    expect([again.status, again.headers.get("idempotency-replayed"), await again.text()]).toEqual([
      200,
      "true",
      await once.text(),
    ]);
    const reused = await running.ask("POST", `${path}/commands`, {
      token: liaison,
      body: { ...handed, queue: "legal" },
      headers: { "if-match": '"1"', "idempotency-key": "key-00001" },
    });
    expect(reused.status).toBe(422);
  });

  test("is taken by whom the token names, at the time of the service, whatever is sent", async () => {
    const running = await begin();
    const by = { role: "system", id: "nobody" };
    for (const more of [{ by }, { at: "2020-01-01T00:00:00Z" }])
      expect(
        (await step(running, { token: liaison, body: { ...handed, ...more }, match: '"1"', key: "key-00001" })).status,
      ).toBe(400);
    const done = await step(running, { token: liaison, body: handed, match: '"1"', key: "key-00001" });
    expect(await done.json()).toMatchObject({
      commands: [{ by: { role: "staff", id: "liaison-1" }, at: "2026-11-09T13:00:00.000Z" }],
    });
  });

  test("that only the person may take is the person's", async () => {
    const running = await begin();
    const { owner } = await firstOf(running);
    const asked = { body: declined, match: '"1"', key: "key-00001" };
    expect((await step(running, { ...asked, token: await bearer("victim", "somebody-else") })).status).toBe(404);
    const done = await step(running, { ...asked, token: await bearer("victim", owner) });
    expect([done.status, ((await done.json()) as { state: string }).state]).toEqual([200, "declined"]);
  });

  test("that is none from where it stands is told with what is", async () => {
    const running = await begin();
    const found = { act: "contact-found", id: "c-1", contact: "contact-1", record: RECORD, reason: "found-by-staff" };
    const answer = await step(running, { token: liaison, body: found, match: '"1"', key: "key-00001" });
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([409, "StepNotPossible"]);
  });
});

describe("the queue of tasks", () => {
  const undetermined = async (): Promise<Service> => {
    const running = service({
      seed: {
        registrations: registrations.map((each) => ({
          ...each,
          channels: [],
          facts: {},
          harm: { ...each.harm, directness: null },
        })),
      },
      assigned: assignedTo("liaison-1", registrations),
    });
    const body = {
      specversion: "1.0",
      id: "e",
      source: "urn:feed",
      type: "org.victim-rights.custody-event.v1",
      data: escape,
    };
    await running.ask("POST", "/events", {
      token: await bearer("feed"),
      headers: { "content-type": "application/cloudevents+json" },
      body,
    });
    return running;
  };

  const tasksOf = async ({ ask }: Service, token: string) =>
    ((await (await ask("GET", "/tasks", { token })).json()) as { items: { id: string }[] }).items.map(({ id }) => id);

  const readSome = async (answer: Response, count: number): Promise<string> => {
    const reader = answer.body?.getReader();
    const pieces: string[] = [];
    while (reader !== undefined && pieces.join("").split("event: task").length <= count) {
      const { value, done } = await reader.read();
      if (done) break;
      pieces.push(new TextDecoder().decode(value));
    }
    await reader?.cancel();
    return pieces.join("");
  };

  test("is what is assigned to whoever asks, until somebody has answered", async () => {
    const running = await undetermined();
    const [first = "", ...others] = await tasksOf(running, liaison);
    expect(others.length).toBeGreaterThan(0);
    expect(await tasksOf(running, other)).toEqual([]);
    const path = `/tasks/${encodeURIComponent(first)}/answer`;
    const asked = { body: { record: RECORD }, headers: { "idempotency-key": "key-00001" } };
    expect((await running.ask("POST", path, { ...asked, token: other })).status).toBe(404);
    expect((await running.ask("POST", path, { ...asked, token: liaison })).status).toBe(200);
    expect(await tasksOf(running, liaison)).toEqual(others);
  });

  test("comes as a stream of ids alone, which goes on after the last that was seen", async () => {
    const running = await undetermined();
    const ids = await tasksOf(running, liaison);
    const whole = await readSome(await running.ask("GET", "/tasks/stream", { token: liaison }), ids.length);
    const told = [...whole.matchAll(/^data: (.*)$/gmu)].map(([, data = ""]) => JSON.parse(data) as object);
    expect(told).toEqual(ids.map((task) => ({ task })));
    const seen = /^id: (\d+)$/mu.exec(whole)?.[1] ?? "";
    const rest = await readSome(
      await running.ask("GET", "/tasks/stream", { token: liaison, headers: { "last-event-id": seen } }),
      ids.length - 1,
    );
    expect([...rest.matchAll(/^data: (.*)$/gmu)].map(([, data = ""]) => JSON.parse(data) as object)).toEqual(
      told.slice(1),
    );
  });
});
