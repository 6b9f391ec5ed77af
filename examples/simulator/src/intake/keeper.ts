import {
  admitBatch,
  type FeedChange,
  hearFeed,
  type HoldDecision,
  NoticeActorId,
  settleHold,
  silenceAlarms,
} from "@victim-rights/notification";
import type { CustodyEvent } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Result from "effect/Result";
import { type Agency, type FeedMessage, GUARDS, recordKey } from "../agency/agency.ts";
import { type Process, startProcess } from "../engine/process.ts";
import { DAY, HOUR, MINUTE } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";

/** The process that takes the feed in: it hears it, guards it against bulk changes, and raises the alarm when it is silent. */
export type Keeper = { readonly process: Process; readonly drain: () => void };

const LIMIT = GUARDS.bulk[0] ?? null;
const SILENCE_CHECK = 10 * MINUTE;

/** Starts the keeper. `admitted` is called whenever something new is to be recorded. */
export const startKeeper = (simulation: Simulation, admitted: () => void): Keeper => {
  const { agency } = simulation;
  let isBusy = false;
  const drain = (): void => {
    const [message] = agency.inbox.values();
    if (message === undefined || isBusy || !process.isUp()) return;
    isBusy = true;
    process.run(take(message, process, simulation), () => {
      isBusy = false;
      if (agency.toRecord.size > 0) admitted();
      drain();
    });
  };
  const process: Process = startProcess("keeper", simulation, (self) => {
    isBusy = false;
    self.every(15 * MINUTE, drain);
    self.every(SILENCE_CHECK, () => self.run(listen(self, simulation)));
    self.every(2 * HOUR, () => self.run(decideHold(self, simulation), admitted));
    self.every(DAY, () => self.run(compareWithSource(self, simulation), admitted));
  });
  return { process, drain };
};

/** Takes one message. Read, decide, and write in one step: a crash between them leaves the message where it was. */
const take = (message: FeedMessage, process: Process, { agency, plants, trace }: Simulation) =>
  Effect.gen(function* () {
    const { guard, beat } = yield* process.call({ what: "read the guard", act: () => Exit.succeed({ ...agency }) });
    const now = process.now();
    const admission = admitBatch(guard, message.records.map(changeOf), { limit: LIMIT, now });
    const passes = new Set(admission.pass.map((change) => `${change.event} r${change.revision}`));
    yield* process.call({
      what: "keep what the feed brought",
      act: () => {
        agency.inbox.delete(message.number);
        agency.beat = hearFeed(beat, now);
        if (message.records.length === 0) return Exit.void;
        agency.guard = admission.guard;
        for (const record of message.records)
          if (passes.has(recordKey(record)) || plants.admitsEverything) admit(agency, record);
          else agency.held.set(recordKey(record), record);
        trace.write("keeper", `takes ${message.records.length} records and holds ${admission.held.length}`);
        return Exit.void;
      },
    });
  });

const changeOf = ({ id, revision, supervisedPersonId, kind }: CustodyEvent): FeedChange => ({
  event: id,
  revision,
  supervisedPersonId,
  kind,
});

const admit = (agency: Agency, record: CustodyEvent): void => {
  if (!agency.toRecord.has(recordKey(record))) agency.toRecord.set(recordKey(record), { record, leasedUntil: 0 });
};

const listen = (process: Process, { agency, tell, trace, plants }: Simulation) =>
  Effect.gen(function* () {
    const beat = yield* process.call({ what: "read the beat", act: () => Exit.succeed(agency.beat) });
    const [alarm] = plants.hearsNoSilence ? [] : silenceAlarms([beat], GUARDS.silence, process.now());
    if (alarm !== undefined && !agency.alarmed) {
      trace.write("keeper", `raises the alarm: ${alarm.feed} is silent`);
      tell({ kind: "silence-alarm", at: process.now() });
    }
    agency.alarmed = alarm !== undefined;
  });

/** A person of the agency looks at what is held, in their own time: a refresh of everybody is a fault of the feed. */
const decideHold = (process: Process, simulation: Simulation) =>
  Effect.gen(function* () {
    const { agency, papers, trace } = simulation;
    const hold = yield* process.call({ what: "look at the hold", act: () => Exit.succeed(agency.guard.hold) });
    if (hold === null || !simulation.random(`hold ${hold.number} ${process.now()}`).hits(300)) return;
    const isRefresh = hold.changes.some(({ event }) => event.startsWith("B-"));
    const decision: HoldDecision = {
      by: { role: "staff", id: NoticeActorId.parse("staff") },
      at: process.now(),
      found: isRefresh ? "feed-fault" : "true-change",
      record: papers.write("decision"),
    };
    yield* process.call({
      what: "settle the hold",
      act: () => {
        const settled = settleHold(agency.guard, hold.number, decision);
        if (Result.isFailure(settled)) return Exit.void;
        agency.guard = settled.success.guard;
        for (const { event, revision } of settled.success.pass) {
          const record = agency.held.get(`${event} r${revision}`);
          if (record !== undefined) admit(agency, record);
        }
        agency.held.clear();
        trace.write("staff", `finds that hold ${hold.number} is a ${decision.found}`);
        return Exit.void;
      },
    });
  });

/** Once a day custody's own list is read: whatever the feed should have brought, and did not, is caught up on. */
const compareWithSource = (process: Process, { agency, source, timeline, trace }: Simulation) =>
  process.call({
    what: "compare with the source",
    act: () => {
      const known = source.filter(
        ({ truth, publishedAt, record }) =>
          truth === "happened" && publishedAt < timeline.now() - HOUR && !agency.log.has(recordKey(record)),
      );
      for (const { record } of known) {
        if (!agency.toRecord.has(recordKey(record))) trace.write("keeper", `catches up on ${recordKey(record)}`);
        admit(agency, record);
      }
      return Exit.void;
    },
  });
