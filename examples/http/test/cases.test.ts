import { describe, expect, test } from "vitest";
import type { Assigned } from "../src/access/assignments.ts";
import { bearer, service, type Service } from "./service.ts";

const parties = (programme: string, id: string): readonly Assigned[] => {
  const what = { kind: "case", programme, id } as const;
  return [
    { subject: "staff-1", role: "facilitator", what },
    { subject: "victim-1", role: "victim", what },
    { subject: "person-1", role: "offender-side", what },
  ];
};

const begin = (): Service =>
  service({
    assigned: [
      ...parties("dialogue", "d-1"),
      ...parties("letter", "l-1"),
      ...parties("panel", "s-1"),
      ...parties("service", "o-1"),
    ],
  });
const staff = await bearer("facilitator", "staff-1");
const victim = await bearer("victim", "victim-1");
const offender = await bearer("offender-side", "person-1");

let keys = 0;
type Given = { readonly token: string; readonly command: object; readonly as?: string; readonly match?: string };
const give = ({ ask }: Service, path: string, { token, command, as, match }: Given): Promise<Response> =>
  ask("POST", `/programmes/${path}/commands`, {
    token,
    body: { command, ...(as !== undefined && { as }) },
    headers: { "idempotency-key": `key-${(keys += 1)}-000`, ...(match !== undefined && { "if-match": match }) },
  });
const read = ({ ask }: Service, path: string, token: string): Promise<Response> =>
  ask("GET", `/programmes/${path}`, { token });

const LETTER = "letter/cases/l-1";
const DIALOGUE = "dialogue/cases/d-1";
const SUBMIT = { act: "submit", id: "c-1", evidence: ["p-1"], letter: "l-1", origin: "voluntary", document: "text-1" };

describe("a letter", () => {
  test("is handed in by its author, who sees no more than that", async () => {
    const running = begin();
    const answer = await give(running, LETTER, { token: offender, command: SUBMIT });
    expect([answer.status, await answer.json()]).toEqual([200, { first: null, kind: "received", command: "c-1" }]);
    const seen = await read(running, LETTER, offender);
    expect(await seen.json()).toMatchObject({ letter: "l-1", status: "submitted", fromVictim: [] });
    expect(seen.headers.get("etag")).toBe(null);
  });

  test("that the victim was not told of looks to her as one that is none", async () => {
    const running = begin();
    await give(running, LETTER, { token: offender, command: SUBMIT });
    const waiting = await read(running, LETTER, victim);
    const none = await read(running, "letter/cases/l-9", victim);
    expect(await waiting.text()).toBe((await none.text()).replace("l-9", "l-1"));
    const command = { act: "request-delivery", id: "c-2", evidence: [], way: "read-by-programme" };
    const refusals = await Promise.all([
      give(running, LETTER, { token: victim, command }),
      give(running, "letter/cases/l-9", { token: victim, command }),
    ]);
    const [one, other] = await Promise.all(refusals.map(async (each) => [each.status, await each.text()]));
    expect(one).toEqual(other);
  });

  test("of somebody else is not there for an author", async () => {
    const running = begin();
    await give(running, LETTER, { token: offender, command: SUBMIT });
    const stranger = await bearer("offender-side", "person-2");
    expect((await read(running, LETTER, stranger)).status).toBe(404);
    const answer = await give(running, LETTER, { token: stranger, command: { ...SUBMIT, id: "c-9" } });
    expect(await answer.json()).toEqual({ first: null, kind: "not-open", command: "c-9" });
  });
});

describe("a dialogue", () => {
  const REQUEST = {
    act: "request",
    id: "c-1",
    evidence: ["p-1"],
    initiator: "victim",
    authority: null,
    tellIfOffenderAgreesLater: false,
    format: "separate-rooms",
  };

  test("shows the offender side the same whether there is one, it is not theirs, or they were not approached", async () => {
    const running = begin();
    const before = await read(running, DIALOGUE, offender);
    await give(running, DIALOGUE, { token: victim, command: REQUEST });
    const asked = await read(running, DIALOGUE, offender);
    const others = await read(running, "dialogue/cases/d-7", offender);
    const seen = await Promise.all(
      [before, asked, others].map(async (each) => [each.status, await each.text(), each.headers.get("etag")]),
    );
    expect(seen).toEqual(seen.map(() => [200, '{"signals":[]}', null]));
    const command = { act: "withdraw", id: "c-2" };
    const answers = await Promise.all([
      give(running, DIALOGUE, { token: offender, command }),
      give(running, "dialogue/cases/d-7", { token: offender, command }),
    ]);
    const told = await Promise.all(answers.map(async (each) => [each.status, await each.text()]));
    expect(told[0]).toEqual(told[1]);
  });

  test("that gates stop is told to the programme gate by gate, and to the victim in her own terms", async () => {
    const running = begin();
    const answer = await give(running, DIALOGUE, { token: victim, command: REQUEST });
    expect(answer.status).toBe(409);
    const told = (await answer.json()) as { because: string; stopping?: object };
    expect(told.because).toBe("not-yet");
    expect(told.stopping).toBe(undefined);
  });

  test("is given to nobody under another's side", async () => {
    const running = begin();
    const by = { side: "victim-side", id: "victim-1" };
    expect((await give(running, DIALOGUE, { token: offender, command: { ...REQUEST, by } })).status).toBe(400);
    const answer = await give(running, DIALOGUE, { token: offender, command: REQUEST, as: "programme" });
    expect(await answer.json()).toEqual({ first: null, answer: "nothing-open" });
    expect((await read(running, DIALOGUE, staff)).status).toBe(200);
  });

  test("is changed by staff on the revision that they have read, and by a party without", async () => {
    const running = begin();
    expect((await give(running, DIALOGUE, { token: staff, command: { act: "put-on-hold", id: "c-1" } })).status).toBe(
      428,
    );
    expect(
      (await give(running, DIALOGUE, { token: staff, command: { act: "put-on-hold", id: "c-1" }, match: '"4"' }))
        .status,
    ).toBe(412);
    expect((await give(running, DIALOGUE, { token: victim, command: { act: "withdraw", id: "c-2" } })).status).toBe(
      409,
    );
  });

  test("shows whoever discloses danger what to do first, whatever case they name", async () => {
    const running = begin();
    for (const path of [DIALOGUE, "dialogue/cases/d-7", LETTER, "letter/cases/l-7"]) {
      const answer = await give(running, path, { token: offender, command: { act: "disclose-danger", id: "c-1" } });
      expect(((await answer.json()) as { first: string | null }).first).toEqual(expect.any(String));
    }
  });

  test("is listed to the staff who are assigned to it", async () => {
    const running = begin();
    await give(running, LETTER, { token: offender, command: SUBMIT });
    const listed = async (token: string) =>
      (await (await running.ask("GET", "/programmes/letter/cases", { token })).json()) as object;
    expect(await listed(staff)).toEqual({ items: [{ case: "l-1", revision: 1 }], next: null });
    expect(await listed(await bearer("facilitator", "staff-2"))).toEqual({ items: [], next: null });
  });
});

describe("a speaker's case and an order of service", () => {
  const OFFER = { act: "offer", id: "c-1", speaker: "s-1" };
  const ORDER = { act: "order", id: "c-1", service: "o-1", courtOrder: "order-1" };
  const SPEAKER = "panel/cases/s-1";
  const SERVICE = "service/cases/o-1";

  test("begin by whoever may begin them, and are seen by each side in its own way", async () => {
    const running = begin();
    expect((await give(running, SPEAKER, { token: victim, command: OFFER })).status).toBe(200);
    expect(await (await read(running, SPEAKER, victim)).json()).toMatchObject({ speaker: "s-1", state: "interested" });
    expect(await (await read(running, SPEAKER, offender)).json()).toEqual({});
    const ordered = await give(running, SERVICE, { token: staff, as: "programme", command: ORDER, match: '"0"' });
    expect([ordered.status, ordered.headers.get("etag")]).toEqual([200, '"1"']);
    expect(await (await read(running, SERVICE, offender)).json()).toMatchObject({ status: "waiting_for_a_site" });
    expect(await (await read(running, SERVICE, victim)).json()).toMatchObject({ input: null, editing: "open" });
  });

  test("take a party's word whatever revision comes with it", async () => {
    const running = begin();
    await give(running, SPEAKER, { token: victim, command: OFFER });
    const left = await give(running, SPEAKER, { token: victim, command: { act: "leave", id: "c-2" }, match: '"9"' });
    expect(left.status).toBe(200);
  });

  test("answer the offender side the same, whatever it asks", async () => {
    const running = begin();
    await give(running, SPEAKER, { token: victim, command: OFFER });
    for (const path of [SPEAKER, "panel/cases/s-9", SERVICE]) {
      const answer = await give(running, path, { token: offender, command: { act: "complete", id: "c-2" } });
      const paused = await give(running, path, { token: offender, command: { act: "pause", id: "c-2" } });
      const known = answer.status === 200 ? answer : paused;
      expect(await known.json()).toEqual({ first: null, kind: "not-open", command: "c-2" });
    }
  });

  test("are not begun by anybody else, and not by another step", async () => {
    const running = begin();
    expect((await give(running, SPEAKER, { token: staff, command: OFFER, match: '"0"' })).status).toBe(409);
    expect((await give(running, SERVICE, { token: victim, command: ORDER })).status).toBe(409);
    expect((await give(running, SPEAKER, { token: victim, command: { act: "pause", id: "c-3" } })).status).toBe(409);
    expect((await read(running, SPEAKER, victim)).status).toBe(404);
  });
});

describe("POST /screens", () => {
  const SCREEN = {
    id: "screen-1",
    instrument: { id: "built-in-inventory", version: "2026-11-29" },
    cutOff: null,
    origin: { kind: "victim_alone", privacy: "not_confirmed" },
    at: "2026-11-09T12:00:00Z",
    by: { id: "staff-1", training: "trained" },
    language: "en",
    answers: [],
  };

  test("can only raise concern: a screen without answers and privacy is incomplete", async () => {
    const answer = await begin().ask("POST", "/screens", { token: staff, body: SCREEN });
    expect(await answer.json()).toMatchObject({ label: "not-a-validated-instrument", flags: ["incomplete"] });
  });

  test("names every problem of a screen, and repeats no answer", async () => {
    const body = {
      ...SCREEN,
      at: "2027-01-01T00:00:00Z",
      answers: [
        { item: "s99", answer: "yes" },
        { item: "s01", answer: 7 },
      ],
    };
    const answer = await begin().ask("POST", "/screens", { token: staff, body });
    const { issues } = (await answer.json()) as { issues: object[] };
    expect([answer.status, issues.length]).toEqual([400, 3]);
  });
});
