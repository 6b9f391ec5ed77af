import type { Instant } from "@victim-rights/core";
import * as Data from "effect/Data";
import type { ItemKey } from "./answer.ts";

/** One thing that is wrong with a screen. It names items and settings, never what was answered (INV-11). */
export type ScreenProblem =
  | { readonly code: "wrong-shape"; readonly path: string; readonly fix: string }
  | { readonly code: "impossible-date"; readonly path: string }
  | { readonly code: "privacy-missing" }
  | { readonly code: "instrument-unknown"; readonly known: readonly string[]; readonly because: string | null }
  | { readonly code: "cut-off-unknown"; readonly known: readonly string[] }
  | { readonly code: "origin-differs"; readonly wanted: "victim_alone" | "records" }
  | { readonly code: "item-unknown"; readonly item: string; readonly known: readonly ItemKey[] }
  | { readonly code: "item-repeated"; readonly item: ItemKey }
  | { readonly code: "answer-out-of-range"; readonly item: ItemKey }
  | { readonly code: "not-applicable-not-allowed"; readonly item: ItemKey }
  | { readonly code: "screen-in-the-future"; readonly now: Instant }
  | { readonly code: "screen-expired"; readonly because: string };

/** What a screen's problem is called. */
export type ScreenProblemCode = ScreenProblem["code"];

/** A screen is not taken; everything that is wrong with it is told at once, and nothing is read from it. */
export class ScreenRejected extends Data.TaggedError("ScreenRejected")<{
  readonly problems: readonly ScreenProblem[];
}> {
  override get message(): string {
    return this.problems.map(formatScreenProblem).join("; ");
  }
}

type Words = {
  readonly [Code in ScreenProblemCode]: (problem: Extract<ScreenProblem, { readonly code: Code }>) => string;
};

/** Says a problem and what to do, in one line and without any answer. */
export const formatScreenProblem = (problem: ScreenProblem): string =>
  // The table holds, for each code, words for just that problem; the compiler cannot follow the code to its entry.
  (WORDS[problem.code] as (told: ScreenProblem) => string)(problem);

const inTicks = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

const WORDS: Words = {
  "wrong-shape": ({ path, fix }) => `\`${path}\` does not fit: ${fix}`,
  "impossible-date": ({ path }) =>
    `\`${path}\` is no moment: write one with its offset, such as \`2026-03-08T08:30:00Z\``,
  "privacy-missing": () =>
    "the screen does not say whether privacy was confirmed: write `confirmed` or `not_confirmed`",
  "instrument-unknown": ({ known, because }) =>
    because === null
      ? `no such instrument: write one of ${inTicks(known)}`
      : `that instrument is not offered: ${because}`,
  "cut-off-unknown": ({ known }) =>
    known.length === 0
      ? "this instrument has no cut-off: write `null`"
      : `no such cut-off: write one of ${inTicks(known)}`,
  "origin-differs": ({ wanted }) => `this instrument is answered from \`${wanted}\``,
  "item-unknown": ({ item, known }) => `no item \`${item}\`: write one of ${inTicks(known)}`,
  "item-repeated": ({ item }) => `\`${item}\` is answered twice: keep one answer`,
  "answer-out-of-range": ({ item }) => `the answer to \`${item}\` is not on its scale`,
  "not-applicable-not-allowed": ({ item }) =>
    `\`${item}\` cannot be left out for this reason here: ask it, or write \`not_asked\``,
  "screen-in-the-future": ({ now }) => `the screen is dated after ${now}: correct its moment`,
  "screen-expired": ({ because }) => `the screen has expired (${because}): screen again`,
};
