import type { FactValue } from "../facts.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** Facts read off one record. `null` and `undefined` are what the record does not say: they never become a value. */
export type FactDraft = Readonly<Record<FactName, FactValue | null | undefined>>;

/** The facts that several records agree on, and the names on which two of them contradict each other. */
export type MergedFacts = {
  readonly facts: Readonly<Record<FactName, FactValue>>;
  /** Names only: a value may be somebody's private matter. */
  readonly contradictions: readonly FactName[];
};

/** Puts drafts together. A name that two drafts answer differently is left unknown and reported, never settled by order. */
export const mergeDrafts = (drafts: readonly FactDraft[]): MergedFacts => {
  const known = drafts
    .flatMap((draft) => Object.entries(draft))
    .filter((entry): entry is [FactName, FactValue] => entry[1] !== null && entry[1] !== undefined);
  const values = Map.groupBy(known, ([name]) => name);
  const facts: Record<FactName, FactValue> = {};
  const contradictions: FactName[] = [];
  for (const [name, entries] of values) {
    const [first, ...others] = entries.map(([, value]) => value);
    if (first === undefined || others.some((value) => value !== first)) contradictions.push(name);
    else facts[name] = first;
  }
  return { facts, contradictions };
};
