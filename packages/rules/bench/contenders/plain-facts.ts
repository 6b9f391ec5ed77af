import type { Facts } from "../../src/facts.ts";

/** A fact's name where a dot would be read as a path. */
export const plainName = (name: string): string => name.replaceAll(/[^a-z]/gu, "_");

/** Facts under such names, of one shape; made outside the measuring. */
export const plainFacts = (facts: Facts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [plainName(name), value]));
