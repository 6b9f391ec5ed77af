import type { Law } from "../load/law.ts";
import { answerFact } from "../vocabulary/answer-fact.ts";
import type { FactDefinition, FactName } from "../vocabulary/fact-definition.ts";

/** Whether a name in a condition is the answer of another question of the law. */
export const isQuestionRead = (name: FactName, law: Law): boolean => !law.vocabulary.has(name);

/** A fact that a condition names. The answer of a question read is a fact too, asked in that question's own words. */
export const factOrQuestion = (name: FactName, law: Law): FactDefinition =>
  law.vocabulary.get(name) ?? answerFact(name, law.questions.get(name)?.file.title ?? name);
