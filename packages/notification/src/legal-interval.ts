import { type Instant } from "@victim-rights/core";
import type { LegalInterval } from "./notice-plan.ts";
import { compareText } from "./compare-text.ts";

/** No bound on either side: the law gives no number. */
export const UNBOUNDED: LegalInterval = { opens: null, closes: null };

/** The moments that lie in both: the later opening, the earlier closing. */
export const intersect = (a: LegalInterval, b: LegalInterval): LegalInterval => ({
  opens: later(a.opens, b.opens),
  closes: earlier(a.closes, b.closes),
});

/** Whether no moment lies inside. */
export const isEmpty = ({ opens, closes }: LegalInterval): boolean =>
  opens !== null && closes !== null && opens >= closes;

/** Whether a moment lies inside: the opening does, the closing does not. */
export const contains = ({ opens, closes }: LegalInterval, at: Instant): boolean =>
  (opens === null || opens <= at) && (closes === null || at < closes);

/** Orders intervals by their closing, those that never close last, then by their opening. */
export const compareByClosing = (a: LegalInterval, b: LegalInterval): number =>
  compareText(a.closes ?? OPEN_END, b.closes ?? OPEN_END) || compareText(a.opens ?? "", b.opens ?? "");

/** The earlier of two bounds, where `null` is none. */
export const earlier = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};

const later = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
};

/** Sorts after every timestamp. */
const OPEN_END = "~";
