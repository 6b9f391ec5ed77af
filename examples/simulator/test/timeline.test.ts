import { describe, expect, test } from "vitest";
import { timelineFrom } from "../src/engine/timeline.ts";
import { randomOf } from "../src/seed/random.ts";

describe("timelineFrom", () => {
  test("lets things happen in order of time, and of one moment in the order they were set", () => {
    const random = randomOf(1, "timeline");
    const timeline = timelineFrom(0);
    const happened: (readonly [number, number])[] = [];
    const set = Array.from({ length: 300 }, (_, index) => [random.between(0, 40), index] as const);
    for (const [after, index] of set) timeline.after(after, () => happened.push([timeline.now(), index]));
    while (timeline.step(1000));
    expect(happened).toEqual(set.toSorted(([one, a], [other, b]) => one - other || a - b));
  });

  test("stops before what comes too late, and stands at the moment it was let run to", () => {
    const timeline = timelineFrom(0);
    timeline.after(10, () => undefined);
    expect([timeline.step(9), timeline.now(), timeline.step(10), timeline.now()]).toEqual([false, 9, true, 10]);
  });
});
