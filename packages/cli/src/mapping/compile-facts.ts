import type { FactName } from "@victim-rights/rules";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type LiteralReader, type Place, report } from "./compile-context.ts";
import { checkLiteral, compileField } from "./compile-field.ts";
import type { FactsAt, Literal } from "./field-at.ts";
import { nearest } from "./nearest.ts";
import { type Target, targetOfFact } from "./target.ts";

export type Facts = Readonly<Record<FactName, Literal>>;
export type FactsReader = (record: FeedRecord, problems: CellProblem[]) => Facts;

/** Turns "this fact, this column" into a reader; a name that the state's vocabulary lacks is reported. */
export const compileFacts = (facts: FactsAt, place: Place): FactsReader => {
  const readers = Object.entries(facts).flatMap(([name, at]): (readonly [string, LiteralReader])[] => {
    const spot = below(place, name);
    const target = targetOf(name, spot);
    return target === null ? [] : [[name, compileField(at, target, spot)]];
  });
  return (record, problems) => {
    const known: Record<string, Literal> = {};
    for (const [name, read] of readers) {
      const value = read(record, problems);
      if (value !== null) known[name] = value;
    }
    return known;
  };
};

/** Checks facts that a mapping states outright, as a code's meaning does. */
export const checkFacts = (facts: Facts, place: Place): void => {
  for (const [name, literal] of Object.entries(facts)) {
    const spot = below(place, name);
    const target = targetOf(name, spot);
    if (target !== null) checkLiteral(literal, target, spot);
  }
};

const targetOf = (name: string, place: Place): Target | null => {
  const { vocabulary } = place.context;
  const definition = vocabulary.get(name);
  if (definition !== undefined) return targetOfFact(definition);
  const near = nearest(name, vocabulary.keys());
  report(
    place,
    `the state's vocabulary has no fact \`${name}\``,
    near === null ? "run `victim-rights facts QUESTION` for the names" : `did you mean \`${near}\``,
  );
  return null;
};
