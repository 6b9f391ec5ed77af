import type { Law, QuestionId } from "@victim-rights/rules";
import { VICTIM_DEFINITION } from "./victim-ground.ts";

/** A purpose for which a state says who is a victim: they differ, so none stands for another. */
export type Purpose = { readonly purpose: string; readonly question: QuestionId; readonly title: string };

/** The purposes a jurisdiction defines victims for, in alphabetical order. */
export const purposesOf = (law: Law): readonly Purpose[] =>
  [...law.questions.values()]
    .filter(({ file }) => file.question.startsWith(VICTIM_DEFINITION))
    .map(({ file }) => ({
      purpose: file.question.slice(VICTIM_DEFINITION.length),
      question: file.question,
      title: file.title,
    }))
    .toSorted((a, b) => a.purpose.localeCompare(b.purpose));
