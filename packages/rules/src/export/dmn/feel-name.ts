/** Words that FEEL reads as its own, or that the written expressions call: none can be a variable. */
const TAKEN: ReadonlySet<string> = new Set(
  `and any all between by context count date distinct duration else every external false for function if in instance
  item list not null number of or partial range return satisfies some string then time true`.split(/\s+/u),
);

/**
 * The FEEL variable of a fact or a question: `harm.bodily-injury` is `harm_bodilyInjury`, `victim-definition/notice` is
 * `victimDefinition__notice`. It depends on the name alone, and no two names have the same variable.
 */
export const feelName = (name: string): string => {
  const written = name.replaceAll(/-(?<next>[a-z0-9]?)|[./]/gu, (part, next: string | undefined) => {
    if (part === ".") return "_";
    return part === "/" ? "__" : hyphen(next ?? "");
  });
  return TAKEN.has(written) ? `${written}_` : written;
};

/** A segment begins with a small letter, so that `_` before a digit or a capital can stand only for a hyphen. */
const hyphen = (next: string): string => {
  if (next === "") return "_H";
  return /\d/u.test(next) ? `_${next}` : next.toUpperCase();
};
