import type { AnswerSheet, ItemKey } from "../answer.ts";
import type { ScreenItem } from "../screen-item.ts";
import type { Raises } from "../screen-result.ts";
import type { CutOff, Score } from "../score.ts";

/** A reason as an instrument gives it, before it is known from which screen it comes. */
export type ReasonDraft = { readonly raises: Raises; readonly because: string; readonly item: ItemKey | null };

/** What an instrument makes of a sheet of answers. */
export type InstrumentReading = { readonly reasons: readonly ReasonDraft[]; readonly score: Score | null };

/**
 * A public instrument's scoring, without its text. Whoever uses it supplies licensed wording and proof of training;
 * `concept` of an item is a key and never what a person is asked.
 */
export type Instrument = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly items: readonly ScreenItem[];
  /** How it is scored, in words. */
  readonly rule: string;
  /** Empty where a rule and not a sum decides. */
  readonly cutOffs: readonly CutOff[];
  /** On whom it was tested. */
  readonly population: string;
  readonly accuracy: string;
  readonly citation: string;
  /** What is known of its licence, and of the training it wants. */
  readonly licence: string;
  readonly textSupplied: false;
  /** Where its answers come from. */
  readonly origin: "victim_alone" | "records";
  /** Scores a sheet by one of the cut-offs, or by none where a rule decides. */
  readonly score: (sheet: AnswerSheet, cutOff: CutOff | null) => InstrumentReading;
};
