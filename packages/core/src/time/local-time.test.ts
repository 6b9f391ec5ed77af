import { describe, expect, test } from "vitest";
import { LocalTime, MIDNIGHT } from "./local-time.ts";

describe("LocalTime", () => {
  test.each([
    ["08:30", "08:30"],
    ["08:30:00", "08:30"],
    ["08:30:15", "08:30:15"],
    ["00:00:00", MIDNIGHT],
    ["23:59:59", "23:59:59"],
  ])("reads %s as %s", (text, time) => {
    expect(LocalTime.parse(text)).toBe(time);
  });

  test.each(["8:30", "24:00", "08:60", "08:30:60", "08:30 am", "08:30Z", ""])("refuses `%s`", (text) => {
    expect(LocalTime.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
      "write a time as HH:MM or HH:MM:SS, such as `08:30`",
    ]);
  });
});
