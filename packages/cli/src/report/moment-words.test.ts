import { Instant, LocalDate, ZoneId } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { durationWords, localMomentWords, momentWords } from "./moment-words.ts";

const at = (text: string): Instant => Instant.parse(text);
const words = momentWords(ZoneId.parse("America/Chicago"));

describe("momentWords", () => {
  test("says a moment on the local clock with its zone, on either side of a change of clocks", () => {
    expect(words.moment(at("2026-11-01T06:30:00Z"))).toBe("Sun 1 Nov 2026, 01:30 CDT");
    expect(words.moment(at("2026-11-01T07:30:00Z"))).toBe("Sun 1 Nov 2026, 01:30 CST");
  });

  test("says a bound at midnight as the end of the day before", () => {
    expect(words.deadline(at("2026-11-24T06:00:00Z"))).toBe("the end of Mon 23 Nov 2026");
    expect(words.deadline(at("2026-11-24T06:01:00Z"))).toBe("Tue 24 Nov 2026, 00:01 CST");
    expect(words.deadline(at("2026-11-02T06:00:00Z"))).toBe("the end of Sun 1 Nov 2026");
  });

  test("says a day in full, and a moment in short", () => {
    expect(words.longDay(at("2026-11-24T05:59:00Z"))).toBe("Monday 23 November 2026");
    expect(words.brief(at("2026-11-24T05:59:00Z"))).toBe("23 Nov 23:59");
    expect(words.briefDeadline(at("2026-11-24T06:00:00Z"))).toBe("end of 23 Nov");
    expect(words.briefDeadline(at("2026-11-24T06:01:00Z"))).toBe("24 Nov 00:01");
  });
});

test.each([
  ["2026-11-23T13:00:00Z", "2026-11-23T13:00:30Z", "0 minutes"],
  ["2026-11-23T13:00:00Z", "2026-11-23T13:01:00Z", "1 minute"],
  ["2026-11-23T13:00:00Z", "2026-11-23T14:59:00Z", "119 minutes"],
  ["2026-11-23T13:00:00Z", "2026-11-23T15:00:00Z", "2 hours"],
  ["2026-11-23T13:00:00Z", "2026-11-25T12:59:00Z", "47 hours"],
  ["2026-11-25T13:00:00Z", "2026-11-23T13:00:00Z", "2 days"],
])("durationWords from %s to %s is %s", (from, to, duration) => {
  expect(durationWords(at(from), at(to))).toBe(duration);
});

test("localMomentWords says a record's own day and time", () => {
  expect(localMomentWords(LocalDate.parse("2026-03-02"), "22:15:30")).toBe("2 Mar 2026, 22:15");
  expect(localMomentWords(LocalDate.parse("2026-03-02"), null)).toBe("2 Mar 2026");
});
