import type { CaseNumber, ChargeStage, Offense, OffenseClass, OffenseCompletion } from "@victim-rights/core";
import type { FactDraft } from "./fact-draft.ts";

/**
 * Reads the offenses of one case as facts about "the offense". A case may hold several: a category holds when any
 * offense has it, the class is the gravest and the completion the fullest. What no record settles stays unknown.
 * Without a case number the offenses speak only when they all belong to one case.
 */
export const projectOffenses = (offenses: readonly Offense[], caseNumber: CaseNumber | null): FactDraft => {
  const concerned = offensesOf(offenses, caseNumber);
  if (concerned.length === 0) return {};
  const categories = new Set(concerned.flatMap((offense) => Object.keys(offense.categories)));
  return {
    ...Object.fromEntries(
      [...categories].map((name) => [name, anyOf(concerned.map((offense) => offense.categories[name] ?? null))]),
    ),
    "offense.class": strongest(
      CLASSES,
      concerned.map((offense) => offense.class),
    ),
    "offense.completion": strongest(
      COMPLETIONS,
      concerned.map((offense) => offense.completion),
    ),
    "offense.stage": single(concerned.map((offense) => offense.stage)),
  };
};

/** Whether the registration's case is the one the event concerns; unknown unless both name a case. */
export const projectReview = (eventCase: CaseNumber | null, registeredCase: CaseNumber | null): FactDraft => ({
  "offense.under-review": eventCase === null || registeredCase === null ? null : eventCase === registeredCase,
});

const offensesOf = (offenses: readonly Offense[], caseNumber: CaseNumber | null): readonly Offense[] => {
  if (caseNumber !== null) return offenses.filter((offense) => offense.caseNumber === caseNumber);
  return new Set(offenses.map((offense) => offense.caseNumber)).size === 1 ? offenses : [];
};

/** Strongest first. */
const CLASSES: readonly OffenseClass[] = ["felony", "misdemeanor", "infraction"];
const COMPLETIONS: readonly OffenseCompletion[] = ["committed", "attempted"];

/** Three-valued or: one true settles it, an unknown keeps it open. */
const anyOf = (values: readonly (boolean | null)[]): boolean | null => {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
};

/** The strongest value, unless an unknown could be stronger still. */
const strongest = <T extends string>(order: readonly T[], values: readonly (T | null)[]): T | null => {
  const found = order.find((value) => values.includes(value)) ?? null;
  return values.includes(null) && found !== order[0] ? null : found;
};

const single = (values: readonly (ChargeStage | null)[]): ChargeStage | null => {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
};
