import { describe, expect, test } from "vitest";
import { LocalDate } from "../time/local-date.ts";
import { CustodyEvent } from "./custody-event.ts";
import { custodyStatusOn } from "./custody-status.ts";

let next = 0;
const event = (kind: string, date: string, change: Record<string, unknown> = {}): CustodyEvent =>
  CustodyEvent.parse({
    id: `E${(next += 1)}`,
    revision: 1,
    recordedAt: null,
    jurisdiction: "xx-yy",
    supervisedPersonId: "D1",
    kind,
    status: "active",
    occurred: { date, time: null },
    scheduled: null,
    releaseType: null,
    custodian: null,
    phase: null,
    caseNumber: null,
    facts: {},
    origin: null,
    ...change,
  });

const on = (events: readonly CustodyEvent[], date = "2026-11-22") => custodyStatusOn(events, LocalDate.parse(date));

describe("custodyStatusOn", () => {
  test("is unknown before any event says", () => {
    expect(on([])).toBe(null);
    expect(on([event("parole-hearing-scheduled", "2026-01-01")])).toBe(null);
  });

  test("follows an escape and a recapture across midnight, day by day", () => {
    const events = [event("admission", "2020-01-01"), event("recapture", "2026-11-09"), event("escape", "2026-11-08")];
    expect(on(events, "2026-11-07")).toBe("in-custody");
    expect(on(events, "2026-11-08")).toBe("at-large");
    expect(on(events, "2026-11-09")).toBe("in-custody");
  });

  test("tells the events of one day apart by their times", () => {
    const at = (time: string) => ({ occurred: { date: "2026-11-08", time } });
    expect(on([event("recapture", "2026-11-08", at("23:50")), event("escape", "2026-11-08", at("22:40"))])).toBe(
      "in-custody",
    );
  });

  test("reads a release by its type, and knows nothing after one that does not say where the person went", () => {
    expect(on([event("release", "2026-11-01", { releaseType: "parole" })])).toBe("community-supervision");
    expect(on([event("admission", "2020-01-01"), event("release", "2026-11-01", { releaseType: "other" })])).toBe(null);
  });

  test("does not count an event that was withdrawn or corrected", () => {
    const escape = event("escape", "2026-11-08");
    const before = event("admission", "2020-01-01");
    expect(on([before, escape, { ...escape, revision: 2, status: "withdrawn" }])).toBe("in-custody");
    expect(on([before, { ...escape, revision: 2, kind: "death" }, escape])).toBe("deceased");
  });

  test("is unknown while two rows of one revision contradict each other, whichever comes first", () => {
    const escape = event("escape", "2026-11-08");
    const death: CustodyEvent = { ...escape, kind: "death" };
    expect([on([escape, death]), on([death, escape])]).toEqual([null, null]);
    expect(on([escape, { ...escape }])).toBe("at-large");
  });
});
