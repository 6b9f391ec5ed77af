import * as Data from "effect/Data";
import type { FactName } from "../vocabulary/fact-definition.ts";

/** One thing wrong with given columns or rows; `row` is counted from 0, and `null` where the whole column is meant. */
export type ColumnProblem = {
  readonly code: "unknown-fact" | "length-differs" | "not-a-value";
  readonly fact: FactName;
  readonly row: number | null;
};

const SHOWN = 3;

/** Columns or rows that cannot be read: every problem at once, by place and never by value, since messages reach logs. */
export class ColumnProblems extends Data.TaggedError("ColumnProblems")<{
  readonly problems: readonly ColumnProblem[];
}> {
  override get message(): string {
    const more = this.problems.length - SHOWN;
    const shown = this.problems.slice(0, SHOWN).map(inWords);
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
  }
}

const inWords = ({ code, fact, row }: ColumnProblem): string => {
  switch (code) {
    case "unknown-fact":
      return `no fact \`${fact.slice(0, 60)}\`: name columns as the vocabulary names facts`;
    case "length-differs":
      return `the column of \`${fact}\` has another number of rows: give one value per row`;
    case "not-a-value":
      return `row ${row} of \`${fact}\` is no value of that fact: give a value of its domain, or null when it is not known`;
  }
};

/** Columns that were encoded for other rules, another day or another way of packing, so that they cannot be read here. */
export class ColumnsOfAnotherPlan extends Data.TaggedError("ColumnsOfAnotherPlan")<{
  readonly expected: string;
  readonly found: string;
}> {
  override get message(): string {
    return `columns were encoded for \`${this.found}\`, not for \`${this.expected}\`: encode them again with this plan`;
  }
}
