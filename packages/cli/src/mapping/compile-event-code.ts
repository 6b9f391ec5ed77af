import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import {
  type EventCodeAt,
  type EventMeaning,
  meaningOf,
  type OffenseCodeAt,
  type OffenseMeaning,
} from "./code-table.ts";
import { quotedCode } from "./code-text.ts";
import { below, type Place, report } from "./compile-context.ts";
import { checkFacts } from "./compile-facts.ts";

type Coded<T> = { readonly code: string; readonly meaning: T };
export type CodeReader<T> = (record: FeedRecord, problems: CellProblem[]) => Coded<T> | null;
export type EventCodeReader = CodeReader<EventMeaning>;

/** Reads a status code by its table. A code that the table lacks is a problem of the row. */
export const compileEventCode = (at: EventCodeAt, place: Place): EventCodeReader => {
  const codes = inlined(at.codes, place);
  checkMeanings(Object.values(codes), below(place, "codes"));
  return compileCode(at.column, codes);
};

/** Reads an offense code by its table. */
export const compileOffenseCode = (at: OffenseCodeAt, place: Place): CodeReader<OffenseMeaning> => {
  const codes = inlined(at.codes, place);
  for (const [code, meaning] of Object.entries(codes)) {
    if ("categories" in meaning) checkFacts(meaning.categories, below(below(place, "codes"), code));
  }
  return compileCode(at.column, codes);
};

export const checkMeanings = (meanings: readonly EventMeaning[], place: Place): void => {
  for (const [at, meaning] of meanings.entries()) {
    if ("event" in meaning && meaning.facts !== undefined) checkFacts(meaning.facts, below(place, at));
  }
};

/** A table in a file of its own has been put in place when the mapping was read. */
const inlined = <T>(codes: string | Readonly<Record<string, T>>, place: Place): Readonly<Record<string, T>> => {
  if (typeof codes !== "string") return codes;
  report(place, "the code table was not read", "give the mapping's own path, so that the table is found beside it");
  return {};
};

const compileCode = <T>(column: string, codes: Readonly<Record<string, T>>): CodeReader<T> => {
  const find = meaningOf(codes);
  return (record, problems) => {
    const code = record.cell(column);
    const meaning = code === "" ? undefined : find(code);
    if (meaning !== undefined) return { code, meaning };
    problems.push(
      code === ""
        ? { column, problem: "the code is blank", howToFix: "every row needs its code: export the row again" }
        : {
            column,
            problem: `unmapped code${quotedCode(code)}`,
            howToFix: "add the code to the mapping's table, with the event it is or the reason why it never is one",
          },
    );
    return null;
  };
};
