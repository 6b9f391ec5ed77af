import type { Names, QuestionNames, RuleName } from "./names-in.ts";
import { choices, type Schema, whenKeyIs } from "./schema.ts";

/** Rules of a question as an editor offers them. */
export const ruleChoices = (rules: readonly RuleName[]): Schema =>
  choices(rules.map(({ id, title }) => ({ value: id, description: title })));

/** What holds of a file only when it is of one question, for each question in turn. */
export const byQuestion = ({ questions }: Names, then: (question: QuestionNames) => Schema | null): readonly Schema[] =>
  questions.flatMap((question) => {
    const schema = then(question);
    return schema === null ? [] : [whenKeyIs("question", [question.id], schema)];
  });

/** The first lines of a file: whose it is, and which question. */
export const headerSchema = ({ profile, questions }: Names): Readonly<Record<"jurisdiction" | "question", Schema>> => ({
  jurisdiction: choices([{ value: profile.id, description: profile.name }]),
  question: choices(questions.map(({ id, title }) => ({ value: id, description: title }))),
});
