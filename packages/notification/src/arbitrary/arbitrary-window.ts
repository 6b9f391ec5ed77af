import * as fc from "fast-check";
import { NoticeWindow } from "../duty.ts";

const anchor = fc.constantFrom("occurrence", "scheduled");
const amount = fc.integer({ min: 1, max: 60 });
const unit = fc.constantFrom("hour", "calendar-day", "working-day");
const beforeTerm = fc.constantFrom(
  "in-advance",
  "reasonable-advance",
  "prompt-advance-if-possible",
  "timely",
  "promptly",
  "not-stated",
);
const afterTerm = fc.constantFrom("promptly", "as-soon-as-practicable", "upon-event", "automatic", "not-stated");

/** Any notice window, counted or symbolic; counted ones reach at most 60 units. */
export const arbitraryNoticeWindow: fc.Arbitrary<NoticeWindow> = fc
  .oneof(
    fc.record({
      kind: fc.constantFrom("at-least-before", "not-earlier-than-before", "within-after"),
      amount,
      unit,
      anchor,
    }),
    fc.record({ kind: fc.constant("before"), anchor, term: beforeTerm }),
    fc.record({ kind: fc.constant("after"), anchor, term: afterTerm }),
  )
  .map((window) => NoticeWindow.parse(window));
