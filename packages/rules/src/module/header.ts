import type { CompiledQuestion } from "../decide/compiled-question.ts";

/** What a written file says of itself first. An edition may be any text, and must not end the comment it stands in. */
export const header = ({ law, question, asOf, edition, ruleHash }: CompiledQuestion): string =>
  [
    `// Written by victim-rights from the rules of ${law.id}, question ${question}, as of ${asOf}.`,
    `// Edition ${edition.replaceAll(/\s+/gu, " ")}. Rules ${ruleHash}. Write it again instead of changing it.`,
  ].join("\n");
