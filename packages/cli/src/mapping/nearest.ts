import { closestMatch } from "leven";

/** The known name that a typo most likely meant, when one is near enough to be worth offering. */
export const nearest = (typed: string, known: Iterable<string>): string | null =>
  closestMatch(typed, [...known], { maxDistance: Math.max(2, Math.floor(typed.length / 3)) }) ?? null;
