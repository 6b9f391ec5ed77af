import { describe, expect, test } from "vitest";
import { readTime, type TimeFormat } from "./read-time.ts";

describe("readTime", () => {
  test.each<[string, TimeFormat, string | null]>([
    ["0", "HHMM", "00:00"],
    ["5", "HHMM", "00:05"],
    ["930", "HHMM", "09:30"],
    ["2359", "HHMM", "23:59"],
    ["2400", "HHMM", null],
    ["1260", "HHMM", null],
    ["12345", "HHMM", null],
    ["93015", "HHMMSS", "09:30:15"],
    ["93000", "HHMMSS", "09:30"],
    ["9:30", "HH:MM", "09:30"],
    ["09:30:15", "HH:MM", "09:30:15"],
    ["9.30", "HH:MM", null],
    ["12:00 AM", "h:MM AM", "00:00"],
    ["12:30 pm", "h:MM AM", "12:30"],
    ["1:05PM", "h:MM AM", "13:05"],
    ["13:05 PM", "h:MM AM", null],
  ])("reads %s as %s: %s", (text, format, time) => {
    expect(readTime(text, format)).toBe(time);
  });
});
