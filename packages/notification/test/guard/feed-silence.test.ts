import { addMinutes } from "@victim-rights/core";
import { describe, expect, test } from "vitest";
import { dataAge, FeedId, hearFeed, silenceAlarms, SilenceLimit } from "../../src/index.ts";
import { NOW } from "../records.ts";
import { JAIL } from "./feed-changes.ts";

const limits = [SilenceLimit.parse({ feed: JAIL, minutes: 60 })];
const heard = hearFeed({ feed: JAIL, heardAt: null }, NOW);

describe("a feed that falls silent", () => {
  test("Kentucky 2023: raises an alarm one minute after it may be silent no longer", () => {
    expect(silenceAlarms([heard], limits, addMinutes(NOW, 60))).toEqual([]);
    expect(silenceAlarms([heard], limits, addMinutes(NOW, 61))).toEqual([{ feed: JAIL, since: NOW, limitMinutes: 60 }]);
  });

  test("and one that was never heard raise an alarm, whether anybody listened for them or not", () => {
    const alarm = [{ feed: JAIL, since: null, limitMinutes: 60 }];
    expect(silenceAlarms([], limits, NOW)).toEqual(alarm);
    expect(silenceAlarms([{ feed: JAIL, heardAt: null }], limits, NOW)).toEqual(alarm);
  });

  test("is quiet again once it was heard, and a message that comes late makes nothing older", () => {
    const later = hearFeed(heard, addMinutes(NOW, 90));
    expect(silenceAlarms([later], limits, addMinutes(NOW, 100))).toEqual([]);
    expect(hearFeed(later, addMinutes(NOW, 5))).toEqual(later);
  });
});

describe("the age of data", () => {
  test("is shown as of when the feed was heard", () => {
    expect(dataAge(heard, limits, addMinutes(NOW, 61))).toEqual({ feed: JAIL, asOf: NOW, minutes: 61, isSilent: true });
    expect(dataAge(heard, limits, addMinutes(NOW, -5))).toMatchObject({ minutes: 0, isSilent: false });
  });

  test("is unknown for a feed that was never heard, and so is its silence without a limit", () => {
    const feed = FeedId.parse("other-jail");
    expect(dataAge({ feed, heardAt: null }, limits, NOW)).toEqual({ feed, asOf: null, minutes: null, isSilent: null });
    expect(dataAge({ feed: JAIL, heardAt: null }, limits, NOW)).toMatchObject({ minutes: null, isSilent: true });
  });
});
