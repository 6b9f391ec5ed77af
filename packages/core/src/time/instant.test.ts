import { describe, expect, test } from "vitest";
import {
  addHours,
  addMinutes,
  compareInstants,
  epochMilliseconds,
  Instant,
  instantAt,
  minutesBetween,
} from "./instant.ts";

const at = (text: string): Instant => Instant.parse(text);

const issuesOf = (input: unknown): readonly string[] =>
  Instant.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];

describe("Instant", () => {
  test.each([
    ["2026-03-08T08:30:00Z", "2026-03-08T08:30:00.000Z"],
    ["2026-03-08T08:30Z", "2026-03-08T08:30:00.000Z"],
    ["2026-03-08T03:30-05:00", "2026-03-08T08:30:00.000Z"],
    ["2026-03-08T08:30:00.5Z", "2026-03-08T08:30:00.500Z"],
    ["2026-03-08T08:30:00.123999Z", "2026-03-08T08:30:00.123Z"],
    ["2026-03-08T03:30:00-05:00", "2026-03-08T08:30:00.000Z"],
    ["2026-03-07T23:30:00-07:00", "2026-03-08T06:30:00.000Z"],
    ["2026-03-08T14:15:00+05:45", "2026-03-08T08:30:00.000Z"],
  ])("normalises %s to %s", (text, instant) => {
    expect(Instant.parse(text)).toBe(instant);
  });

  test.each([
    "2026-03-08T08:30:00",
    "2026-03-08",
    "2026-03-08T08:30",
    "2026-02-30T08:30:00Z",
    "2026-03-08T24:00:00Z",
    "8 March 2026",
    "",
  ])("refuses `%s` and asks for an offset", (text) => {
    expect(issuesOf(text)).toEqual([
      "write a moment as an ISO timestamp with its offset, such as `2026-03-08T08:30:00Z`",
    ]);
  });

  test.each(["1801-01-01T00:00:00+01:00", "2199-12-31T23:59:59-01:00", "0000-01-01T00:00:00+14:00"])(
    "refuses %s, which is outside its years",
    (text) => {
      expect(issuesOf(text)).toEqual(["write a moment of the years 1801 to 2199, such as `2026-03-08T08:30:00Z`"]);
    },
  );
});

describe("Instant's JSON Schema", () => {
  test("is a date-time", () => {
    expect(Instant.toJSONSchema({ io: "input" })).toMatchObject({ type: "string", format: "date-time" });
  });
});

describe("addHours", () => {
  test("counts elapsed time across a change of clocks", () => {
    const beforeTheChange = at("2026-03-08T01:30:00-06:00");
    expect(addHours(beforeTheChange, 24)).toBe(at("2026-03-09T02:30:00-05:00"));
  });

  test("goes back with a negative number", () => {
    expect(addHours(at("2026-03-08T08:30:00Z"), -72)).toBe("2026-03-05T08:30:00.000Z");
  });

  test("stops at the ends of its range and at parts of an hour", () => {
    expect(() => addHours(at("2199-12-31T23:00:00Z"), 1)).toThrow("a moment lies in the years 1801 to 2199");
    expect(() => addHours(at("2026-03-08T08:30:00Z"), 0.5)).toThrow("a number of hours is whole");
  });
});

describe("addMinutes", () => {
  test("goes on and back, and stops at parts of a minute", () => {
    expect(addMinutes(at("2026-03-08T08:30:00Z"), 90)).toBe("2026-03-08T10:00:00.000Z");
    expect(addMinutes(at("2026-03-08T08:30:00Z"), -31)).toBe("2026-03-08T07:59:00.000Z");
    expect(() => addMinutes(at("2026-03-08T08:30:00Z"), 0.5)).toThrow("a number of minutes is whole");
  });
});

describe("minutesBetween", () => {
  test.each([
    ["2026-03-08T08:30:00Z", "2026-03-08T08:30:00Z", 0],
    ["2026-03-08T08:30:00Z", "2026-03-08T08:31:59.999Z", 1],
    ["2026-03-08T08:30:30Z", "2026-03-08T08:30:00Z", 0],
    ["2026-03-08T08:32:00Z", "2026-03-08T08:30:00Z", -2],
  ])("from %s to %s: %i", (from, to, minutes) => {
    expect(minutesBetween(at(from), at(to))).toBe(minutes);
  });
});

describe("compareInstants", () => {
  test("sorts moments by time, whatever offset they were written with", () => {
    const sorted = ["2026-03-08T03:00:00-06:00", "2026-03-08T08:30:00Z"].map(at).toSorted(compareInstants);
    expect(sorted).toEqual(["2026-03-08T08:30:00.000Z", "2026-03-08T09:00:00.000Z"]);
    expect(compareInstants(at("2026-03-08T08:30:00Z"), at("2026-03-08T08:30:00.000Z"))).toBe(0);
  });
});

describe("instantAt", () => {
  test("is the inverse of epochMilliseconds", () => {
    expect(instantAt(epochMilliseconds(at("2026-03-08T08:30:00.001Z")))).toBe("2026-03-08T08:30:00.001Z");
    expect(instantAt(0)).toBe("1970-01-01T00:00:00.000Z");
  });
});
