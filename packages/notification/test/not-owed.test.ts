import { describe, expect, test } from "vitest";
import {
  channels,
  dispositions,
  escape,
  event,
  happened,
  owed,
  person,
  plan,
  refused,
  registration,
} from "./records.ts";

describe("what is not owed", () => {
  test("says when no rule concerns the event", () => {
    expect(refused({ events: [event({ kind: "parole-hearing-held" })] }).reason).toEqual({ kind: "no-rule-for-event" });
  });

  test("says which rule from memory would concern it", () => {
    const death = happened("death");
    expect(refused({ events: [death] }).notes).toEqual([
      "xx-yy/notice/death names this kind of event and is off: it rests on memory",
    ]);
    expect(owed({ events: [death], enable: ["xx-yy/notice/death"] }).notices).toHaveLength(1);
  });

  test("says which channel is missing, when that is what is missing", () => {
    const found = refused({ registrations: [registration({ channels: channels("none") })] });
    expect(found.reason).toEqual({ kind: "channel-not-registered", channels: ["board", "corrections"] });
    expect(
      refused({ events: [escape], registrations: [registration({ channels: channels("withdrawn") })] }).reason,
    ).toEqual({
      kind: "channel-not-registered",
      channels: ["corrections"],
    });
  });

  test("names the nearest rules when no channel would change the answer", () => {
    const property = happened("property-no-longer-needed", "2026-02-27");
    const found = refused({ events: [property], registrations: [registration({ relation: "witness" })] });
    expect(found.reason).toEqual({ kind: "no-rule-holds", nearest: ["xx-yy/notice/property: Notice: property"] });
    expect(found.receipt?.answer).toBe("no");
  });
});

describe("events that are corrected, moved or withdrawn", () => {
  const moved = event({ revision: 2, scheduled: { date: "2026-05-20", time: null } });

  test("a new hearing date is a new notice with its own window", () => {
    const found = plan({ events: [event(), moved] });
    expect(found.owed).toMatchObject([
      { revision: 2, supersedes: 1, notices: [{ interval: { closes: "2026-04-21T05:00:00.000Z" } }] },
    ]);
    expect(found.owed[0]?.notes).toContain("revision 1 may already have been notified: say that this takes its place");
    expect(found.notOwed).toMatchObject([{ revision: 1, reason: { kind: "event-superseded", by: 2 } }]);
  });

  test("a withdrawn event owes nothing and asks for a correction", () => {
    const found = plan({ events: [event(), event({ revision: 2, status: "withdrawn" })] });
    expect(found.owed).toEqual([]);
    expect(found.notOwed.map(({ reason }) => reason.kind)).toEqual(["event-superseded", "event-withdrawn"]);
    expect(found.notOwed[1]?.notes).toEqual([
      "revision 1 may already have been notified: tell the same people that it was withdrawn",
    ]);
  });

  test("an event moved to another person under supervision is superseded for the first one's victims", () => {
    const found = plan({ events: [event(), event({ revision: 2, supervisedPersonId: "S2" })] });
    expect(dispositions(found)).toMatchObject([
      { list: "not-owed", revision: 1, reason: { kind: "event-superseded", by: 2 } },
    ]);
  });

  test("rows that repeat each other collapse", () => {
    const again = event({ recordedAt: "2026-02-25T00:00:00Z", origin: { file: "second.csv", row: 4 } });
    expect(plan({ events: [again, event()] }).counts).toMatchObject({ pairs: 1, duplicateEvents: 1 });
  });

  test("two rows of one revision that differ go to a person, with the fields' names", () => {
    const found = person({ events: [event(), event({ kind: "release-scheduled", releaseType: "parole" })] });
    expect(found.cause).toEqual({ kind: "contradictory-record", of: "event", what: ["kind", "releaseType"] });
  });
});
