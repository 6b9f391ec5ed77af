import { instantAt } from "@victim-rights/core";
import { measures, metricsText } from "@victim-rights-examples/observability";
import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { guardPoliciesFrom } from "../src/feeds/guard-policies.ts";
import { lookOnce } from "../src/node/watch-feeds.ts";
import { readSeed } from "../src/node/seed.ts";
import {
  happened,
  liaisonOf,
  openObligations,
  recordsOf,
  refresh,
  sendBatch,
  sendOne,
  supervised,
  victim,
} from "./refresh.ts";
import { bearer, bearerAt, GUARD_POLICY, NOW, service, type Service } from "./service.ts";

const begin = (people = 3): Service => service({ ports: recordsOf(people), assigned: liaisonOf(people) });
const seed = readSeed(["us-mo"]);
const json = async (answer: Response | Promise<Response>): Promise<unknown> => (await answer).json();
const LIAISON = await bearer("liaison");
const get = ({ ask }: Service, path: string, token = LIAISON): Promise<unknown> => json(ask("GET", path, { token }));
const post = ({ ask }: Service, path: string, body: unknown, token = LIAISON): Promise<Response> =>
  ask("POST", path, { token, body });

describe("Kentucky 2023: a feed that falls silent", () => {
  test("is told first, a minute after it may be silent no longer, and no more once it is heard", async () => {
    const running = begin();
    expect(await get(running, "/feeds")).toMatchObject({ alarms: [{ feed: "feed-1", since: null, limitMinutes: 90 }] });
    await sendBatch(running, [], "other-feed");
    await sendOne(running, happened(0));
    expect(await get(running, "/feeds")).toMatchObject({
      alarms: [],
      items: [
        { feed: "feed-1", minutes: 0, isSilent: false },
        { feed: "other-feed", isSilent: null },
      ],
    });
    const later = await bearerAt(running, "2026-11-09T14:31:00Z");
    expect(await get(running, "/feeds", later)).toMatchObject({
      alarms: [{ feed: "feed-1", since: NOW, limitMinutes: 90 }],
      items: [{ feed: "feed-1", jurisdiction: "us-mo", minutes: 91, isSilent: true }, {}],
    });
  });

  test("is told to whoever runs the service, once when it begins and once when it ends, and is measured", async () => {
    const running = begin();
    const told: string[] = [];
    const look = lookOnce(running.ports, (message) => told.push(message));
    await look();
    await look();
    await sendBatch(running, []);
    await look();
    running.at(instantAt(Date.parse(NOW) + 100 * 60_000));
    await look();
    expect(told).toEqual([
      "ALARM: the feed `feed-1` was never heard; it may be silent for 90 minutes",
      "the feed `feed-1` is heard again",
      `ALARM: the feed \`feed-1\` is silent since ${NOW}; it may be silent for 90 minutes`,
    ]);
    const measured = Effect.runSync(metricsText);
    expect(measured).toContain('victim_rights_feed_age_seconds{feed="feed-1"} 6000');
    expect(measured).toContain("victim_rights_silent_feeds 1");
    Effect.runSync(measures.silentFeeds(0));
  });

  test("is told too when the store of feeds does not answer", async () => {
    const running = begin();
    const told: string[] = [];
    const feeds = { ...running.ports.feeds, listOutlines: Effect.die("gone") };
    await lookOnce({ ...running.ports, feeds }, (message) => told.push(message))();
    expect(told).toEqual(["the feeds could not be looked at: the store does not answer"]);
  });

  const AGE = { feed: "feed-1", jurisdiction: "us-mo", asOf: NOW, minutes: 30, isSilent: false, heldSince: null };

  test("says its age beside everything that rests on it", async () => {
    const running = begin();
    await sendBatch(running, refresh(2));
    running.at("2026-11-09T13:30:00Z");
    const [stored] = await openObligations(running);
    const id = encodeURIComponent(stored?.obligation.id ?? "");
    const mine = await bearer("victim", victim(0));
    const dataAge = [AGE];
    for (const [path, token] of [
      ["/obligations", mine],
      [`/obligations?person=${victim(0)}`, LIAISON],
      [`/obligations/${id}`, mine],
      ["/tasks", LIAISON],
    ] as const)
      expect([path, await get(running, path, token)]).toMatchObject([path, { dataAge }]);
    const command = {
      act: "hand-to-person",
      id: "by-hand-1",
      queue: "victim-services",
      reason: "no-channel-for-method",
    };
    const advanced = await running.ask("POST", `/obligations/${id}/commands`, {
      token: LIAISON,
      body: command,
      headers: { "if-match": '"1"', "idempotency-key": "key-by-hand-1" },
    });
    expect([advanced.status, await json(advanced)]).toMatchObject([200, { dataAge }]);
    const plan = { jurisdiction: "us-mo", events: seed.events, registrations: seed.registrations.slice(0, 1) };
    expect(await json(post(running, "/plans", plan))).toMatchObject({ dataAge });
    const people = { jurisdiction: "us-mo", supervisedPersonIds: [supervised(0)] };
    expect(await json(post(running, "/reconciliations", people))).toMatchObject({ dataAge });
    const lists = {
      jurisdiction: "us-mo",
      before: { on: "2026-11-08", rows: [] },
      after: { on: "2026-11-09", rows: [] },
    };
    expect(await json(post(running, "/snapshots/differences", lists))).toMatchObject({ dataAge });
  });

  test("says that what it brought is held, and that a list may be empty for it", async () => {
    const running = begin();
    await sendBatch(running, refresh(21));
    const mine = await bearer("victim", victim(0));
    expect(await get(running, "/obligations", mine)).toEqual({
      items: [],
      next: null,
      dataAge: [{ ...AGE, minutes: 0, heldSince: NOW }],
    });
  });
});

describe("guard policies", () => {
  test("name each state once, and each feed in one of them alone", () => {
    const other = { ...GUARD_POLICY, jurisdiction: "us-mt" };
    expect(guardPoliciesFrom([GUARD_POLICY, { ...other, bulk: [], silence: [] }]).size).toBe(2);
    expect(() => guardPoliciesFrom([GUARD_POLICY, other])).toThrow("name each feed in one state's policy alone");
    expect(() => guardPoliciesFrom([GUARD_POLICY, GUARD_POLICY])).toThrow("give each state once");
  });
});
