import { test as property } from "@fast-check/vitest";
import { addHours, type Instant } from "@victim-rights/core";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import { instant } from "../test/records.ts";
import { contains } from "./legal-interval.ts";
import { chooseMoments, type GroundWindow } from "./send-target.ts";

const START = instant("2026-03-01T00:00:00Z");
const now = addHours(START, 5);
const bound = fc.integer({ min: 0, max: 15 }).map((hours) => addHours(START, hours));
const interval = fc
  .tuple(fc.option(bound), fc.option(bound))
  .filter(([opens, closes]) => opens === null || closes === null || opens < closes)
  .map(([opens, closes]) => ({ opens, closes }));
const windows = fc.array(interval, { minLength: 1, maxLength: 5 }).map((all) =>
  all.map((each, index): GroundWindow => ({
    rule: `xx-yy/notice/w${index}`,
    interval: each,
    otherReadings: [],
    prompt: false,
  })),
);

const isLive = ({ interval: { closes } }: GroundWindow): boolean => closes === null || closes > now;

/** The slow twin: tries every set of whole hours from now on, the smallest sets first. */
const fewest = (live: readonly GroundWindow[]): number => {
  const hours = Array.from({ length: 12 }, (_, index) => addHours(now, index));
  const hits = hours.map((at) => new Set(live.filter((window) => contains(window.interval, at))));
  for (let size = 0; size <= live.length; size += 1) {
    if (choose(hits, size).some((sets) => live.every((window) => sets.some((set) => set.has(window))))) return size;
  }
  return Infinity;
};

const choose = <T>(items: readonly T[], size: number): readonly (readonly T[])[] => {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
};

const momentsFor = (given: readonly GroundWindow[], at: Instant = now) =>
  chooseMoments(given, { now: at, recordedAt: null });

describe("chooseMoments", () => {
  property.prop([windows], { numRuns: 2000 })("never takes more moments than needed", (given) => {
    const live = given.filter(isLive);
    expect(momentsFor(given).filter(({ meets }) => meets.length > 0)).toHaveLength(fewest(live));
  });

  property.prop([windows], { numRuns: 2000 })("meets every open window once, from inside", (given) => {
    const moments = momentsFor(given);
    expect(moments.flatMap(({ meets }) => meets).toSorted()).toEqual(
      given
        .filter(isLive)
        .map(({ rule }) => rule)
        .toSorted(),
    );
    for (const { at, by, meets } of moments) {
      for (const window of given.filter(({ rule }) => meets.includes(rule)))
        expect(contains(window.interval, at)).toBe(true);
      expect(by === null || at < by).toBe(true);
    }
  });

  property.prop([windows], { numRuns: 2000 })("takes a single moment as early as it can be", (given) => {
    const [moment, ...others] = momentsFor(given);
    if (moment === undefined || others.length > 0 || moment.at === now) return;
    expect(given.filter(isLive).every(({ interval: each }) => contains(each, addHours(moment.at, -1)))).toBe(false);
  });
});
