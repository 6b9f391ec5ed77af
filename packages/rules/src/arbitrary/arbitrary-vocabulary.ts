import fc from "fast-check";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";

const asked = (name: string, sensitive = false) =>
  ({ name, title: name, question: `What of ${name}?`, knownBy: "claimant", sensitive }) as const;

/** Facts of every type with domains small enough to try every value. */
export const SMALL_FACTS: readonly FactDefinition[] = [
  { ...asked("event.kind"), type: "enum", values: ["release", "escape", "hearing", "death"] },
  { ...asked("person.adult"), type: "boolean" },
  { ...asked("person.hurt", true), type: "boolean" },
  { ...asked("person.written"), type: "boolean" },
  { ...asked("person.relation", true), type: "enum", values: ["self", "parent", "other"] },
  { ...asked("person.age"), type: "integer", min: 0, max: 6, unit: "year" },
  { ...asked("crime.day"), type: "date", from: "2024-02-27", to: "2024-03-02" },
];

/** A vocabulary of some small facts. */
export const arbitraryVocabulary = (size: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<readonly FactDefinition[]> =>
  fc.shuffledSubarray([...SMALL_FACTS], { minLength: size.min, maxLength: size.max });
