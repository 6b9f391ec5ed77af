import type { QuestionId, Rule } from "../file/rule-file.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary/fact-definition.ts";

/** The name under which a property speaks of its question's answer. */
export const ANSWER = "answer";

/** What a property says of a rule, and what the rule is about. */
type NamedRule = Pick<Rule, "id" | "title">;

/** What a property may name: a state's facts, its questions, and the rules of the question that it is about. */
export type PropertyNames = {
  readonly vocabulary: Vocabulary;
  readonly questions: ReadonlySet<QuestionId>;
  /** By question, its rules; a question whose file could not be read is left out. */
  readonly rules: ReadonlyMap<QuestionId, readonly NamedRule[]>;
};

/** The vocabulary with what only a property may name: its question's answer, and its rules by their ids. */
export const propertyVocabulary = (vocabulary: Vocabulary, rules: readonly NamedRule[]): Vocabulary =>
  new Map([...vocabulary.values(), THE_ANSWER, ...rules.map(groundFact)].map((fact) => [fact.name, fact] as const));

const groundFact = ({ id, title }: NamedRule): FactDefinition => ({
  ...worked(id, `Is this rule among the grounds? ${title}.`),
  type: "boolean",
});

/** What the law works out, and nobody is asked. */
const worked = (name: string, question: string) => ({
  name,
  title: name,
  question,
  knownBy: "victim-services" as const,
  sensitive: false,
});

const THE_ANSWER: FactDefinition = {
  ...worked(ANSWER, "What does the question that the property is about come to?"),
  type: "enum",
  values: ["yes", "no", "conflict"],
};
