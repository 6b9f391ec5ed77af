import { describe, expect, test } from "vitest";
import { type DateFormat, PLACEHOLDER_DATES, readDate } from "./read-date.ts";

describe("readDate", () => {
  test.each<[string, DateFormat, string | null]>([
    ["20160101", "YYYYMMDD", "2016-01-01"],
    ["20240229", "YYYYMMDD", "2024-02-29"],
    ["20230229", "YYYYMMDD", null],
    ["20261332", "YYYYMMDD", null],
    ["2016011", "YYYYMMDD", null],
    ["116001", "CYYDDD", "2016-01-01"],
    ["82306", "CYYDDD", "1982-11-02"],
    ["124366", "CYYDDD", "2024-12-31"],
    ["123366", "CYYDDD", null],
    ["116000", "CYYDDD", null],
    ["1001", "CYYDDD", "1901-01-01"],
    ["2016-01-01", "YYYY-MM-DD", "2016-01-01"],
    ["2016-1-1", "YYYY-MM-DD", null],
    ["1/5/2016", "MM/DD/YYYY", "2016-01-05"],
    ["13/05/2016", "MM/DD/YYYY", null],
    ["", "YYYYMMDD", null],
    ["-16001", "CYYDDD", null],
  ])("reads %s as %s: %s", (text, format, date) => {
    expect(readDate(text, format)).toBe(date);
  });

  test("no placeholder is a date of its format", () => {
    expect(Object.keys(PLACEHOLDER_DATES).filter((text) => readDate(text, "YYYYMMDD") !== null)).toEqual([]);
  });
});
