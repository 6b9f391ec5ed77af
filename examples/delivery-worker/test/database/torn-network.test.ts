import { Revision } from "@victim-rights/core";
import type { AttemptClaim, ObligationStoreShape } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { obligationStore, type OpenedDatabase, openPostgres } from "@victim-rights-examples/storage-postgres";
import type { ChannelShape } from "../../src/channel/channel.ts";
import { idempotencyKeyOf } from "../../src/channel/idempotency-key.ts";
import type { WakeHandlers } from "../../src/job-engine/job-engine.ts";
import type { SendableMethod } from "../../src/contact/recipient.ts";
import { reconcileUnsettled } from "../../src/worker/reconcile-unsettled.ts";
import { sweep } from "../../src/worker/sweep.ts";
import { wakeHandlers, type WorkerServices } from "../../src/worker/wake-handlers.ts";
import { sampleBook } from "../sample-book.ts";
import { confirmation, later, obligationId, opening, openWorld, provideAll, record, type World } from "../world.ts";
import { newDatabase } from "@victim-rights-examples/storage-postgres/testing";
import { type Tear, TornNetwork } from "./torn-network.ts";

const CLAIM = 'insert into "attempt_claim"';
const SETTLE = 'update "attempt_claim"';
const ADVANCE = 'insert into "obligation_entry"';

/** Every moment at which the record and the worker may come to know different things. */
const TEARS: readonly Tear[] = [
  { during: CLAIM, at: CLAIM, how: "before" },
  { during: CLAIM, at: "commit", how: "before" },
  { during: CLAIM, at: "commit", how: "after" },
  { during: CLAIM, at: "commit", how: "hole" },
  { during: ADVANCE, at: ADVANCE, how: "before" },
  { during: ADVANCE, at: "commit", how: "before" },
  { during: ADVANCE, at: "commit", how: "after" },
  { during: SETTLE, at: SETTLE, how: "hole" },
  { during: SETTLE, at: "commit", how: "before" },
  { during: SETTLE, at: "commit", how: "after" },
];

/** Two further obligations come up for each tear, and for the two moments beside them. */
const PERSONS = Array.from({ length: 2 * (TEARS.length + 2) }, (_, index) => index + 1);
const CONNECTIONS = 4;
/** The server gives up a session that a hole has swallowed after this. */
const GIVEN_UP_MS = 200;
/** A failed look is tried again, then a doubt is old enough to ask about, then the next try of the policy is due. */
const PASSING_SECONDS = [10, 200, 1800];
/** More than any obligation needs to come to its end. */
const MOST_ROUNDS = 90;

const server = inject("server");
const quiet = { warn: () => undefined };

/** What the sample book has of a person. */
const contactValuesOf = (number: number): readonly string[] => [
  `canary${number}@canary.example`,
  `+1555010${String(number).padStart(4, "0")}`,
];

/** The looks under way, and up to which person there are any. */
type Looks = { readonly running: Set<Promise<unknown>>; admitted: number };

/** Handlers whose looks can be waited for. The wakes of whoever is not admitted yet are lost: the next sweep finds them. */
const waitedFor = (handlers: WakeHandlers, looks: Looks): WakeHandlers => {
  const wait =
    (handler: WakeHandlers["look"]): WakeHandlers["look"] =>
    (wake) =>
      PERSONS.slice(looks.admitted).some((number) => obligationId(number) === wake.obligation)
        ? Effect.void
        : Effect.flatten(
            Effect.promise(async () => {
              const look = Effect.runPromiseExit(handler(wake));
              looks.running.add(look);
              await look;
              looks.running.delete(look);
              return look;
            }),
          );
  return { look: wait(handlers.look), dead: wait(handlers.dead) };
};

test("the network is torn where the run has a server", () => {
  expect(server === null || server.how !== "").toBe(true);
});

describe.each(server === null ? [] : [server])("a worker whose line to $how is torn", (server) => {
  const looks: Looks = { running: new Set(), admitted: 0 };
  let network: TornNetwork;
  /** The record as it is, past the network. */
  let direct: OpenedDatabase;
  let directStore: ObligationStoreShape;
  let torn: OpenedDatabase;
  let world: World;
  let onSend: () => void = () => undefined;

  const overTornLine = <Method extends SendableMethod>(channel: ChannelShape<Method>): ChannelShape<Method> => ({
    ...channel,
    canBeAsked: true,
    send: (message, key) =>
      Effect.andThen(
        Effect.sync(() => onSend()),
        channel.send(message, key),
      ),
  });

  const services = () => ({
    ...world.services,
    store: obligationStore(torn.db),
    book: sampleBook(world.clock, PERSONS.length).book,
    channels: {
      email: overTornLine(world.provider.channel("email")),
      sms: overTornLine(world.provider.channel("sms")),
    },
  });

  beforeAll(async () => {
    const url = await newDatabase(server);
    direct = await openPostgres({ url, connections: 2 }, quiet);
    directStore = obligationStore(direct.db);
    await Effect.runPromise(
      record(
        directStore,
        PERSONS.map((number) => opening(number)),
      ),
    );
    const opened = await TornNetwork.open(url);
    network = opened.network;
    const pool = {
      url: opened.url,
      connections: CONNECTIONS,
      idleInTransactionWithinMs: GIVEN_UP_MS,
    };
    torn = await openPostgres(pool, quiet);
    world = await openWorld({ persons: 0 });
    const handlers = await Effect.runPromise(provideAll(wakeHandlers, services()));
    await Effect.runPromise(world.jobs.engine.work(waitedFor(handlers, looks)));
  });
  afterAll(async () => {
    await torn.close();
    await network.close();
    await direct.close();
  });

  const obligations = () =>
    Promise.all(PERSONS.map((number) => Effect.runPromise(directStore.find(obligationId(number)))));

  /** Every second person confirms as soon as anything has reached them. */
  const confirmWhoHears = async (): Promise<void> => {
    for (const { obligation, revision } of await obligations()) {
      const number = Number(obligation.subject.personId.slice(1));
      const keys = obligation.attempts.map(({ attempt, method }) =>
        idempotencyKeyOf({ obligation: obligation.id, attempt, channel: method }),
      );
      if (number % 2 === 1 || obligation.closedBy !== null || !keys.some((key) => world.provider.taken.has(key)))
        continue;
      const command = confirmation(world.clock.now, `${number}-${revision}`);
      await Effect.runPromise(
        directStore.advance({ obligation: obligation.id, expected: Revision.parse(revision), command }),
      );
    }
  };

  const succeeds = async <Failure>(work: Effect.Effect<unknown, Failure, WorkerServices>): Promise<boolean> =>
    Exit.isSuccess(await Effect.runPromiseExit(provideAll(work, services())));

  let rounds = 0;
  /** Lets time pass and makes a round as a worker does: a sweep that fails is made again in the next. */
  const round = async (): Promise<readonly boolean[]> => {
    const seconds = PASSING_SECONDS[rounds % PASSING_SECONDS.length] ?? 0;
    rounds += 1;
    world.clock.now = later(world.clock.now, seconds);
    const exits = [await succeeds(reconcileUnsettled), await succeeds(sweep)];
    await world.jobs.pass(seconds);
    while (looks.running.size > 0) {
      await Promise.all(looks.running);
      await world.jobs.pass(0);
    }
    await confirmWhoHears();
    return exits;
  };

  const tornAt = async (tear: Tear): Promise<void> => {
    let isTorn = false;
    looks.admitted += 2;
    void network.tear(tear).then(() => (isTorn = true));
    while (!isTorn && rounds < MOST_ROUNDS) await round();
    expect({ ...tear, isTorn }).toEqual({ ...tear, isTorn: true });
  };

  test("loses no notice, sends no claim twice, and goes on once the line is healed", async () => {
    let resets = 0;
    onSend = () => {
      resets += 1;
      network.resetAll();
    };
    looks.admitted += 2;
    await round();
    onSend = () => undefined;
    expect(resets).toBeGreaterThan(0);

    looks.admitted += 2;
    network.goAway();
    expect(await round()).toEqual([false, false]);
    network.heal();
    expect(await round()).toEqual([true, true]);

    for (const tear of TEARS) await tornAt(tear);

    let now = await obligations();
    const ended = ({ obligation }: (typeof now)[number]): boolean =>
      obligation.state === "confirmed" || obligation.state === "with-person";
    const sentSoFar = world.provider.sends.length;
    while (!now.every(ended) && rounds < MOST_ROUNDS) {
      await round();
      now = await obligations();
    }
    expect(now.map(({ obligation }) => `${obligation.subject.personId} ${obligation.state}`)).toEqual(
      PERSONS.map((number) => `P${number} ${number % 2 === 0 ? "confirmed" : "with-person"}`),
    );
    const keys = world.provider.sends.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(sentSoFar);
    expect(new Set(keys).size).toBe(keys.length);
    const rows = await direct.db.selectFrom("attempt_claim").select("claim").execute();
    const claimed = new Set(rows.map(({ claim }) => idempotencyKeyOf(claim as AttemptClaim)));
    expect(keys.filter((key) => !claimed.has(key))).toEqual([]);
    const reached = PERSONS.filter((number) =>
      world.provider.sends.some(({ to }) => contactValuesOf(number).includes(String(to))),
    );
    expect(reached).toEqual(PERSONS);
    expect(world.lines.filter(({ why }) => why === "broken")).toEqual([]);
  });
});
