import type { QuestionId } from "../file/rule-file.ts";
import type { FactDefinition } from "./fact-definition.ts";

/** The answer of a question that is read as a fact: yes or no, asked in the question's own words, and nobody is asked. */
export const answerFact = (question: QuestionId, title: string): FactDefinition => ({
  name: question,
  title,
  question: title,
  type: "boolean",
  knownBy: "victim-services",
  sensitive: false,
});
