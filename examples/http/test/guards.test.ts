import { Revision, RevisionConflict, StoreUnavailable } from "@victim-rights/core";
import { type EventBatch, FeedId, type KeyedBatch } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { recordAdmitted } from "../src/feeds/record-admitted.ts";
import {
  decide,
  happened,
  recordsOf,
  openObligations,
  readHold,
  refresh,
  sendBatch,
  sendOne,
  supervised,
  toldTimes,
} from "./refresh.ts";
import { bearer, service, type Service } from "./service.ts";

const FEW = 25;
const FEED = FeedId.parse("feed-1");
const begin = (people: number): Service => service({ ports: recordsOf(people) });

const json = async (answer: Response): Promise<unknown> => answer.json();
const tasksOf = async ({ ports }: Service) =>
  (await Effect.runPromise(ports.obligations.listTasks({ limit: 100, afterSequence: 0 }))).items;
const eventsOf = async ({ ports }: Service, number: number) =>
  (await Effect.runPromise(ports.custody.of(supervised(number)))).events;

const HELD = { recorded: 0, waiting: 0, held: FEW, rejected: 0 };

describe("Oregon 2015: a refresh that flips everybody", () => {
  test(
    "of 1,891 people records and sends nothing until a person confirms, and each notice then once",
    { timeout: 30_000 },
    async () => {
      const [people, registered] = [1891, 200];
      const running = begin(registered);
      const answer = await sendBatch(running, refresh(people));
      expect([answer.status, await json(answer)]).toMatchObject([202, { counts: { ...HELD, held: people } }]);
      await sendBatch(running, refresh(people));
      expect(await toldTimes(running, registered)).toEqual({ 0: registered });
      expect([(await tasksOf(running)).length, (await eventsOf(running, 7)).length]).toEqual([0, 0]);

      const { etag, hold } = await readHold(running);
      expect(hold).toMatchObject({ number: 1, people, kinds: [{ kind: "release", changes: people }] });
      const decided = await decide(running, "true-change", { etag });
      const told = { feed: "feed-1", hold: 1, found: "true-change", changes: people, recorded: people, waiting: 0 };
      expect([decided.status, await json(decided)]).toEqual([200, told]);
      expect(await toldTimes(running, registered)).toEqual({ 1: registered });
      expect((await eventsOf(running, people - 1)).length).toBe(1);

      const again = await decide(running, "true-change", { etag });
      expect([again.headers.get("idempotency-replayed"), await json(again)]).toEqual(["true", told]);
      const other = await decide(running, "true-change", { etag, key: "key-decision-2" });
      expect(await json(other)).toMatchObject({ changes: people, recorded: 0 });
      const sent = await sendBatch(running, refresh(people));
      expect(await json(sent)).toMatchObject({ counts: { ...HELD, recorded: people, held: 0 } });
      expect(await toldTimes(running, registered)).toEqual({ 1: registered });
    },
  );

  test("is told to nobody when a person finds a fault, now and when the same comes again", async () => {
    const running = begin(FEW);
    await sendBatch(running, refresh(FEW));
    const { etag } = await readHold(running);
    const decided = await decide(running, "feed-fault", { etag });
    expect(await json(decided)).toMatchObject({ found: "feed-fault", changes: FEW, recorded: 0, waiting: 0 });
    const again = await sendBatch(running, refresh(FEW));
    expect(await json(again)).toMatchObject({ counts: { ...HELD, held: 0, rejected: FEW } });
    expect(await toldTimes(running, FEW)).toEqual({ 0: FEW });
    expect([(await tasksOf(running)).length, (await eventsOf(running, 3)).length]).toEqual([0, 0]);
    const corrected = await sendOne(running, happened(3, "release", { revision: 2 }));
    expect(await json(corrected)).toMatchObject({ recorded: "now" });
    expect(await toldTimes(running, FEW)).toEqual({ 0: FEW - 1, 1: 1 });
  });

  test("keeps no escape waiting: one within it, and one that comes while it is held", async () => {
    const running = begin(FEW + 2);
    const escape = happened(FEW, "escape");
    const answer = await sendBatch(running, [...refresh(10), escape, ...refresh(FEW - 10, 10)]);
    expect(await json(answer)).toMatchObject({ counts: { ...HELD, recorded: 1 } });
    expect(await (await sendOne(running, happened(FEW + 1, "escape"))).json()).toMatchObject({ recorded: "now" });
    const ordinary = await sendOne(running, happened(FEW + 1));
    expect([ordinary.status, await json(ordinary)]).toEqual([
      202,
      { event: `release-${FEW + 1}`, revision: 1, recorded: "held", hold: 1 },
    ]);
    const told = (await openObligations(running)).map(({ obligation }) => obligation.subject.eventId);
    expect(new Set(told)).toEqual(new Set([`escape-${FEW}`, `escape-${FEW + 1}`]));
  });

  test("is noticed when it comes one event at a time", async () => {
    const running = begin(21);
    const became = [];
    for (const event of refresh(21))
      became.push(((await json(await sendOne(running, event))) as { recorded: string }).recorded);
    expect(became).toEqual([...Array.from({ length: 20 }, () => "now"), "held"]);
    running.at("2026-11-09T13:50:00Z");
    expect(await json(await sendOne(running, happened(3, "release", { revision: 2 })))).toMatchObject({
      recorded: "held",
    });
  });

  test("is decided as far as a person has looked, by a person of the agency alone", async () => {
    const running = begin(FEW + 1);
    await sendBatch(running, refresh(FEW));
    const { etag } = await readHold(running);
    await sendOne(running, happened(FEW));
    expect((await decide(running, "true-change", { etag })).status).toBe(412);
    expect((await decide(running, "true-change", { etag, hold: 2, key: "key-decision-2" })).status).toBe(409);
    const asked = { headers: { "idempotency-key": "key-decision-3", "if-match": `"${FEW + 1}"` } };
    const body = { hold: 1, found: "true-change", record: "memo-7" };
    for (const role of ["feed", "victim", "board", "auditor"] as const) {
      const token = await bearer(role);
      expect((await running.ask("POST", "/feeds/feed-1/hold/decision", { token, body, ...asked })).status).toBe(403);
    }
    expect(await toldTimes(running, FEW + 1)).toEqual({ 0: FEW + 1 });
    const looked = await readHold(running);
    expect((await decide(running, "true-change", { etag: looked.etag, key: "key-decision-4" })).status).toBe(200);
    expect(await toldTimes(running, FEW + 1)).toEqual({ 1: FEW + 1 });
    expect((await readHold(running)).status).toBe(404);
    const later = await decide(running, "feed-fault", { etag: looked.etag, key: "key-decision-5" });
    expect(later.status).toBe(409);
  });

  test("and everything else of a feed that nobody has decided about is held whole", async () => {
    const running = begin(1);
    const answer = await sendBatch(running, [happened(0, "escape")], "unknown-feed");
    expect(await json(answer)).toMatchObject({ items: [{ recorded: "held", hold: 1 }] });
    expect((await readHold(running, "unknown-feed")).hold.items).toMatchObject([{ event: "escape-0" }]);
    expect(await toldTimes(running, 1)).toEqual({ 0: 1 });
  });

  test("does not slip through two processes at once", async () => {
    const first = begin(30);
    const second = service({ ports: first.ports });
    const batches = Array.from({ length: 6 }, (_, at) => sendBatch(at % 2 === 0 ? first : second, refresh(5, at * 5)));
    const answers = (await Promise.all((await Promise.all(batches)).map(json))) as { counts: typeof HELD }[];
    const sum = (of: "recorded" | "held") => answers.reduce((all, { counts }) => all + counts[of], 0);
    expect([sum("recorded"), sum("held")]).toEqual([20, 10]);
    expect(await toldTimes(first, 30)).toEqual({ 0: 10, 1: 20 });
  });
});

const UNAVAILABLE = Effect.fail(new StoreUnavailable({ commit: "not-made", during: "recordEvents" }));

describe("a restart in the middle loses nothing and tells nobody twice", () => {
  test("after a batch was let through and before any of it was recorded", async () => {
    const running = begin(15);
    const { obligations } = running.ports;
    const broken = service({
      ports: { ...running.ports, obligations: { ...obligations, recordEvents: () => UNAVAILABLE } },
    });
    expect((await sendBatch(broken, refresh(15))).status).toBe(503);
    expect(await toldTimes(running, 15)).toEqual({ 0: 15 });
    const restarted = service({ ports: running.ports });
    const alive = await sendBatch(restarted, []);
    expect([alive.status, await json(alive)]).toMatchObject([202, { items: [] }]);
    expect(await toldTimes(running, 15)).toEqual({ 1: 15 });
    expect(await json(await sendBatch(restarted, refresh(15)))).toMatchObject({
      counts: { ...HELD, recorded: 15, held: 0 },
    });
    expect(await toldTimes(running, 15)).toEqual({ 1: 15 });
  });

  test("after it was recorded and before anybody knew", async () => {
    const running = begin(15);
    const { feeds } = running.ports;
    const broken = service({
      ports: { ...running.ports, feeds: { ...feeds, confirmRecorded: () => UNAVAILABLE } },
    });
    expect((await sendBatch(broken, refresh(15))).status).toBe(503);
    expect(await toldTimes(running, 15)).toEqual({ 1: 15 });
    const before = await openObligations(running);
    const restarted = service({ ports: running.ports });
    restarted.at("2026-11-09T13:10:00Z");
    const again = await Effect.runPromise(recordAdmitted(restarted.ports, FEED));
    expect(new Set(again.map(({ became }) => became))).toEqual(new Set(["before"]));
    expect(await openObligations(running)).toEqual(before);
    expect(await Effect.runPromise(recordAdmitted(restarted.ports, FEED))).toEqual([]);
  });

  test("while what a person has confirmed is being recorded", async () => {
    const people = 250;
    const running = begin(people);
    await sendBatch(running, refresh(people));
    const { etag } = await readHold(running);
    const { obligations } = running.ports;
    let steps = 0;
    const recordEvents: typeof obligations.recordEvents = (batches) =>
      (steps += 1) > 1 ? UNAVAILABLE : obligations.recordEvents(batches);
    const broken = service({ ports: { ...running.ports, obligations: { ...obligations, recordEvents } } });
    expect((await decide(broken, "true-change", { etag })).status).toBe(503);
    expect(await toldTimes(running, people)).toEqual({ 0: people - 100, 1: 100 });
    const restarted = service({ ports: running.ports });
    const decided = await decide(restarted, "true-change", { etag });
    expect(await json(decided)).toMatchObject({ changes: people, recorded: people - 100, waiting: 0 });
    expect(await toldTimes(running, people)).toEqual({ 1: people });
  });

  test("and while two processes record the same", async () => {
    const running = begin(15);
    const { obligations, feeds } = running.ports;
    const stopped = { ...obligations, recordEvents: () => UNAVAILABLE };
    await sendBatch(service({ ports: { ...running.ports, obligations: stopped } }), refresh(15));
    const both = [running.ports, service({ ports: running.ports }).ports];
    await Promise.all(both.map((ports) => Effect.runPromise(recordAdmitted(ports, FEED))));
    expect(await toldTimes(running, 15)).toEqual({ 1: 15 });
    expect((await Effect.runPromise(feeds.listOutlines))[0]).toMatchObject({ admitted: 0 });
  });
});

describe("an event that cannot be recorded", () => {
  test("keeps no other back, is told as waiting, and is recorded once it can be", async () => {
    const running = begin(5);
    const { obligations } = running.ports;
    const conflict = new RevisionConflict({ record: "o-1", expected: Revision.parse(1), actual: Revision.parse(2) });
    const isStuck = ({ event }: EventBatch): boolean => event.supervisedPersonId === supervised(2);
    let tries = 0;
    const stuck = {
      ...obligations,
      recordEvents: (batches: readonly KeyedBatch[]) =>
        batches.some(({ batch }) => isStuck(batch)) ? Effect.fail(conflict) : obligations.recordEvents(batches),
      recordEvent: (batch: EventBatch, key: string) => {
        tries += Number(isStuck(batch));
        return isStuck(batch) ? Effect.fail(conflict) : obligations.recordEvent(batch, key);
      },
    };
    const behind = service({ ports: { ...running.ports, obligations: stuck } });
    const answer = await sendBatch(behind, refresh(5));
    expect(await json(answer)).toMatchObject({ counts: { ...HELD, recorded: 4, waiting: 1, held: 0 } });
    expect([tries, await toldTimes(running, 5)]).toEqual([3, { 0: 1, 1: 4 }]);
    expect((await sendOne(behind, happened(2))).status).toBe(412);
    const listed = await json(await behind.ask("GET", "/feeds", { token: await bearer("liaison") }));
    expect(listed).toMatchObject({ items: [{ feed: "feed-1", admitted: 1, hold: null }] });
    await sendBatch(service({ ports: running.ports }), []);
    expect(await toldTimes(running, 5)).toEqual({ 1: 5 });
  });

  test("is planned again when somebody else wrote about the same person meanwhile", async () => {
    const running = begin(1);
    const { obligations } = running.ports;
    const conflict = new RevisionConflict({ record: "o-1", expected: Revision.parse(1), actual: Revision.parse(2) });
    let tries = 0;
    const recordEvent: typeof obligations.recordEvent = (batch, key) =>
      (tries += 1) === 1 ? Effect.fail(conflict) : obligations.recordEvent(batch, key);
    const busy = service({ ports: { ...running.ports, obligations: { ...obligations, recordEvent } } });
    expect(await json(await sendOne(busy, happened(0)))).toMatchObject({ recorded: "now" });
    expect([tries, await toldTimes(running, 1)]).toEqual([2, { 1: 1 }]);
  });
});
