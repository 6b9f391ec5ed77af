import type { Registration } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { readSeed } from "../src/node/seed.ts";
import { readDocument } from "./document.ts";
import { bearer, service } from "./service.ts";
import type { Role } from "../src/access/caller.ts";

/** Values that stand for what must never get out: shaped as those that it would be. */
const CANARIES = ["canary.9f3@contact.example", "573-555-0199", "77 Canary Lane", "Canary Person"] as const;
const [EMAIL, PHONE, ADDRESS, NAME] = CANARIES;

const foundIn = (text: string): readonly string[] =>
  CANARIES.filter((canary) => text.includes(canary) || text.includes(encodeURIComponent(canary)));

const wholeOf = async (answer: Response): Promise<string> =>
  `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;

const seed = readSeed(["us-mo"]);
const first = seed.registrations[0];
if (first === undefined) throw new Error("the demonstration has a registration");

/** Somebody who is registered with every value that must stay inside. */
const registered: Registration = {
  ...first,
  person: { ...first.person, name: NAME },
  contacts: [
    { method: "email", value: EMAIL, currency: "current", confirmedOn: null, preference: 1 },
    { method: "phone", value: PHONE, currency: "current", confirmedOn: null, preference: 2 },
    { method: "postal", value: ADDRESS, currency: "current", confirmedOn: null, preference: 3 },
  ],
  safeContact: { hours: [], doNotLeaveMessage: true, neverUse: [], alternate: `ask for ${NAME} at ${PHONE}` },
};
const events = seed.events.filter(({ supervisedPersonId }) => supervisedPersonId === registered.supervisedPersonId);
const offenses = seed.offenses.filter(({ supervisedPersonId }) => supervisedPersonId === registered.supervisedPersonId);

const running = service({
  seed: { registrations: [registered], offenses },
  assigned: [{ subject: "liaison-1", role: "liaison", what: { kind: "person", id: registered.person.id } }],
});
const { operations } = await readDocument(running);
const { ask } = running;

const cloudEvent = (data: unknown) => ({
  specversion: "1.0",
  id: "e-1",
  source: "urn:feed",
  type: "org.victim-rights.custody-event.v1",
  data,
});

describe("no address, number or name gets out", () => {
  test("when events come in, in what the store keeps, and in every list and stream made of it", async () => {
    const feed = await bearer("feed");
    const headers = { "content-type": "application/cloudevents+json" };
    for (const event of events) {
      const answer = await ask("POST", "/events", { token: feed, headers, body: cloudEvent(event) });
      expect([answer.status, foundIn(await wholeOf(answer))]).toEqual([202, []]);
    }
    const page = { limit: 100, afterSequence: 0 };
    const { obligations } = running.ports;
    const kept = await Effect.runPromise(
      Effect.all([obligations.listForPerson({ ...page, personId: registered.person.id }), obligations.listTasks(page)]),
    );
    expect(kept[0].items.length + kept[1].items.length).toBeGreaterThan(0);
    expect(foundIn(JSON.stringify(kept))).toEqual([]);
    const token = await bearer("liaison");
    const mine = await bearer("victim", registered.person.id);
    const told = await Promise.all([
      ask("GET", `/obligations?person=${encodeURIComponent(registered.person.id)}`, { token }),
      ask("GET", "/obligations", { token: mine }),
      ask("GET", "/tasks", { token }),
      ask("GET", "/registrations", { token: mine }),
      ask("GET", `/registrations/${encodeURIComponent(registered.id)}`, { token: mine }),
    ]);
    for (const answer of told) expect([answer.status, foundIn(await wholeOf(answer))]).toEqual([200, []]);
  });

  test("when a plan is made for people whose ways to be reached come with the request", async () => {
    const body = { jurisdiction: "us-mo", events, offenses, registrations: [registered] };
    const answer = await ask("POST", "/plans", { token: await bearer("liaison"), body });
    const whole = await wholeOf(answer);
    expect([answer.status, foundIn(whole)]).toEqual([200, []]);
    expect(whole).toContain('"method":"email"');
  });

  test("when somebody registers: the value goes to the channel, and nowhere else", async () => {
    const body = {
      jurisdiction: "us-mo",
      supervisedPersonId: registered.supervisedPersonId,
      contact: { method: "email", value: EMAIL },
    };
    const answer = await ask("POST", "/registrations", { body });
    const whole = await wholeOf(answer);
    expect(foundIn(whole)).toEqual([]);
    const sent = running.codes.at(-1);
    expect(sent?.to).toBe(EMAIL);
    expect(whole).not.toContain(sent?.code);
    expect(JSON.stringify(running.log)).not.toContain(sent?.code);
  });

  test("when a ledger takes a payee's address in", async () => {
    const token = await bearer("restitution-officer");
    const open = {
      do: "open-payee",
      id: "c-1",
      document: "d",
      effectiveOn: "2026-11-02",
      payee: "p-1",
      kind: "estate",
    };
    const answer = await ask("POST", "/ledgers/us-mt.one/commands", {
      token,
      headers: { "if-match": '"0"', "idempotency-key": "key-00001" },
      body: { ...open, name: NAME, address: ADDRESS },
    });
    expect([answer.status, foundIn(await wholeOf(answer))]).toEqual([200, []]);
    const clash = await ask("POST", "/ledgers/us-mt.one/commands", {
      token,
      headers: { "if-match": '"1"', "idempotency-key": "key-00002" },
      body: { ...open, name: "another", address: ADDRESS },
    });
    expect([clash.status, foundIn(await wholeOf(clash))]).toEqual([422, []]);
  });

  test("when the library names what was sent as an id: its message is passed on without it", async () => {
    const token = await bearer("restitution-officer");
    const paid = { cents: 100, currency: "USD", purpose: "restitution", from: "payer", grade: "felony" };
    const answers = await Promise.all([
      ...CANARIES.map((canary) =>
        ask("GET", `/ledgers/us-mt.two/payees/${encodeURIComponent(canary)}/statement?asOf=2026-11-09`, { token }),
      ),
      ...CANARIES.map((canary, at) =>
        ask("POST", "/ledgers/us-mt.two/commands", {
          token,
          headers: { "if-match": '"0"', "idempotency-key": `key-named-${at}` },
          body: {
            do: "receive-payment",
            id: canary,
            document: canary,
            effectiveOn: "2026-11-02",
            obligor: canary,
            ...paid,
          },
        }),
      ),
    ]);
    for (const answer of answers) {
      const whole = await wholeOf(answer);
      expect([answer.status, foundIn(whole)]).toEqual([404, []]);
      expect(whole).toContain("`…`");
    }
  });

  const roleFor = (operation: string): Role =>
    (["victim", "liaison", "facilitator", "restitution-officer", "feed", "board"] as const).find((role) =>
      OPEN_TO[role]?.test(operation),
    ) ?? "auditor";

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "in a refusal, wherever in the request it stood: %s",
    async (id, { path, method, requestBody }) => {
      expect.hasAssertions();
      const token = await bearer(roleFor(id));
      const headers = { "if-match": '"0"', "idempotency-key": "key-canary", "x-note": encodeURIComponent(EMAIL) };
      for (const canary of CANARIES) {
        const there = path.replaceAll(/\{\w+\}/gu, encodeURIComponent(canary));
        const query = `${encodeURIComponent(canary)}=1&cursor=${encodeURIComponent(canary)}&asOf=${encodeURIComponent(canary)}`;
        for (const body of bodiesWith(canary, requestBody !== undefined)) {
          const answer = await ask(method.toUpperCase(), `${there}?${query}`, {
            token,
            headers,
            ...(body !== null && { body }),
          });
          const whole = answer.headers.get("content-type") === "text/event-stream" ? "" : await wholeOf(answer);
          expect(answer.status < 400 ? [] : foundIn(whole)).toEqual([]);
        }
      }
    },
  );

  test("to a token that is not one", async () => {
    const answer = await ask("GET", "/tasks", { token: `Bearer ${EMAIL}` });
    expect([answer.status, foundIn(await wholeOf(answer))]).toEqual([401, []]);
  });

  test("when something breaks inside: the message of the fault is not passed on", async () => {
    const broken = service({
      ports: {
        registry: {
          ...running.ports.registry,
          listForPerson: () => Effect.die(new Error(`no such address: ${ADDRESS}`)),
          find: () => {
            throw new Error(`thrown with ${PHONE}`);
          },
        },
      },
    });
    const token = await bearer("victim", "victim-1");
    for (const path of ["/registrations", "/registrations/r-1"]) {
      const answer = await broken.ask("GET", path, { token });
      expect([answer.status, foundIn(await wholeOf(answer))]).toEqual([500, []]);
    }
    expect(foundIn(JSON.stringify(broken.log))).toEqual([]);
    expect(broken.log.map(({ status }) => status)).toEqual([500, 500]);
  });

  test("into the log, whatever was asked", () => {
    expect(running.log.length).toBeGreaterThan(200);
    expect(foundIn(JSON.stringify(running.log))).toEqual([]);
  });

  test("into a URL: no path and no query of the interface takes one", () => {
    const names = operations.flatMap(({ parameters }) =>
      parameters.filter((each) => each.in !== "header").map(({ name }) => name),
    );
    expect(names.filter((name) => /mail|phone|address|contact|name|code/iu.test(name))).toEqual([]);
    expect(new Set(names).size).toBeGreaterThan(5);
  });
});

const OPEN_TO: Readonly<Partial<Record<Role, RegExp>>> = {
  victim: /registration/u,
  liaison: /decide|determine|plan|obligation|task|feed-hold|list-feeds|reconcile|snapshot/u,
  facilitator: /case|command|screen/u,
  "restitution-officer": /ledger|statement/u,
  feed: /receive/u,
};

/** The value as a key, as a value, where a type differs, and in text that is no JSON. */
const bodiesWith = (canary: string, hasBody: boolean): readonly unknown[] =>
  hasBody
    ? [
        { [canary]: canary },
        { jurisdiction: "us-mo", facts: { [canary]: [] }, events: [{ facts: { [canary]: [] } }] },
        { jurisdiction: canary, question: canary, facts: { [canary]: canary }, asOf: canary, purpose: canary },
        { command: { act: canary, id: canary, by: canary }, act: canary, do: canary, id: canary },
        { events: [{ id: canary, facts: { [canary]: canary } }], registrations: [{ contacts: [{ value: canary }] }] },
        `{"contact": "${canary}`,
        [canary],
      ]
    : [null];
