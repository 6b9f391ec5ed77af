import { addHours, epochMilliseconds, Instant, instantAt, JurisdictionId, Revision } from "@victim-rights/core";
import {
  ContactRef,
  NoticeActorId,
  type Obligation,
  ObligationCommand,
  ObligationId,
  ObligationStore,
  type ObligationStoreShape,
  OpenedEntry,
} from "@victim-rights/notification";
import { inMemoryObligationStore, sampleBatch } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { Channels, type ChannelsShape } from "../src/channel/channels.ts";
import { ContactBook, type ContactBookShape } from "../src/contact/contact-book.ts";
import { type InMemoryEngine, inMemoryEngine } from "../src/job-engine/in-memory-engine.ts";
import { JobEngine, type JobEngineShape } from "../src/job-engine/job-engine.ts";
import { AgencyRuleBook, type OnDoubt } from "../src/worker/agency-rules.ts";
import { WorkerClock } from "../src/worker/clock.ts";
import { NoticeWriter, type NoticeWriterShape } from "../src/worker/notice-writer.ts";
import { wakeHandlers, type WorkerServices } from "../src/worker/wake-handlers.ts";
import { type LogLine, WorkerLog } from "../src/worker/worker-log.ts";
import { Settings, WorkerSettings } from "../src/worker/worker-settings.ts";
import { FakeProvider } from "./fake-provider.ts";
import { POLICY } from "./policy.ts";
import { sampleBook, type SampleBook } from "./sample-book.ts";

export const START = Instant.parse("2026-03-02T15:00:00Z");
export const later = (at: Instant, seconds: number): Instant => instantAt(epochMilliseconds(at) + seconds * 1000);

export const obligationId = (number: number): ObligationId => ObligationId.parse(`xx-yy/P${number}/E1/r1/jail`);

/** An obligation to tell a person of a number, by a week from the start unless said otherwise. */
export const opening = (number: number, by: Instant = addHours(START, 168)): OpenedEntry =>
  OpenedEntry.parse({
    entry: "opened",
    obligation: obligationId(number),
    seq: 1,
    at: START,
    terms: {
      id: obligationId(number),
      kind: "notice",
      noticeId: obligationId(number),
      subject: {
        jurisdiction: "xx-yy",
        personId: `P${number}`,
        supervisedPersonId: "S1",
        eventId: "E1",
        revision: 1,
        eventKind: "release",
      },
      dutyBearers: ["jail"],
      grounds: [
        {
          rule: "xx-yy/notice/release",
          title: "Notice of a release",
          basis: "law",
          cites: [{ source: "code", at: "1" }],
          verified: { status: "read", on: "2026-01-01" },
          opens: null,
          closes: by,
          symbolic: null,
          methods: [],
          ifMissed: "not-stated",
        },
      ],
      deadline: { law: { by, rules: ["xx-yy/notice/release"] }, policy: null },
      sendFrom: START,
      proof: { needs: "confirmation-or-accepted-delivery", basis: "house" },
      corrects: null,
    },
  });

const EVENT = sampleBatch().event;

/** Records the event that owes notices to the persons of some numbers. */
export const record = (store: ObligationStoreShape, obligations: readonly OpenedEntry[]) =>
  store.recordEvent({ event: EVENT, obligations, advances: [], tasks: [], audit: [] }, `event-${obligations.length}`);

/** The person says that they have it. */
export const confirmation = (at: Instant, name: string): ObligationCommand =>
  ObligationCommand.parse({
    act: "confirm",
    id: `confirm-${name}`,
    at,
    by: { role: "registrant", id: "registrant" },
    evidence: { kind: "confirmed-by-person", how: "reply-code", at, attempt: null, record: `reply-${name}` },
  });

/** Everything around one or more workers, in memory, with a clock that stands until it is moved. */
export type World = {
  readonly store: ObligationStoreShape;
  readonly jobs: InMemoryEngine;
  readonly provider: FakeProvider;
  readonly book: SampleBook;
  readonly lines: LogLine[];
  readonly clock: { now: Instant };
  readonly services: Services;
  readonly run: <Answer, Failure>(effect: Effect.Effect<Answer, Failure, WorkerServices>) => Promise<Answer>;
  /** Lets time pass for the engine and the worker alike. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly obligation: (number: number) => Promise<Obligation>;
  readonly confirm: (number: number) => Promise<void>;
};

/** The ports, each of which a test may put something else in the place of. */
export type Services = {
  readonly store: ObligationStoreShape;
  readonly engine: JobEngineShape;
  readonly channels: ChannelsShape;
  readonly book: ContactBookShape;
  readonly writer: NoticeWriterShape;
  readonly clock: { readonly now: Instant };
  readonly log: (line: LogLine) => void;
  readonly onDoubt: OnDoubt;
  readonly settings: WorkerSettings;
};

/** Gives a worker its ports. */
export const provideAll = <Answer, Failure>(
  effect: Effect.Effect<Answer, Failure, WorkerServices>,
  services: Services,
): Effect.Effect<Answer, Failure> =>
  effect.pipe(
    Effect.provideService(ObligationStore, services.store),
    Effect.provideService(JobEngine, services.engine),
    Effect.provideService(Channels, services.channels),
    Effect.provideService(ContactBook, services.book),
    Effect.provideService(NoticeWriter, services.writer),
    Effect.provideService(WorkerClock, { now: Effect.sync(() => services.clock.now) }),
    Effect.provideService(WorkerLog, { write: (line) => Effect.sync(() => services.log(line)) }),
    Effect.provideService(AgencyRuleBook, {
      rulesFor: (jurisdiction) =>
        jurisdiction === JurisdictionId.parse("xx-yy") ? { policy: POLICY, onDoubt: services.onDoubt } : null,
    }),
    Effect.provideService(Settings, services.settings),
  );

const SETTINGS = WorkerSettings.parse({ worker: NoticeActorId.parse("worker-1") });

export const writer: NoticeWriterShape = {
  write: () => Effect.succeed({ subject: "A message for you", text: "There is news. Please call.", language: "en" }),
};

type WorldAsked = Partial<Pick<Services, "onDoubt" | "writer" | "settings" | "channels">> & {
  readonly persons?: number;
};

/** A world with obligations to persons 1 to `persons`, each with an email address and a telephone. */
export const openWorld = async (asked: WorldAsked = {}): Promise<World> => {
  const persons = asked.persons ?? 1;
  const parts = {
    store: inMemoryObligationStore(),
    clock: { now: START },
    jobs: inMemoryEngine(START),
    lines: [] as LogLine[],
  };
  const provider = new FakeProvider();
  const book = sampleBook(parts.clock, persons);
  const services: Services = {
    store: parts.store,
    engine: parts.jobs.engine,
    channels: { email: provider.channel("email"), sms: provider.channel("sms") },
    book: book.book,
    writer,
    clock: parts.clock,
    log: (line) => void parts.lines.push(line),
    onDoubt: "second-notice",
    settings: SETTINGS,
    ...asked,
  };
  const openings = Array.from({ length: persons }, (_, index) => opening(index + 1));
  await Effect.runPromise(record(parts.store, openings));
  const world = { ...parts, provider, book, services, ...actionsOn(services, parts) };
  await world.run(Effect.flatMap(wakeHandlers, (handlers) => parts.jobs.engine.work(handlers)));
  return world;
};

type Parts = Pick<World, "store" | "clock" | "jobs">;

const actionsOn = (
  services: Services,
  { store, clock, jobs }: Parts,
): Pick<World, "run" | "pass" | "obligation" | "confirm"> => {
  const obligation = async (number: number): Promise<Obligation> =>
    (await Effect.runPromise(store.find(obligationId(number)))).obligation;
  return {
    run: (effect) => Effect.runPromise(provideAll(effect, services)),
    pass: async (seconds) => {
      clock.now = later(clock.now, seconds);
      await jobs.pass(seconds);
    },
    obligation,
    confirm: async (number) => {
      const { revision } = await obligation(number);
      const command = confirmation(clock.now, `${number}-${revision}`);
      const expected = Revision.parse(revision);
      await Effect.runPromise(store.advance({ obligation: obligationId(number), expected, command }));
    },
  };
};

export const contact = (person: number, method: string): ContactRef => ContactRef.parse(`contact-${person}-${method}`);
