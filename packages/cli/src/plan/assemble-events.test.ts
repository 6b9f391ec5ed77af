import { describe, expect, test } from "vitest";
import { state, type RowSketch } from "../../test/event-rows.ts";
import { EventSource } from "../mapping/mapping.ts";
import { assembleEvents } from "./assemble-events.ts";
import { settle } from "./settle.ts";

const source = EventSource.parse({
  kind: "events",
  name: "s",
  match: { files: ["*"] },
  format: { kind: "csv" },
  readTogether: [
    { codes: ["P*", "T"], means: { event: "release", releaseType: "detainer" }, why: "one movement" },
    { codes: ["A", "Z"], means: { noNotice: "undone the same day" }, why: "undone the same day" },
  ],
});

const assemble = (...rows: readonly RowSketch[]) =>
  assembleEvents(settle(rows.map((row, at) => state({ key: `s/${at}`, ...row }, at))).chains, [source]);
const kinds = (...rows: readonly RowSketch[]) =>
  assemble(...rows).events.map(
    ({ kind, releaseType, occurred }) =>
      `${kind}${releaseType === null ? "" : ` ${releaseType}`} ${occurred === null ? "undated" : occurred.date}`,
  );

describe("assembleEvents", () => {
  test("an escape and its return across midnight are two events", () => {
    expect(
      kinds(
        { kind: "escape", day: "2026-11-21", time: "22:50", sequence: 5 },
        { kind: "recapture", day: "2026-11-22", time: "01:40", sequence: 6 },
      ),
    ).toEqual(["escape 2026-11-21", "recapture 2026-11-22"]);
  });

  test("a return before a further escape is no contradiction", () => {
    expect(
      assemble(
        { kind: "recapture", day: "2026-11-20", sequence: 5 },
        { kind: "escape", day: "2026-11-22", sequence: 6 },
      ).rejects,
    ).toEqual([]);
  });

  test("a return that is dated before its departure is rejected with both rows, and both are handed on without their dates", () => {
    const { rejects, events } = assemble(
      { kind: "escape", day: "2026-11-22", sequence: 5 },
      { kind: "recapture", day: "2026-11-20", sequence: 6 },
    );
    expect(rejects.map(({ row, problem }) => [row, problem])).toEqual([
      [3, "the return is dated before its departure in row 2 of status.csv"],
      [2, "the departure is dated after its return in row 3 of status.csv"],
    ]);
    expect(events.filter(({ occurred }) => occurred === null)).toHaveLength(2);
    expect(new Set(events.map(({ id, revision }) => `${id} ${revision}`)).size).toBe(2);
  });

  test("on one day the clock decides, and a missing clock time decides nothing", () => {
    const escape = { kind: "escape", sequence: 5 } as const;
    expect(
      assemble({ ...escape, time: "10:00" }, { kind: "recapture", sequence: 6, time: "09:00" }).rejects,
    ).toHaveLength(2);
    expect(assemble({ ...escape, time: "10:00" }, { kind: "recapture", sequence: 6 }).rejects).toEqual([]);
  });

  test("rows of one day are read together, in sequence", () => {
    expect(
      kinds({ kind: "release", code: "P1", sequence: 1 }, { kind: "out-of-state-transfer", code: "T", sequence: 2 }),
    ).toEqual(["release detainer 2026-11-21"]);
    expect(
      kinds({ kind: "release", code: "P1", sequence: 2 }, { kind: "out-of-state-transfer", code: "T", sequence: 1 }),
    ).toHaveLength(2);
    expect(
      kinds(
        { kind: "release", code: "P1", sequence: 1 },
        { kind: "out-of-state-transfer", code: "T", sequence: 2, day: "2026-11-22" },
      ),
    ).toHaveLength(2);
  });

  test("rows read together are counted with the reason", () => {
    expect([
      ...assemble(
        { kind: "release", code: "P1", sequence: 1 },
        { kind: "out-of-state-transfer", code: "T", sequence: 2 },
      ).joined,
    ]).toEqual([["one movement", 1]]);
  });

  test("rows that undo each other are no event", () => {
    expect(kinds({ kind: "release", code: "A", sequence: 1 }, { kind: "admission", code: "Z", sequence: 2 })).toEqual(
      [],
    );
  });

  test("a code that is no event by itself can say something together with another", () => {
    expect(
      kinds({ kind: null, code: "P9", sequence: 1 }, { kind: "out-of-state-transfer", code: "T", sequence: 2 }),
    ).toEqual(["release detainer 2026-11-21"]);
  });

  test("what a row said before it was read with another is withdrawn", () => {
    const { events } = assemble(
      { kind: "release", code: "P1", sequence: 1 },
      { key: "s/x", kind: "escape", code: "E", sequence: 2, stamp: "1" },
      { key: "s/x", kind: "out-of-state-transfer", code: "T", sequence: 2, stamp: "2" },
    );
    expect(events.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "release active",
      "escape active",
      "out-of-state-transfer withdrawn",
    ]);
  });
});
