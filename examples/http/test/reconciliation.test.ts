import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { readSeed } from "../src/node/seed.ts";
import { happened, liaisonOf, openObligations, recordsOf, sendBatch, sendOne, supervised, victim } from "./refresh.ts";
import { bearer, bearerAt, service, type Service } from "./service.ts";

type Issues = { readonly issues: readonly { readonly path: string; readonly problem: string }[] };

const begin = (people = 3): Service => service({ ports: recordsOf(people), assigned: liaisonOf(people) });
const seed = readSeed(["us-mo"]);

/** The demonstration's people of one state, all of them assigned to one liaison. */
const demonstration = (): Service => {
  const assigned = seed.registrations.map(({ person: { id } }) => ({
    subject: "liaison-1",
    role: "liaison" as const,
    what: { kind: "person" as const, id },
  }));
  return service({ seed, assigned });
};

const json = async (answer: Response | Promise<Response>): Promise<unknown> => (await answer).json();
const LIAISON = await bearer("liaison");
const AUDITOR = await bearer("auditor");
const get = ({ ask }: Service, path: string, token = LIAISON): Promise<unknown> => json(ask("GET", path, { token }));
const post = ({ ask }: Service, path: string, body: unknown, token = LIAISON): Promise<Response> =>
  ask("POST", path, { token, body });

describe("a row that is gone from a department's list", () => {
  const rows = (...numbers: readonly number[]) =>
    numbers.map((number) => ({ supervisedPersonId: supervised(number), status: "in-custody" }));

  test("is a difference and no event: nothing is planned from it", async () => {
    const running = begin();
    await sendOne(running, happened(2, "escape"));
    const before = await openObligations(running);
    const body = {
      jurisdiction: "us-mo",
      before: { on: "2026-11-08", rows: rows(0, 1, 2) },
      after: { on: "2026-11-09", rows: [...rows(1), { supervisedPersonId: supervised(2), status: "at-large" }] },
    };
    const answer = await post(running, "/snapshots/differences", body);
    const between = ["2026-11-08", "2026-11-09"];
    expect([answer.status, await json(answer)]).toMatchObject([
      200,
      {
        items: [
          { difference: "vanished", supervisedPersonId: "S-0", was: "in-custody", is: null, between, explained: false },
          { difference: "status-changed", supervisedPersonId: "S-2", is: "at-large", explained: true },
        ],
      },
    ]);
    expect(await openObligations(running)).toEqual(before);
    expect(await get(running, "/tasks", AUDITOR)).toMatchObject({ items: [] });
  });

  test("stands in a list once, and the list is of a state that is served", async () => {
    const before = { on: "2026-11-08", rows: rows(0, 0) };
    const after = { on: "2026-11-09", rows: [] };
    const twice = await post(begin(), "/snapshots/differences", { jurisdiction: "us-mo", before, after });
    expect(((await json(twice)) as Issues).issues[0]?.path).toBe("$.before.rows");
    const none = await post(begin(), "/snapshots/differences", { jurisdiction: "us-zz", before: after, after });
    expect(none.status).toBe(400);
  });
});

describe("Illinois 2001: the record against the custody source", () => {
  const reconciled = async (running: Service, token = LIAISON): Promise<unknown> =>
    json(
      post(
        running,
        "/reconciliations",
        { jurisdiction: "us-mo", supervisedPersonIds: [supervised(0), supervised(1)] },
        token,
      ),
    );

  test("finds nothing where they agree, an answered task included", async () => {
    const running = demonstration();
    await sendBatch(running, seed.events);
    const { items } = (await get(running, "/tasks?limit=100")) as { items: { id: string }[] };
    const answered = await running.ask("POST", `/tasks/${encodeURIComponent(items[0]?.id ?? "")}/answer`, {
      token: LIAISON,
      headers: { "idempotency-key": "key-answer-1" },
      body: { record: "memo-1" },
    });
    expect(answered.status).toBe(200);
    const supervisedPersonIds = [...new Set(seed.events.map(({ supervisedPersonId }) => supervisedPersonId))];
    const report = await json(post(running, "/reconciliations", { jurisdiction: "us-mo", supervisedPersonIds }));
    const none = { missingObligations: [], missingTasks: [], outdated: [], unknownToSource: [] };
    expect(report).toMatchObject({ items: supervisedPersonIds.map(() => none) });
    const tasks = (report as { items: { compared: { tasks: number } }[] }).items.map(({ compared }) => compared.tasks);
    expect(tasks.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1);
  });

  test("names by id what was never recorded, and only what is within reach", async () => {
    const running = begin();
    await sendOne(running, happened(0));
    await Effect.runPromise(running.ports.custody.remember(happened(1)));
    const found = (await reconciled(running)) as {
      items: { missingObligations: string[]; compared: { pairs: number } }[];
    };
    expect(found.items.map(({ missingObligations }) => missingObligations.length > 0)).toEqual([false, true]);
    expect(found.items[1]?.missingObligations.every((id) => id.includes("V-1"))).toBe(true);
    const others = (await reconciled(running, await bearer("liaison", "liaison-2"))) as typeof found;
    expect(others.items.map(({ missingObligations, compared }) => [missingObligations, compared.pairs])).toEqual([
      [[], 0],
      [[], 0],
    ]);
    expect(await reconciled(running, AUDITOR)).toMatchObject({ items: found.items });
    expect((await openObligations(running)).every(({ obligation }) => obligation.subject.personId === victim(0))).toBe(
      true,
    );
  });
});

describe("Scottsdale 2305: what waits for a person", () => {
  test("has an owner and a clock, and what nobody answers for leads", async () => {
    const running = demonstration();
    await sendBatch(running, seed.events);
    const later = await bearerAt(running, "2026-11-09T15:00:00Z");
    type Told = {
      queue: string;
      owner: string | null;
      dueBy: string | null;
      isOverdue: boolean;
      decideBefore: string | null;
    };
    const { items } = (await get(running, "/tasks?limit=100", later)) as { items: Told[] };
    const owned = items.filter(({ queue }) => queue === "victim-services");
    expect([owned.length > 0, items.length > owned.length]).toEqual([true, true]);
    expect(owned.every(({ owner, isOverdue }) => owner === "desk-1" && isOverdue)).toBe(true);
    expect(items.findIndex(({ owner }) => owner !== null)).toBe(items.length - owned.length);
    expect(items.filter(({ owner }) => owner === null).every(({ dueBy, decideBefore }) => dueBy === decideBefore)).toBe(
      true,
    );
  });
});
