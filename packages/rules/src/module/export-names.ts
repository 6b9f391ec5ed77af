import type { QuestionId } from "../file/rule-file.ts";

/** The name under which a written index gives each question: `victim-definition/notice` is `victimDefinition_notice`. */
export const exportNames = (
  questions: readonly QuestionId[],
): readonly { readonly question: QuestionId; readonly name: string }[] => {
  const taken = new Set<string>();
  return questions.map((question) => {
    const plain = question.replaceAll(/-+(?<letter>[a-z0-9]?)/gu, (_, letter: string) => letter.toUpperCase());
    let name = plain.replaceAll("/", "_");
    while (taken.has(name)) name += "_";
    taken.add(name);
    return { question, name };
  });
};
