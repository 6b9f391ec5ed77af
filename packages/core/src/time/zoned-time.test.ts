import { formatInTimeZone, fromZonedTime } from "date-fns-tz";
import { afterEach, describe, expect, test } from "vitest";
import { Instant } from "./instant.ts";
import { LocalDate } from "./local-date.ts";
import { LocalTime } from "./local-time.ts";
import { ZoneId } from "./zone.ts";
import { endOfDay, localDateIn, localTimeIn, startOfDay, toInstant, toLaterInstant } from "./zoned-time.ts";

const chicago = ZoneId.parse("America/Chicago");
const denver = ZoneId.parse("America/Denver");
const day = (text: string): LocalDate => LocalDate.parse(text);
const time = (text: string): LocalTime => LocalTime.parse(text);
const at = (text: string): Instant => Instant.parse(text);

describe("toInstant", () => {
  test.each([
    ["2026-03-08", "01:59:59", "2026-03-08T07:59:59.000Z", "exact"],
    ["2026-03-08", "02:00", "2026-03-08T08:00:00.000Z", "skipped-moved-forward"],
    ["2026-03-08", "02:30", "2026-03-08T08:30:00.000Z", "skipped-moved-forward"],
    ["2026-03-08", "02:59:59", "2026-03-08T08:59:59.000Z", "skipped-moved-forward"],
    ["2026-03-08", "03:00", "2026-03-08T08:00:00.000Z", "exact"],
    ["2026-11-01", "00:59:59", "2026-11-01T05:59:59.000Z", "exact"],
    ["2026-11-01", "01:00", "2026-11-01T06:00:00.000Z", "repeated-first"],
    ["2026-11-01", "01:59:59", "2026-11-01T06:59:59.000Z", "repeated-first"],
    ["2026-11-01", "02:00", "2026-11-01T08:00:00.000Z", "exact"],
  ])("reads %s %s in Chicago as %s, %s", (date, clock, instant, resolution) => {
    expect(toInstant(day(date), time(clock), chicago)).toEqual({ instant, resolution });
  });

  test("moves a skipped time forward by the length of the jump, not by an hour", () => {
    const lordHowe = ZoneId.parse("Australia/Lord_Howe");
    const { instant, resolution } = toInstant(day("2026-10-04"), time("02:15"), lordHowe);
    expect(resolution).toBe("skipped-moved-forward");
    expect(localTimeIn(instant, lordHowe)).toBe("02:45");
  });

  test("moves a time of a skipped day by a whole day", () => {
    const apia = ZoneId.parse("Pacific/Apia");
    const { instant, resolution } = toInstant(day("2011-12-30"), time("12:00"), apia);
    expect(resolution).toBe("skipped-moved-forward");
    expect([localDateIn(instant, apia), localTimeIn(instant, apia)]).toEqual(["2011-12-31", "12:00"]);
  });
});

describe("toLaterInstant", () => {
  test("takes the second of two times the clock shows", () => {
    expect(toLaterInstant(day("2026-11-01"), time("01:30"), chicago)).toEqual({
      instant: "2026-11-01T07:30:00.000Z",
      resolution: "repeated-second",
    });
  });

  test.each(["2026-03-08", "2026-07-04"])("is toInstant when nothing is repeated, on %s", (date) => {
    const local = [day(date), time("02:30"), chicago] as const;
    expect(toLaterInstant(...local)).toEqual(toInstant(...local));
  });
});

describe("localDateIn and localTimeIn", () => {
  test("one moment is two days in two zones", () => {
    const newYear = at("2027-01-01T06:30:00Z");
    expect([localDateIn(newYear, chicago), localTimeIn(newYear, chicago)]).toEqual(["2027-01-01", "00:30"]);
    expect([localDateIn(newYear, denver), localTimeIn(newYear, denver)]).toEqual(["2026-12-31", "23:30"]);
  });

  test("a moment is shown in whole seconds", () => {
    expect(localTimeIn(at("2026-07-04T12:00:59.999Z"), chicago)).toBe("07:00:59");
  });

  test("the first and the last moment have a day in every zone", () => {
    expect(localDateIn(at("1801-01-01T00:00:00.000Z"), chicago)).toBe("1800-12-31");
    expect(localDateIn(at("2199-12-31T23:59:59.999Z"), ZoneId.parse("Pacific/Apia"))).toBe("2200-01-01");
  });
});

describe("startOfDay and endOfDay", () => {
  const hours = (date: string, zone: ZoneId): number =>
    (Date.parse(endOfDay(day(date), zone)) - Date.parse(startOfDay(day(date), zone))) / 3_600_000;

  test.each([
    ["2026-03-08", 23],
    ["2026-11-01", 25],
    ["2026-07-04", 24],
  ])("%s has %i hours in Chicago and in Denver", (date, length) => {
    expect([chicago, denver].map((zone) => hours(date, zone))).toEqual([length, length]);
  });

  test("a day whose midnight is skipped starts when the clocks have jumped", () => {
    const saoPaulo = ZoneId.parse("America/Sao_Paulo");
    const start = startOfDay(day("2018-11-04"), saoPaulo);
    expect([localDateIn(start, saoPaulo), localTimeIn(start, saoPaulo)]).toEqual(["2018-11-04", "01:00"]);
    expect(endOfDay(day("2018-11-03"), saoPaulo)).toBe(start);
  });

  test("a day whose midnight is shown twice starts at the first", () => {
    const havana = ZoneId.parse("America/Havana");
    expect(startOfDay(day("2026-11-01"), havana)).toBe("2026-11-01T04:00:00.000Z");
    expect(hours("2026-11-01", havana)).toBe(25);
  });

  test("a day that never was has no length", () => {
    expect(hours("2011-12-30", ZoneId.parse("Pacific/Apia"))).toBe(0);
  });
});

describe("what date-fns-tz does on its own", () => {
  const machineZone = process.env["TZ"];
  afterEach(() => {
    // Assigning undefined would set the text "undefined".
    if (machineZone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = machineZone;
  });

  test("a skipped 02:30 becomes 01:30, an hour too early (marnusw/date-fns-tz#222)", () => {
    const raw = fromZonedTime("2026-03-08T02:30:00", "America/Chicago");
    expect(formatInTimeZone(raw, "America/Chicago", "HH:mm")).toBe("01:30");
  });

  test("a time is printed wrongly where the machine's own clocks jump, and ours is not", () => {
    process.env["TZ"] = "America/Chicago";
    const moment = at("2026-03-08T09:30:00Z");
    expect(formatInTimeZone(moment, "America/Phoenix", "HH:mm")).toBe("03:30");
    expect(localTimeIn(moment, ZoneId.parse("America/Phoenix"))).toBe("02:30");
  });

  test("its offset, the only thing we ask for, does not depend on the machine's zone", () => {
    const moments = Array.from({ length: 48 }, (_, half) => Date.parse("2026-03-08T00:00:00Z") + half * 1_800_000);
    const offsetsOn = (machine: string): readonly string[] => {
      process.env["TZ"] = machine;
      return moments.map((moment) => formatInTimeZone(moment, "America/Denver", "xxx"));
    };
    const machines = ["UTC", "America/Chicago", "America/Denver", "Pacific/Apia"].map(offsetsOn);
    expect(new Set(machines.map((offsets) => offsets.join())).size).toBe(1);
    expect(machines[0]?.filter((offset) => offset === "-07:00")).toHaveLength(18);
  });
});
