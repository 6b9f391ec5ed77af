import type { Citation, Instant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import type { ItemKey } from "./answer.ts";
import type { Score } from "./score.ts";
import type { InstrumentRef, ScreenId } from "./screen.ts";

/** What every screening output is labelled. */
export const NOT_VALIDATED = "not-a-validated-instrument";
/** The label in words, for whoever reads an output. */
export const NOT_VALIDATED_NOTICE =
  "The built-in inventory is not a validated instrument, and no public instrument was validated for deciding about a restorative step. A screening can only raise concern; a named person decides.";

/**
 * What a reason does. `ipv_track` puts the case on the specialist track and calls for review as `escalate` does;
 * `incomplete` and `support_first` hold the step and are no concern about the victim.
 */
export type Raises = "incomplete" | "support_first" | "escalate" | "ipv_track" | "blocked";

/** One reason for a result, and where it comes from. */
export type ScreenReason = {
  readonly raises: Raises;
  /** A rule's short name or a code, such as `order-in-force`, `cut-off-reached`, `no-answer`. */
  readonly because: string;
  /** The screen or the record of concern that it comes from; `relationship` for the tie between the two. */
  readonly from: string;
  readonly instrument: InstrumentRef | null;
  readonly item: ItemKey | null;
  readonly rule: RuleId | null;
  readonly cites: readonly Citation[];
};

/** Whether a reason is a concern: `incomplete` and `support_first` are none. */
export const isConcern = ({ raises }: ScreenReason): boolean => raises !== "incomplete" && raises !== "support_first";

/** A screen that a result rests on. */
export type ScreenBasis = {
  readonly screen: ScreenId;
  readonly instrument: InstrumentRef;
  readonly cutOff: string | null;
  readonly at: Instant;
  readonly by: string;
  readonly score: Score | null;
};

/** Beside the kind: questions are left, or support comes first. Neither is a concern about the victim. */
export type ScreenFlag = "incomplete" | "support_first";

/** How much concern there is, least first. There is no value below `no_indicator_found` (INV-06). */
export const SCREEN_KINDS = ["no_indicator_found", "escalate", "blocked"] as const;
/** How much concern there is: see {@link SCREEN_KINDS}. */
export type ScreenKind = (typeof SCREEN_KINDS)[number];

declare const aPersonDecides: unique symbol;

type Finding<Kind extends ScreenKind> = {
  /** Only this package makes results: none can be written by hand, or read back from a file. */
  readonly [aPersonDecides]: "a named person decides";
  readonly kind: Kind;
  readonly flags: readonly ScreenFlag[];
  /** `ipv` is the specialist track. */
  readonly track: "ipv" | "general";
  readonly reasons: readonly ScreenReason[];
  readonly screens: readonly ScreenBasis[];
  readonly label: typeof NOT_VALIDATED;
  readonly notice: typeof NOT_VALIDATED_NOTICE;
};

/**
 * What screening came to. It says how much concern was found and never that there is none: no member is a boolean, and
 * nothing in it opens anything. A `switch` over `kind` has three cases.
 */
export type ScreenResult = Finding<"no_indicator_found"> | Finding<"escalate"> | Finding<"blocked">;

/** What a result is made of. */
export type ResultParts = { readonly reasons: readonly ScreenReason[]; readonly screens: readonly ScreenBasis[] };

/**
 * Reads a result off its reasons: the worst of them decides. A result is its set of reasons, so that joining two is a
 * union, in which nothing can cancel anything.
 */
export const resultOf = ({ reasons, screens }: ResultParts): ScreenResult => {
  const raised = new Set(reasons.map(({ raises }) => raises));
  return {
    kind: kindOf(raised),
    flags: (["incomplete", "support_first"] as const).filter((flag) => raised.has(flag)),
    track: raised.has("ipv_track") ? "ipv" : "general",
    reasons: distinct(reasons),
    screens: distinct(screens),
    label: NOT_VALIDATED,
    notice: NOT_VALIDATED_NOTICE,
  } satisfies Omit<ScreenResult, typeof aPersonDecides> as unknown as ScreenResult;
};

const kindOf = (raised: ReadonlySet<Raises>): ScreenKind => {
  if (raised.has("blocked")) return "blocked";
  return raised.has("escalate") || raised.has("ipv_track") ? "escalate" : "no_indicator_found";
};

/** Each value once, in the order of its text: the same set always reads the same. */
const distinct = <T>(values: readonly T[]): readonly T[] => {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
};
