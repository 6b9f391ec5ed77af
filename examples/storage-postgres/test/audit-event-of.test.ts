import { AuditEvent } from "@victim-rights/auditing";
import { AuditFact } from "@victim-rights/notification";
import { sampleBatch } from "@victim-rights/notification/testing";
import { describe, expect, test } from "vitest";
import { eventsOfFact } from "../src/audit/audit-event-of.ts";

const [fact = AuditFact.parse(null)] = sampleBatch().audit;
const eventOf = (given: Readonly<Record<string, unknown>>, key = "key-1") =>
  eventsOfFact(AuditFact.parse({ ...fact, ...given }), key);

describe("eventsOfFact", () => {
  test("keeps the six things that a fact says", () => {
    expect(eventOf({ source: "custody-feed", outcome: "unknown", about: ["E1"] })).toEqual([
      {
        what: { action: fact.what, about: [{ kind: "record", id: "E1" }] },
        when: fact.at,
        where: fact.where,
        source: { kind: "feed", id: "key-1" },
        outcome: "unknown",
        who: { role: "actor", id: fact.who },
      },
    ]);
  });

  test.each([
    ["nightly-job", "job"],
    ["command-line", "command-line"],
    ["feeder", "request"],
    ["feed", "feed"],
  ])("reads the source `%s` as a %s", (source, kind) => {
    expect(eventOf({ source })[0]?.source.kind).toBe(kind);
  });

  test.each(["ann@example.org", "Ann Sample", "x".repeat(401), "", "-", "\ud800", "#7"])(
    "gives no more of `%s` than a digest",
    (id) => {
      const [event] = eventOf({ about: [`${id} `, "E1"] }, id);
      expect(AuditEvent.parse(event).source.id).toMatch(/^sha256:[0-9a-f]{64}$/u);
      expect(JSON.stringify(event)).not.toContain(`${id} `);
    },
  );

  test("makes a second event for more records than one may be about", () => {
    const about = Array.from({ length: 2_001 }, (_, each) => `R${each}`);
    const events = eventOf({ about });
    expect(events.map(({ what }) => what.about.length)).toEqual([1_000, 1_000, 1]);
    expect(events.flatMap(({ what }) => what.about.map(({ id }) => id))).toEqual(about);
    expect(eventOf({ about: [] })).toHaveLength(1);
    expect(() => events.map((each) => AuditEvent.parse(each))).not.toThrow();
  });
});
