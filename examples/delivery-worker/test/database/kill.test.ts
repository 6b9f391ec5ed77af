import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Instant, instantAt } from "@victim-rights/core";
import {
  type Obligation,
  type ObligationStoreShape,
  OpenedEntry,
  type StoredObligation,
} from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { obligationStore, type OpenedDatabase, openPostgres } from "@victim-rights-examples/storage-postgres";
import { idempotencyKeyOf } from "../../src/channel/idempotency-key.ts";
import { FarSideHttp } from "../far-side-http.ts";
import { sinchLike } from "../sinch-like.ts";
import { confirmation, obligationId, opening, record } from "../world.ts";
import { newDatabase } from "@victim-rights-examples/storage-postgres/testing";

const PERSONS = 12;
const WORKERS = 2;
const KILLS = 2;
const WORKER = fileURLToPath(new URL("../kill/worker.ts", import.meta.url));
const PATIENCE_MS = 60_000;

const now = (): Instant => instantAt(Date.now());

/** A notice that the law wants promptly: every telephone is tried at once, until somebody confirms. */
const prompt = (number: number): OpenedEntry => {
  const entry = opening(number);
  const grounds = entry.terms.grounds.map((ground) => ({ ...ground, closes: null, symbolic: "promptly" }));
  return OpenedEntry.parse({ ...entry, terms: { ...entry.terms, grounds, deadline: { law: null, policy: null } } });
};

const server = inject("server");

test("workers are killed where the run has a server", () => {
  expect(server === null || server.how !== "").toBe(true);
});

describe.each(server === null ? [] : [server])("workers on $how that are killed at any moment", (server) => {
  const { got, answer } = sinchLike();
  const children = new Set<ChildProcess>();
  const logged: string[] = [];
  let opened: OpenedDatabase;
  let store: ObligationStoreShape;
  let provider: FarSideHttp;
  let urls: readonly [string, string];
  let posts = 0;
  let killed = 0;

  const news = new EventEmitter();
  const hear = (line: string): void => {
    logged.push(line);
    news.emit("logged");
  };
  const somethingLogged = (): Promise<unknown> => once(news, "logged");
  const start = (): void => {
    const child = spawn(process.execPath, [WORKER, ...urls, `worker-${children.size + killed + 1}`], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "victim-rights-compiled") },
    });
    for (const output of [child.stdout, child.stderr]) output.on("data", (data: Buffer) => hear(data.toString()));
    children.add(child);
  };
  const kill = (): void => {
    const [victim] = children;
    if (victim === undefined || killed >= KILLS) return;
    children.delete(victim);
    killed += 1;
    victim.kill("SIGKILL");
    start();
  };
  const read = async (number: number): Promise<StoredObligation> => Effect.runPromise(store.find(obligationId(number)));
  /** Every second person confirms as soon as anything has reached them; whom nobody confirms for goes through all telephones. */
  const confirm = async (number: number): Promise<void> => {
    for (;;) {
      const { obligation, revision } = await read(number);
      if (obligation.closedBy !== null) return;
      const at = now() > obligation.lastAt ? now() : obligation.lastAt;
      const command = confirmation(at, `${number}-${revision}`);
      const given = await Effect.runPromiseExit(
        store.advance({ obligation: obligation.id, expected: revision, command }),
      );
      if (given._tag === "Success") return;
    }
  };

  beforeAll(async () => {
    provider = new FarSideHttp((call) => {
      if (call.method === "POST") posts += 1;
      // At some sends the worker is killed before it hears the answer, at others the line breaks.
      if (call.method === "POST" && posts % 5 === 3) kill();
      return answer(call, call.method === "POST" && posts % 11 === 5 ? "accepts-and-breaks-off" : "accepts");
    });
    urls = [await newDatabase(server), await provider.open()];
    opened = await openPostgres({ url: urls[0] }, { warn: () => undefined });
    store = obligationStore(opened.db);
    await Effect.runPromise(
      record(
        store,
        Array.from({ length: PERSONS }, (_, index) => prompt(index + 1)),
      ),
    );
  });
  afterAll(async () => {
    for (const child of children) child.kill("SIGKILL");
    await provider.close();
    await opened.close();
  });

  test("lose no notice, send no claim twice, and repeat no confirmed notice", { timeout: PATIENCE_MS }, async () => {
    for (let worker = 0; worker < WORKERS; worker += 1) start();
    const persons = Array.from({ length: PERSONS }, (_, index) => index + 1);
    const confirmed = new Map<number, number>();
    const confirmWhoHears = async (): Promise<void> => {
      for (const number of persons.filter((each) => each % 2 === 0 && !confirmed.has(each))) {
        if (!got.some(({ to }) => to[0]?.startsWith(`+1555${String(number).padStart(6, "0")}`))) continue;
        await confirm(number);
        confirmed.set(number, got.length);
      }
    };
    const ended = ({ state }: Obligation): boolean => state === "confirmed" || state === "with-person";
    let obligations: readonly Obligation[] = [];
    do {
      await somethingLogged();
      await confirmWhoHears();
      obligations = await Promise.all(persons.map(async (number) => (await read(number)).obligation));
    } while (!obligations.every(ended));

    expect(killed).toBe(KILLS);
    const keys = got.map(({ client_reference }) => client_reference);
    expect(new Set(keys).size).toBe(keys.length);
    const known = new Map(
      obligations.flatMap(({ id, attempts }) =>
        attempts.map(({ attempt }) => [idempotencyKeyOf({ obligation: id, attempt, channel: "sms" }), id] as const),
      ),
    );
    expect(keys.filter((key) => !known.has(key as never))).toEqual([]);
    const reached = new Set(keys.map((key) => known.get(key as never)));
    expect(persons.filter((number) => !reached.has(obligationId(number)))).toEqual([]);
    for (const { state, subject } of obligations)
      expect(`${subject.personId} ${state}`).toBe(
        `${subject.personId} ${Number(subject.personId.slice(1)) % 2 === 0 ? "confirmed" : "with-person"}`,
      );
    const tasks = await Effect.runPromise(store.listTasks({ limit: 100, afterSequence: 0 }));
    expect(tasks.items).toHaveLength(PERSONS / 2);
    expect(logged.join("")).not.toContain("+1555");
  });

  test("stop cleanly when they are asked to", { timeout: PATIENCE_MS }, async () => {
    const started = () => logged.join("").split('"worker-started"').length - 1;
    while (started() < WORKERS + killed) await somethingLogged();
    const ends = [...children].map(async (child) => {
      const end = once(child, "exit");
      child.kill("SIGTERM");
      return (await end)[0] as unknown;
    });
    children.clear();
    expect(await Promise.all(ends)).toEqual([0, 0]);
  });
});
