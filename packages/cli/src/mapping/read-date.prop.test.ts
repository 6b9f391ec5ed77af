import { fc, test } from "@fast-check/vitest";
import { addDays, daysBetween, LocalDate } from "@victim-rights/core";
import { describe, expect } from "vitest";
import { readDate } from "./read-date.ts";

const FIRST = LocalDate.parse("1900-01-01");
const date = fc
  .integer({ min: 0, max: daysBetween(FIRST, LocalDate.parse("2099-12-31")) })
  .map((days) => addDays(FIRST, days));

const dayOfYear = (day: LocalDate): string => {
  const year = Number(day.slice(0, 4));
  const nth = daysBetween(LocalDate.parse(`${year}-01-01`), day) + 1;
  return String((year - 1900) * 1000 + nth);
};

describe("readDate", () => {
  test.prop([date])("reads back what was written as an integer", (day) => {
    expect(readDate(day.replaceAll("-", ""), "YYYYMMDD")).toBe(day);
  });

  test.prop([date])("reads back what was written as a day of the year, with leading zeros lost", (day) => {
    expect(readDate(dayOfYear(day), "CYYDDD")).toBe(day);
  });

  test.prop([date])("reads back what was written month first", (day) => {
    const [year, month, dayOfMonth] = day.split("-").map(Number);
    expect(readDate(`${month}/${dayOfMonth}/${year}`, "MM/DD/YYYY")).toBe(day);
  });

  test.prop([fc.string()])("never throws, and never makes a date of nonsense in two formats", (text) => {
    const read = (["YYYYMMDD", "CYYDDD", "YYYY-MM-DD", "MM/DD/YYYY"] as const).filter(
      (format) => readDate(text, format) !== null,
    );
    expect(read.length).toBeLessThanOrEqual(1);
  });
});
