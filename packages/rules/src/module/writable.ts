import type { CompiledQuestion } from "../decide/compiled-question.ts";
import type { QuestionDiagrams } from "../decide/question-diagrams.ts";

/** A question that has its diagrams, so that it can be written out. */
export type Writable = CompiledQuestion & { readonly diagrams: QuestionDiagrams };
