import { test as property } from "@fast-check/vitest";
import { Instant, JurisdictionId, PersonId, SupervisedPersonId } from "@victim-rights/core";
import * as Result from "effect/Result";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import { advanceWatch } from "./advance-watch.ts";
import { startWatch, type Watch } from "./watch.ts";
import { WatchCommand } from "./watch-command.ts";
import { WatchId } from "./watch-id.ts";

const number = fc.nat(5).map((each) => `booking-${each}`);
const steps = fc.array(
  fc.record({ act: fc.constantFrom("link", "link", "unlink", "settle"), known: number, also: number }),
  { maxLength: 20 },
);

const commandOf = ({ act, known, also }: { act: string; known: string; also: string }, index: number): WatchCommand => {
  const stated = { id: `c${index}`, at: "2026-03-01T00:00:00Z", by: { role: "staff", id: "desk-1" }, record: "note-1" };
  const shape = act === "settle" ? { follow: [known], reason: "compared" } : { known, also };
  return WatchCommand.parse({ act, ...stated, ...shape });
};

const start = startWatch({
  id: WatchId.parse("W1"),
  jurisdiction: JurisdictionId.parse("xx-yy"),
  registrant: PersonId.parse("P1"),
  registeredAbout: SupervisedPersonId.parse("booking-0"),
  startedAt: Instant.parse("2026-03-01T00:00:00Z"),
});

describe("a watch", () => {
  property.prop([steps], { numRuns: 1000 })("is never lost: only a person's decision makes it follow less", (all) => {
    let watch: Watch = start;
    all.forEach((step, index) => {
      const result = advanceWatch(watch, commandOf(step, index));
      if (Result.isFailure(result)) return;
      const { watch: after, tasks } = result.success;
      if (step.act !== "settle") expect(watch.follows.every((each) => after.follows.includes(each))).toBe(true);
      if (after.doubted.some((each) => !watch.doubted.includes(each))) expect(tasks.length).toBe(1);
      expect(after.follows.length).toBeGreaterThan(0);
      expect(after.doubted.every((each) => after.follows.includes(each))).toBe(true);
      watch = after;
    });
  });

  property.prop([steps], { numRuns: 1000 })(
    "doubts exactly what no chain of links joins to a certain number",
    (all) => {
      const watch = all.reduce<Watch>((each, step, index) => {
        const result = advanceWatch(each, commandOf(step, index));
        return Result.isSuccess(result) ? result.success.watch : each;
      }, start);
      const reaches = (from: string, seen: readonly string[]): boolean =>
        watch.certain.some((each) => each === from) ||
        watch.links.some(({ known, also }) => {
          const next = known === from ? also : also === from ? known : null;
          return next !== null && !seen.includes(next) && reaches(next, [...seen, next]);
        });
      expect(watch.doubted).toEqual(watch.follows.filter((each) => !reaches(each, [each])));
    },
  );
});
