import { contentHash } from "../content-hash.ts";
import type { QuestionId, RuleFile } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { FactDefinition } from "../vocabulary/fact-definition.ts";
import { SAMPLE_PROFILE } from "./sample-profile.ts";

/** One question's rules for a sample law, by question. */
export type SampleRules = Readonly<Record<QuestionId, RuleFile["rules"]>>;

/** A law of the made-up jurisdiction, put together from a vocabulary and rules. */
export const sampleLaw = (facts: readonly FactDefinition[], rules: SampleRules): Law => {
  const files = Object.entries(rules).map(([question, list]): RuleFile => ({
    jurisdiction: SAMPLE_PROFILE.id,
    question,
    title: question,
    edition: "2024",
    rules: list,
  }));
  return {
    id: SAMPLE_PROFILE.id,
    profile: SAMPLE_PROFILE,
    vocabulary: new Map(facts.map((fact) => [fact.name, fact])),
    questions: new Map(files.map((file) => [file.question, { file, hash: contentHash(file) }])),
    cases: new Map(),
    rows: null,
    notEncoded: null,
    properties: [],
  };
};
