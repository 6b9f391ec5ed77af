import type { RuleId } from "@victim-rights/rules";
import type { Grade } from "./grade.ts";
import type { Term } from "./provision.ts";
import { type LawAsked, whyOff, type WhyOff } from "./why-off.ts";

/** What is asked of a state's terms: for which grade of case, on which day, and with what turned on. */
export type TermQuestion = LawAsked & { readonly grade: Grade };

/** A provision that speaks to the question and decides nothing. */
export type LeftOutTerm = { readonly provision: RuleId; readonly because: WhyOff };

/** The terms that decide, in the order of the file, and those that speak to the question and are off. */
export type DecidingTerms<T> = { readonly deciding: readonly T[]; readonly leftOut: readonly LeftOutTerm[] };

/**
 * Tells the terms for a grade of case that decide on a day from those that are off. Terms for other grades are
 * neither.
 */
export const decidingTerms = <T extends Term>(
  terms: readonly T[],
  { grade, ...law }: TermQuestion,
): DecidingTerms<T> => {
  const judged = terms
    .filter(({ grades }) => grades === undefined || grades.includes(grade))
    .map((term) => ({ term, because: whyOff(term, law) }));
  return {
    deciding: judged.flatMap(({ term, because }) => (because === null ? [term] : [])),
    leftOut: judged.flatMap(({ term, because }) => (because === null ? [] : [{ provision: term.id, because }])),
  };
};
