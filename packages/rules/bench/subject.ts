import { join } from "node:path";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { compileQuestion } from "../src/decide/compile-question.ts";
import type { CompiledQuestion } from "../src/decide/compiled-question.ts";
import type { Facts } from "../src/facts.ts";
import type { Law } from "../src/load/law.ts";
import type { CompleteFacts } from "../src/reference/reference-holds.ts";
import { handWritten } from "./hand-written.ts";
import { randomInputs, withSomeMissing } from "./inputs.ts";
import { readLaw } from "./read-law.ts";
import { rulesAsCode, rulesHolding } from "./rules-as-code.ts";
import { NOTICE, syntheticLaw } from "./synthetic-law.ts";

/** A rule set to measure, with seeded facts. Every rule is a grant, so that the rules that hold are the grounds. */
export type Subject = {
  readonly compiled: CompiledQuestion;
  readonly inputs: () => readonly CompleteFacts[];
  /** The same facts, each missing in one row out of ten. */
  readonly incomplete: () => readonly Facts[];
  /** Code for the same rules, as fast as a programmer makes it; what it returns depends on the rules that hold. */
  readonly code: () => (facts: CompleteFacts) => number;
  /** Which rules hold, by place, from that code. */
  readonly holding: () => (facts: CompleteFacts) => readonly boolean[];
};

export const SUBJECTS = {
  synthetic: "a made-up notice law: 12 rules, 9 facts; by hand: one function",
  shipped: "rules/us-mo, question notice: 40 rules, 43 facts; by hand: the rules written out as code",
} as const;

export type SubjectName = keyof typeof SUBJECTS;

export const ROOT = join(import.meta.dirname, "../../..");

export const compile = (law: Law): CompiledQuestion =>
  Result.getOrThrow(compileQuestion(law, NOTICE, { asOf: LocalDate.parse("2026-11-22") }));

export const subjectNamed = (name: SubjectName, count: number): Subject =>
  name === "synthetic" ? synthetic(count) : shipped(count);

const synthetic = (count: number): Subject => {
  const compiled = compile(syntheticLaw());
  const places = [...compiled.model.rules.keys()];
  const holding = (facts: CompleteFacts): readonly boolean[] => {
    const bits = handWritten(facts);
    return places.map((place) => (bits & (1 << place)) !== 0);
  };
  return { compiled, ...rows(compiled, count), code: () => handWritten, holding: () => holding };
};

const shipped = (count: number): Subject => {
  const compiled = compile(readLaw(join(ROOT, "rules/us-mo")));
  return {
    compiled,
    ...rows(compiled, count),
    code: () => rulesAsCode(compiled.model),
    holding: () => rulesHolding(compiled.model),
  };
};

const rows = ({ space }: CompiledQuestion, count: number): Pick<Subject, "inputs" | "incomplete"> => ({
  inputs: () => randomInputs(space, count),
  incomplete: () => withSomeMissing(randomInputs(space, count)),
});
