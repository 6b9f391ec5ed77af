/**
 * Events of which ten people each must be told, from the feed's row to the commit: planned, opened, and recorded with their
 * deadlines, wake-ups, messages and audit rows. A recapture owes each of the ten one notice, an escape two, from two
 * agencies. Recording is held against the same rows written plainly, into tables with the same indexes and without a check.
 */
import type { CustodyEvent, EventId } from "@victim-rights/core";
import { AuditFact, type EventBatch, NoticeActor, openObligations, planNotices } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { benchDatabase, counted, measured, say, sayRate, type Spent } from "./bench-database.ts";
import { byJson, byValues, plainCopy } from "./plain-inserts.ts";
import { eventOf, lawOf, NOW, offenseOf, registrationOf } from "./sample-day.ts";

const EVENTS = Number(process.argv[2] ?? 2_000);
const RECIPIENTS = 10;
const AT_ONCE = 100;

type Kind = "escape" | "recapture";

const law = lawOf("us-mo");
const by = NoticeActor.parse({ role: "system", id: "bench" });

const numbers = (count: number, from = 0): readonly number[] => Array.from({ length: count }, (_, at) => from + at);

/** What an agency has of some events before anything is planned. */
const recordsOf = (kind: Kind, events: readonly number[]) => ({
  events: events.map((number) => eventOf(kind, number)),
  registrations: events.flatMap((event) => numbers(RECIPIENTS).map((person) => registrationOf(event, person))),
  offenses: events.map(offenseOf),
});

type Records = ReturnType<typeof recordsOf>;

/** What some events lead to, a batch for each. */
const batchesOf = (records: Records): readonly EventBatch[] => {
  const plan = Result.getOrThrow(planNotices({ law, ...records, now: NOW }));
  const { obligations } = openObligations({ plan, known: [], by });
  const byEvent = Map.groupBy(obligations, ({ terms }) => terms.subject.eventId);
  return records.events.map((event) => batchOf(event, byEvent));
};

const batchOf = (event: CustodyEvent, byEvent: ReadonlyMap<EventId, EventBatch["obligations"]>): EventBatch => {
  const what = { what: "event-recorded", at: NOW, where: "bench", source: "feed", outcome: "done", who: "bench" };
  return {
    event,
    obligations: byEvent.get(event.id) ?? [],
    advances: [],
    tasks: [],
    audit: [AuditFact.parse({ ...what, about: [event.id] })],
  };
};

const keyed = (batch: EventBatch) => ({ batch, idempotencyKey: `event ${batch.event.id}` });

const bench = async (kind: Kind): Promise<void> => {
  const { db, close } = await benchDatabase();
  const store = obligationStore(db);
  const run = (groups: readonly (readonly EventBatch[])[]) => async (): Promise<void> => {
    for (const group of groups) await Effect.runPromise(store.recordEvents(group.map(keyed)));
  };
  const singles = batchesOf(recordsOf(kind, numbers(AT_ONCE, 20_000_000)));
  const alone = await measured(db, run(singles.map((batch) => [batch])));
  const records = numbers(EVENTS / AT_ONCE).map((group) => recordsOf(kind, numbers(AT_ONCE, group * AT_ONCE)));
  let groups: readonly (readonly EventBatch[])[] = [];
  const planning = await measured(db, async () => void (groups = records.map(batchesOf)));
  const recording = await measured(db, run(groups));
  const obligations = groups.flat().reduce((sum, batch) => sum + batch.obligations.length, 0);
  say(`each ${kind} opens ${obligations / EVENTS} obligations for ${RECIPIENTS} people`, "");
  sayRate("record, one event a transaction", "events", { count: AT_ONCE, spent: alone });
  sayRate(`plan and open, ${AT_ONCE} events at once`, "events", { count: EVENTS, spent: planning });
  sayRate(`record, ${AT_ONCE} events a transaction (target: 1,000)`, "events", { count: EVENTS, spent: recording });
  say("  in obligations", `${counted(obligations / recording.clock)}/s`);
  say("plan, open and record, one after the other", `${counted(EVENTS / (planning.clock + recording.clock))} events/s`);
  const { rows, write } = await plainCopy(db);
  const share = EVENTS / (EVENTS + AT_ONCE);
  say("  recorded rows", `${counted((rows * share) / recording.clock)}/s`);
  for (const [how, insert] of [
    ["values of a thousand rows a statement", byValues],
    ["JSON, a statement for each table", byJson],
  ] as const) {
    const plain = scaled(await measured(db, () => write(EVENTS / AT_ONCE, insert)), share);
    sayRate(`the same rows plainly, by ${how}`, "events", { count: EVENTS, spent: plain });
    const processor = (plain.node + plain.server) / (recording.node + recording.server);
    say(
      "  recording against that, by the clock and by the processors (target: 0.33)",
      `${(plain.clock / recording.clock).toFixed(2)}, ${processor.toFixed(2)}`,
    );
  }
  console.log();
  await close();
};

/** The plain copy holds the events that were recorded one by one too. */
const scaled = ({ clock, node, server }: Spent, share: number): Spent => ({
  clock: clock * share,
  node: node * share,
  server: server * share,
});

await bench("recapture");
await bench("escape");
