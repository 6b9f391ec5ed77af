import { ObligationCommand } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { readSeed } from "../src/node/seed.ts";
import { bearer, service, type Service } from "./service.ts";

const seed = readSeed(["us-mo"]);
const escape = seed.events.find(({ kind }) => kind === "escape");
if (escape === undefined) throw new Error("somebody escapes in the demonstration");
const registrations = seed.registrations.filter(
  ({ supervisedPersonId }) => supervisedPersonId === escape.supervisedPersonId,
);
const offenses = seed.offenses.filter(({ supervisedPersonId }) => supervisedPersonId === escape.supervisedPersonId);

const begin = (): Service => service({ seed: { registrations, offenses } });
const token = await bearer("feed");
const STRUCTURED = { "content-type": "application/cloudevents+json" };
const ATTRIBUTES = { specversion: "1.0", id: "e-1", source: "urn:feed", type: "org.victim-rights.custody-event.v1" };

const send = ({ ask }: Service, data: unknown, change: object = {}): Promise<Response> =>
  ask("POST", "/events", { token, headers: STRUCTURED, body: { ...ATTRIBUTES, data, ...change } });

const obligationsIn = async ({ ports }: Service) => {
  const pages = await Promise.all(
    registrations.map(({ person }) =>
      Effect.runPromise(ports.obligations.listForPerson({ personId: person.id, limit: 100, afterSequence: 0 })),
    ),
  );
  return pages.flatMap(({ items }) => items);
};

describe("a CloudEvent", () => {
  test("opens what is owed to those who are registered, and tells the feed nothing of it", async () => {
    const running = begin();
    const answer = await send(running, escape);
    expect([answer.status, await answer.json()]).toEqual([202, { event: escape.id, revision: 1, recorded: "now" }]);
    expect((await obligationsIn(running)).length).toBeGreaterThan(0);
  });

  test("is recorded once, however often it comes", async () => {
    const running = begin();
    await send(running, escape);
    const before = await obligationsIn(running);
    running.at("2026-11-09T13:30:00Z");
    const again = await send(running, escape, { id: "e-2" });
    expect(await again.json()).toMatchObject({ recorded: "before" });
    expect(await obligationsIn(running)).toEqual(before);
  });

  test("that takes an event back ends what was owed", async () => {
    const running = begin();
    await send(running, escape);
    await send(running, { ...escape, revision: 2, status: "withdrawn" });
    const states = (await obligationsIn(running)).map(({ obligation }) => obligation.state);
    expect(new Set(states)).toEqual(new Set(["withdrawn"]));
  });

  test("that takes an event back is taken although a worker's clock ran ahead of the service's", async () => {
    const running = begin();
    await send(running, escape);
    for (const { obligation, revision } of await obligationsIn(running)) {
      const command = ObligationCommand.parse({
        act: "hand-to-person",
        id: "ahead-1",
        at: "2026-11-09T13:07:00Z",
        by: { role: "system", id: "worker-1" },
        queue: "victim-services",
        reason: "no-channel-for-method",
      });
      await Effect.runPromise(
        running.ports.obligations.advance({ obligation: obligation.id, expected: revision, command }),
      );
    }
    const answer = await send(running, { ...escape, revision: 2, status: "withdrawn" });
    expect(answer.status).toBe(202);
    const states = (await obligationsIn(running)).map(({ obligation }) => obligation.state);
    expect(new Set(states)).toEqual(new Set(["withdrawn"]));
  });

  test("is read in binary mode, its attributes in headers", async () => {
    const running = begin();
    const headers = Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, value]) => [`ce-${name}`, value]));
    const answer = await running.ask("POST", "/events", { token, headers, body: escape });
    expect(answer.status).toBe(202);
    const without = await running.ask("POST", "/events", {
      token,
      headers: { ...headers, "ce-specversion": "0.3" },
      body: escape,
    });
    expect([without.status, ((await without.json()) as { issues: { path: string }[] }).issues[0]?.path]).toEqual([
      400,
      "$.specversion",
    ]);
  });

  test.each([
    ["a type that is none of ours", { type: "com.example.other" }],
    ["another version of the standard", { specversion: "1.1" }],
    ["no source", { source: "" }],
    ["an event that does not fit", { data: { ...escape, kind: "picnic" } }],
  ])("with %s is refused", async (_, change) => {
    expect((await send(begin(), escape, change)).status).toBe(400);
  });

  test("in another media type is refused", async () => {
    const answer = await begin().ask("POST", "/events", {
      token,
      headers: { "content-type": "text/csv" },
      body: "a,b",
    });
    expect(answer.status).toBe(415);
  });
});

const element = (name: string, inside: string): string => `<x:${name}>${inside}</x:${name}>`;
const id = (of: string, value: string): string => element(of, element("IdentificationID", value));
const message = (parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><x:VictimNotification xmlns:x="urn:x">${parts.join("")}</x:VictimNotification>`;

const PARTS = [
  id("ActivityIdentification", "N-1"),
  id("SubjectIdentification", escape.supervisedPersonId),
  element("NotificationEventCode", "escape"),
  element("ActivityDate", element("DateTime", "2026-11-09T04:40:00Z")),
];

const sendXml = ({ ask }: Service, body: string, query = "?jurisdiction=us-mo"): Promise<Response> =>
  ask("POST", `/events${query}`, { token, headers: { "content-type": "application/xml" }, body });

describe("a victim notification in XML", () => {
  test("becomes the event that it tells of, its moment as the agency's day and time", async () => {
    const running = begin();
    const answer = await sendXml(running, message(PARTS));
    expect([answer.status, await answer.json()]).toEqual([202, { event: "N-1", revision: 1, recorded: "now" }]);
    const { events } = await Effect.runPromise(running.ports.custody.of(escape.supervisedPersonId));
    expect(events[0]).toMatchObject({
      kind: "escape",
      occurred: { date: "2026-11-08", time: "22:40" },
      releaseType: null,
    });
  });

  test.each([
    [
      "a document type",
      message(PARTS).replace("<x:Vic", '<!DOCTYPE x [<!ENTITY a "b">]><x:Vic'),
      "has a document type",
    ],
    [
      "a code that nobody has mapped",
      message(PARTS.with(2, element("NotificationEventCode", "E99"))),
      "is no event code of this agency",
    ],
    [
      "a moment without its offset",
      message(PARTS.with(3, element("ActivityDate", element("DateTime", "2026-11-09T04:40:00")))),
      "is no moment",
    ],
    ["two events in one message", message([...PARTS, id("ActivityIdentification", "N-2")]), "is there twice"],
    ["another root", message(PARTS).replaceAll("VictimNotification", "PetLicence"), "is no victim notification"],
    ["text that is no XML", "<x:VictimNotification><open>", "is not well-formed XML"],
    ["elements without end", "<a>".repeat(5000) + "</a>".repeat(5000), "is nested too deeply"],
    ["nothing", " ", "is not well-formed XML"],
  ])("with %s is refused", async (_, body, what) => {
    const answer = await sendXml(begin(), body);
    const { issues } = (await answer.json()) as { issues: { problem: string }[] };
    expect([answer.status, issues.map(({ problem }) => problem)]).toEqual([400, expect.arrayContaining([what])]);
  });

  test("reads the five entities that XML itself has, and no other", async () => {
    const running = begin();
    await sendXml(running, message(PARTS.with(0, id("ActivityIdentification", "N&amp;1&custom;"))));
    const { events } = await Effect.runPromise(running.ports.custody.of(escape.supervisedPersonId));
    expect(events[0]?.id).toBe("N&1&custom;");
  });

  test("is not taken while nobody says whose it is", async () => {
    expect((await sendXml(begin(), message(PARTS), "")).status).toBe(400);
  });
});
