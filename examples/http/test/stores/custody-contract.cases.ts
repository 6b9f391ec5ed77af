import { type CustodyEvent, Offense } from "@victim-rights/core";
import { sampleBatch } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { expect } from "vitest";
import type { CustodyRecords } from "../../src/registry/custody-records.ts";

/** Custody records with some offenses, and how an event is recorded with what it leads to. */
type CustodyHarness = {
  readonly custody: CustodyRecords;
  readonly other: CustodyRecords;
  readonly record: (event: CustodyEvent) => Promise<void>;
};

type CustodyCase = { readonly name: string; readonly run: (harness: CustodyHarness) => Promise<void> };

const offense = (supervisedPersonId: string, rest: object = {}): Offense =>
  Offense.parse({
    supervisedPersonId,
    caseNumber: null,
    class: "felony",
    completion: null,
    stage: "convicted",
    offenseDate: null,
    categories: { "offense.homicide": true },
    ...rest,
  });

export const OFFENSES = [offense("S1"), offense("S2"), offense("S1", { class: "misdemeanor" })];

const eventOf = (id: string, supervisedPersonId: string, revision = 1): CustodyEvent =>
  ({ ...sampleBatch({}).event, id, supervisedPersonId, revision }) as CustodyEvent;

/** What custody records promise, whatever they are kept in. */
export const CUSTODY_CONTRACT: readonly CustodyCase[] = [
  {
    name: "each person's events and offenses, in the order in which they came",
    run: async ({ custody, other, record }) => {
      const events = [eventOf("e2", "S1"), eventOf("e1", "S1"), eventOf("e3", "S2"), eventOf("e2", "S1", 2)];
      for (const event of events) {
        await record(event);
        await Effect.runPromise(custody.remember(event));
      }
      expect(await Effect.runPromise(other.of("S1"))).toEqual({
        events: [events[0], events[1], events[3]],
        offenses: [OFFENSES[0], OFFENSES[2]],
      });
      expect(await Effect.runPromise(other.of("S2"))).toEqual({ events: [events[2]], offenses: [OFFENSES[1]] });
      expect(await Effect.runPromise(other.of("S3"))).toEqual({ events: [], offenses: [] });
    },
  },
  {
    name: "an event that is remembered again is there once",
    run: async ({ custody, record }) => {
      const event = eventOf("e1", "S1");
      await record(event);
      for (const each of [event, { ...event }, event]) await Effect.runPromise(custody.remember(each));
      expect((await Effect.runPromise(custody.of("S1"))).events).toEqual([event]);
    },
  },
  {
    name: "ids of any characters are kept apart",
    run: async ({ custody, record }) => {
      const odd = ["a\u0000b", "a\ud800b", 'a"\\b', "a b"];
      for (const id of odd) {
        await record(eventOf(`e ${id}`, id));
        await Effect.runPromise(custody.remember(eventOf(`e ${id}`, id)));
      }
      for (const id of odd) expect((await Effect.runPromise(custody.of(id))).events).toEqual([eventOf(`e ${id}`, id)]);
    },
  },
];
