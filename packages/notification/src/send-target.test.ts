import { describe, expect, test } from "vitest";
import { instant } from "../test/records.ts";
import { chooseMoments, type GroundWindow, timingOf } from "./send-target.ts";

const at = (day: number): ReturnType<typeof instant> => instant(`2026-03-${String(day).padStart(2, "0")}T12:00:00Z`);
const span = (opens: number | null, closes: number | null) => ({
  opens: opens === null ? null : at(opens),
  closes: closes === null ? null : at(closes),
});
const window = (name: string, interval: GroundWindow["interval"], more: Partial<GroundWindow> = {}): GroundWindow => ({
  rule: `xx-yy/notice/${name}`,
  interval,
  otherReadings: [],
  prompt: false,
  ...more,
});
const clock = (now: number, recorded: number | null = null) => ({
  now: at(now),
  recordedAt: recorded === null ? null : at(recorded),
});
const [a, b, c] = ["xx-yy/notice/a", "xx-yy/notice/b", "xx-yy/notice/c"];

describe("timingOf", () => {
  test.each([
    ["open", span(null, 10), clock(5)],
    ["open", span(5, 10), clock(5)],
    ["not-yet", span(6, 10), clock(5)],
    ["late", span(null, 5), clock(5)],
    ["late", span(null, 5), clock(6, 4)],
    ["impossible", span(null, 5), clock(6, 5)],
    ["open", span(null, null), clock(5)],
  ] as const)("is %s", (timing, interval, time) => {
    expect(timingOf(interval, time)).toBe(timing);
  });
});

describe("chooseMoments", () => {
  test("takes the earliest moment inside every window", () => {
    expect(chooseMoments([window("a", span(3, 9)), window("b", span(5, 12))], clock(1))).toMatchObject([
      { at: at(5), by: at(9), meets: [a, b] },
    ]);
  });

  test("takes the present when every window is open", () => {
    expect(chooseMoments([window("a", span(null, 9)), window("b", span(2, null))], clock(4))).toMatchObject([
      { at: at(4), by: at(9) },
    ]);
  });

  test("takes the fewest moments when no one moment will do", () => {
    const windows = [window("a", span(1, 4)), window("b", span(3, 6)), window("c", span(5, 9))];
    expect(chooseMoments(windows, clock(1))).toMatchObject([
      { at: at(3), meets: [a, b] },
      { at: at(5), meets: [c] },
    ]);
  });

  test("a window that closes as another opens shares no moment with it", () => {
    expect(chooseMoments([window("a", span(1, 4)), window("b", span(4, 9))], clock(1))).toHaveLength(2);
  });

  test("narrows to another reading that one moment can meet too", () => {
    const other = [{ reading: "at least", interval: span(null, 4) }];
    expect(chooseMoments([window("a", span(3, 30), { otherReadings: other })], clock(1))).toMatchObject([
      { at: at(3), by: at(4) },
    ]);
  });

  test("keeps to the chosen reading when the other can no longer be met, and says so", () => {
    const other = [{ reading: "at least", interval: span(null, 4) }];
    const [moment] = chooseMoments([window("a", span(3, 30), { otherReadings: other })], clock(6));
    expect(moment).toMatchObject({ at: at(6), by: at(30) });
    expect(moment?.why).toContain("no moment left meets xx-yy/notice/a read as: at least");
  });

  test("never holds back what the law wants promptly", () => {
    const windows = [
      window("a", span(2, null), { prompt: true }),
      window("b", span(9, 20)),
      window("c", span(null, 20)),
    ];
    expect(chooseMoments(windows, clock(3))).toMatchObject([
      { at: at(3), meets: [a, c] },
      { at: at(9), meets: [b] },
    ]);
  });

  test("sends what is late at once, with what is due now or by itself", () => {
    const together = chooseMoments([window("a", span(null, 2)), window("b", span(null, 9))], clock(3));
    expect(together).toMatchObject([{ at: at(3), meets: [b] }]);
    expect(together[0]?.why.at(-1)).toBe(
      "xx-yy/notice/a: the window closed at 2026-03-02T12:00:00.000Z (late); send at once",
    );
    expect(chooseMoments([window("a", span(null, 2)), window("b", span(5, 9))], clock(3))).toMatchObject([
      { at: at(3), by: null, meets: [] },
      { at: at(5), meets: [b] },
    ]);
  });
});
