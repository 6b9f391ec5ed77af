import type { SupervisedPersonId } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { event } from "../test/records.ts";
import { eventHistory } from "./event-history.ts";

const statesOf = (person: string, ...rows: Parameters<typeof eventHistory>[0]) =>
  (eventHistory(rows).bySupervisedPerson.get(person as SupervisedPersonId) ?? []).map(
    ({ event: { revision }, state }) => ({ revision, ...state }),
  );

describe("eventHistory", () => {
  test("the highest revision stands, whatever order the rows come in", () => {
    expect(statesOf("S1", event({ revision: 3 }), event({ revision: 1 }))).toEqual([
      { revision: 1, kind: "superseded", by: 3 },
      { revision: 3, kind: "stands", replaces: 1 },
    ]);
  });

  test("a withdrawal takes the event back", () => {
    expect(statesOf("S1", event(), event({ revision: 2, status: "withdrawn" }))[1]).toEqual({
      revision: 2,
      kind: "withdrawn",
      replaces: 1,
    });
  });

  test("an event that comes back after a withdrawal stands again", () => {
    expect(statesOf("S1", event({ revision: 2, status: "withdrawn" }), event({ revision: 3 }))[1]).toMatchObject({
      kind: "stands",
      replaces: 2,
    });
  });

  test("rows of an old revision that differ are superseded with it", () => {
    expect(statesOf("S1", event(), event({ kind: "escape" }), event({ revision: 2 }))).toMatchObject([
      { kind: "superseded", by: 2 },
      { kind: "stands" },
    ]);
  });

  test("one revision about two supervised persons contradicts itself for both", () => {
    const rows = [event(), event({ supervisedPersonId: "S2" })];
    for (const person of ["S1", "S2"]) {
      expect(statesOf(person, ...rows)).toEqual([
        { revision: 1, kind: "contradictory", fields: ["supervisedPersonId"] },
      ]);
    }
  });

  test("a withdrawn and an active row of one revision contradict each other", () => {
    expect(statesOf("S1", event(), event({ status: "withdrawn" }))).toEqual([
      { revision: 1, kind: "contradictory", fields: ["status"] },
    ]);
  });

  test("an event that was moved to another supervised person is no longer the first one's", () => {
    const { highestBySupervisedPerson } = eventHistory([
      event(),
      event({ revision: 2, supervisedPersonId: "S2" }),
      event({ id: "E2" }),
    ]);
    expect(
      [...highestBySupervisedPerson].map(([person, rows]) => [
        person,
        rows.map(({ id, revision }) => `${id} ${revision}`),
      ]),
    ).toEqual([
      ["S2", ["E1 2"]],
      ["S1", ["E2 1"]],
    ]);
  });

  test("of rows that repeat each other the first recorded is kept", () => {
    const { bySupervisedPerson, duplicates } = eventHistory([
      event({ recordedAt: "2026-02-25T00:00:00Z" }),
      event({ recordedAt: null }),
      event(),
    ]);
    expect(duplicates).toBe(2);
    expect([...bySupervisedPerson.values()].flat().map(({ event: { recordedAt } }) => recordedAt)).toEqual([
      "2026-02-20T15:00:00.000Z",
    ]);
  });
});
