import { describe, expect, test } from "vitest";
import { state } from "../../test/event-rows.ts";
import { eventChain } from "./event-chain.ts";
import { settle } from "./settle.ts";

const chainOf = (...rows: readonly Parameters<typeof state>[0][]) => {
  const [chain] = settle(rows.map(state)).chains;
  if (chain === undefined) throw new Error("no rows");
  return eventChain(chain);
};

const summary = (...rows: readonly Parameters<typeof state>[0][]) =>
  chainOf(...rows).revisions.map(
    ({ revision, status, event }) => `${revision} ${status} ${JSON.stringify(event["kind"])}`,
  );

describe("eventChain", () => {
  test("one row is one revision", () => {
    expect(summary({ kind: "escape" })).toEqual(['1 active "escape"']);
  });

  test("a correction keeps the event and raises the revision", () => {
    expect(summary({ kind: "escape", stamp: "1" }, { kind: "absconding", stamp: "2" })).toEqual([
      '1 active "escape"',
      '2 active "absconding"',
    ]);
  });

  test("a correction that changes nothing is no revision, so that nobody is told twice", () => {
    expect(summary({ kind: "escape", stamp: "1" }, { kind: "escape", stamp: "2" })).toEqual(['1 active "escape"']);
    expect(chainOf({ kind: "escape", stamp: "1" }, { kind: "escape", stamp: "2" }).unchanged).toBe(1);
  });

  test("a code that never is an event withdraws the event it corrects", () => {
    expect(summary({ kind: "escape", stamp: "1" }, { kind: null, stamp: "2" })).toEqual([
      '1 active "escape"',
      '2 withdrawn "escape"',
    ]);
  });

  test("an event that was first a code without one begins at revision 1", () => {
    expect(summary({ kind: null, stamp: "1" }, { kind: "escape", stamp: "2" })).toEqual(['1 active "escape"']);
  });

  test("a code that never is an event is counted with its reason", () => {
    expect(chainOf({ kind: null }).noNotice).toEqual(["papers only"]);
    expect(chainOf({ kind: null }).revisions).toEqual([]);
  });

  test("a row marked as withdrawn withdraws", () => {
    expect(summary({ kind: "escape", stamp: "1" }, { kind: "escape", stamp: "2", withdrawn: true })).toEqual([
      '1 active "escape"',
      '2 withdrawn "escape"',
    ]);
  });

  test("an event can come back after it was withdrawn", () => {
    expect(summary({ kind: "escape", stamp: "1" }, { kind: null, stamp: "2" }, { kind: "escape", stamp: "3" })).toEqual(
      ['1 active "escape"', '2 withdrawn "escape"', '3 active "escape"'],
    );
  });

  test("rows that contradict each other share their revision, so that the planner hands them to a person", () => {
    expect(summary({ kind: "escape", stamp: "1" }, { kind: "absconding", stamp: "1" })).toEqual([
      '1 active "escape"',
      '1 active "absconding"',
    ]);
  });

  test("a file that numbers its own revisions keeps them", () => {
    expect(summary({ kind: "escape", stamp: "4", revision: 4 }, { kind: "escape", stamp: "7", revision: 7 })).toEqual([
      '4 active "escape"',
      '7 active "escape"',
    ]);
  });
});
