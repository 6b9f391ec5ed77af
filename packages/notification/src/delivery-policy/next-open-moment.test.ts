import { Instant, LocalTime, ZoneId } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { isInHours, nextOpenMoment } from "./next-open-moment.ts";

const zone = ZoneId.parse("America/Chicago");
const between = (from: string, to: string) => ({ from: LocalTime.parse(from), to: LocalTime.parse(to) });
const next = (from: string, hours: ReturnType<typeof between>) =>
  nextOpenMoment(Instant.parse(from), { isOpen: (at) => isInHours(at, hours, zone), hours: [hours], zone });

describe("nextOpenMoment", () => {
  test("is the moment itself where it is open, and the next opening where it is not", () => {
    expect(next("2026-06-10T15:00:00Z", between("09:00", "17:00"))).toBe("2026-06-10T15:00:00.000Z");
    expect(next("2026-06-10T22:00:00Z", between("09:00", "17:00"))).toBe("2026-06-11T14:00:00.000Z");
    expect(next("2026-06-10T04:00:00Z", between("21:00", "08:00"))).toBe("2026-06-10T04:00:00.000Z");
  });

  test("opens as clocks jump into the hours, and not half an hour later", () => {
    // 02:00 becomes 03:00 at 08:00Z: half past two is never shown.
    expect(next("2026-03-08T07:00:00Z", between("02:30", "04:00"))).toBe("2026-03-08T08:00:00.000Z");
  });

  test("opens again as clocks go back into the hours", () => {
    // 02:00 becomes 01:00 at 07:00Z: the last half hour before half past one comes twice.
    expect(next("2026-11-01T06:40:00Z", between("00:30", "01:30"))).toBe("2026-11-01T07:00:00.000Z");
  });

  test("never comes in hours that end as they begin", () => {
    expect(next("2026-06-10T15:00:00Z", between("09:00", "09:00"))).toBe(null);
  });
});
