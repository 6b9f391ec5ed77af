import type { FactValue } from "@victim-rights/rules";

/** Somebody's facts as `--fact` takes them: `event.kind=escape, claimant.adult=true`. */
export const factsInWords = (facts: Readonly<Record<string, FactValue>>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(", ");
