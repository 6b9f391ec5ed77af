import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { state } from "../../test/event-rows.ts";
import { EventSource } from "../mapping/mapping.ts";
import { assembleEvents } from "./assemble-events.ts";
import { settle } from "./settle.ts";

const source = EventSource.parse({
  kind: "events",
  name: "s",
  match: { files: ["*"] },
  format: { kind: "csv" },
  readTogether: [{ codes: ["P", "T"], means: { event: "release", releaseType: "detainer" }, why: "one movement" }],
});

const row = fc.record({
  key: fc.constantFrom("s/1", "s/2", "s/3", "s/4"),
  stamp: fc.constantFrom("1", "2", "3"),
  kind: fc.constantFrom("escape", "recapture", "release", null),
  code: fc.constantFrom("P", "T", "X"),
  sequence: fc.integer({ min: 1, max: 4 }),
  day: fc.constantFrom("2026-11-20", "2026-11-21"),
  withdrawn: fc.boolean(),
});

const rows = fc.array(row, { maxLength: 16 }).map((all) => all.map((each, at) => state(each, at)));
const assemble = (all: readonly ReturnType<typeof state>[]) => assembleEvents(settle(all).chains, [source]);

describe("assembleEvents", () => {
  test.prop([rows, fc.infiniteStream(fc.nat())])(
    "the order in which corrections arrive changes no event",
    (all, noise) => {
      const shuffled = all
        .map((each) => ({ each, at: noise.next().value }))
        .sort((one, other) => one.at - other.at)
        .map(({ each }) => each);
      expect(assemble(shuffled)).toEqual(assemble(all));
    },
  );

  test.prop([rows])("revisions of one event run from 1 without a gap, unless rows were read together", (all) => {
    const alone = assembleEvents(settle(all).chains, [{ ...source, readTogether: [] }]).events;
    for (const [, revisions] of Map.groupBy(alone, ({ id }) => id)) {
      const numbers = [...new Set(revisions.map(({ revision }) => revision))].sort((one, other) => one - other);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    }
  });

  test.prop([rows])("a feed that arrives twice says the same", (all) => {
    expect(assemble([...all, ...all]).events).toEqual(assemble(all).events);
  });
});
