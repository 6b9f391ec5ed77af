import { type CustodyEvent, type CustodyStatus, SupervisedPersonId } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { compareSnapshots } from "../../src/index.ts";
import { day, event } from "../records.ts";

const listOf = (on: string, statuses: Readonly<Record<string, CustodyStatus>>) => ({
  on: day(on),
  statuses: new Map(Object.entries(statuses).map(([id, status]) => [SupervisedPersonId.parse(id), status])),
});

const happenedTo = (supervisedPersonId: string, kind: string, more: object = {}): CustodyEvent =>
  event({
    id: `E-${supervisedPersonId}`,
    supervisedPersonId,
    kind,
    scheduled: null,
    occurred: { date: "2026-02-28", time: null },
    ...more,
  });

const compared = (
  was: Readonly<Record<string, CustodyStatus>>,
  is: Readonly<Record<string, CustodyStatus>>,
  events: readonly CustodyEvent[] = [],
) =>
  compareSnapshots(listOf("2026-02-27", was), listOf("2026-03-01", is), events).map(
    ({ supervisedPersonId, difference, explained }) => [supervisedPersonId, difference, explained],
  );

describe("two lists of who is held", () => {
  test("that agree have no difference, and a difference is no event", () => {
    expect(compared({ S1: "in-custody" }, { S1: "in-custody" })).toEqual([]);
    expect(compared({ S1: "in-custody", S2: "in-custody" }, { S2: "at-large", S3: "in-custody" })).toEqual([
      ["S1", "vanished", false],
      ["S2", "status-changed", false],
      ["S3", "appeared", false],
    ]);
  });

  test("may differ by what was reported", () => {
    const events = [
      happenedTo("S1", "death"),
      happenedTo("S2", "escape"),
      happenedTo("S3", "admission"),
      happenedTo("S4", "escape"),
    ];
    expect(
      compared(
        { S1: "in-custody", S2: "in-custody", S4: "in-custody" },
        { S2: "at-large", S3: "in-custody", S4: "discharged" },
        events,
      ),
    ).toEqual([
      ["S1", "vanished", true],
      ["S2", "status-changed", true],
      ["S4", "status-changed", false],
      ["S3", "appeared", true],
    ]);
  });

  test("leave unexplained who vanished while the last report says that they are held", () => {
    expect(compared({ S1: "in-custody" }, {}, [happenedTo("S1", "admission")])).toEqual([["S1", "vanished", false]]);
  });
});
