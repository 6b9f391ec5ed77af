import type { FactName } from "./vocabulary/fact-definition.ts";

/** A fact's known value: as the vocabulary types it. Dates are `YYYY-MM-DD`. */
export type FactValue = boolean | string | number;

/** Asked, and nobody knows: leads to advice and a person, and is never asked again. */
export type Uncertain = { readonly uncertain: true };
/** The one value of {@link Uncertain}. */
export const UNCERTAIN: Uncertain = Object.freeze({ uncertain: true });

/** What is known for one decision. A name that is absent (or undefined) is *unknown*: not asked yet. */
export type Facts = Readonly<Record<FactName, FactValue | Uncertain | undefined>>;

/** Whether a fact was asked and nobody knows it. */
export const isUncertain = (value: FactValue | Uncertain | null | undefined): value is Uncertain =>
  typeof value === "object" && value !== null;
