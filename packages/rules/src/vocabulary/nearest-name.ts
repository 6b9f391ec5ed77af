import { closestMatch } from "leven";

/** The known name a typo most likely meant, when one is near enough to be worth offering. */
export const nearestName = (typed: string, known: Iterable<string>): string | undefined =>
  closestMatch(typed, [...known], { maxDistance: Math.max(2, Math.floor(typed.length / 4)) });

/** `did you mean …` when a known name is near, else `fallback`. */
export const suggestion = (typed: string, known: Iterable<string>, fallback: string): string => {
  const near = nearestName(typed, known);
  return near === undefined ? fallback : `did you mean \`${near}\``;
};
