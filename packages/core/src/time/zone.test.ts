import { describe, expect, test } from "vitest";
import { ZoneId } from "./zone.ts";

describe("ZoneId", () => {
  test.each([
    "America/Chicago",
    "America/Denver",
    "US/Central",
    "Asia/Kolkata",
    "America/Port-au-Prince",
    "Etc/GMT+5",
    "UTC",
  ])("accepts %s", (name) => {
    expect(ZoneId.parse(name)).toBe(name);
  });

  test.each(["-05:00", "+0530", "america/chicago", "America/CHICAGO", "America/Jackson", "Central Time", "Z", ""])(
    "refuses `%s`",
    (name) => {
      expect(ZoneId.safeParse(name).error?.issues.map((issue) => issue.message)).toEqual([
        "write an IANA zone name, such as `America/Chicago`",
      ]);
    },
  );
});
