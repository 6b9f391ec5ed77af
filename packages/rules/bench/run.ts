import { join } from "node:path";
import * as Result from "effect/Result";
import { LocalDate } from "@victim-rights/core";
import { compileQuestion } from "../src/decide/compile-question.ts";
import type { CompiledQuestion } from "../src/decide/compiled-question.ts";
import type { Law } from "../src/load/law.ts";
import type { CompleteFacts } from "../src/reference/reference-holds.ts";
import { awaitedContender, contender, diagramContenders, newEngine, reusedEngine } from "./contenders.ts";
import { handWritten } from "./hand-written.ts";
import { randomInputs } from "./inputs.ts";
import { clockInWords, type Contender, measure, totalOfResults } from "./measure.ts";
import { readLaw } from "./read-law.ts";
import { rulesAsCode } from "./rules-as-code.ts";
import { NOTICE, syntheticLaw } from "./synthetic-law.ts";

const INPUTS = 4096;
const AS_OF = LocalDate.parse("2026-11-22");
const TIMING = { rounds: 7, milliseconds: 250 };

/** A rule set to measure. `run` is timed; `holding` says from the same code how many rules hold, to check it. */
type Subject = {
  readonly title: string;
  readonly compiled: CompiledQuestion;
  readonly code: string;
  readonly run: (facts: CompleteFacts) => number;
  readonly holding: (facts: CompleteFacts) => number;
};

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

const compile = (law: Law, question: string): CompiledQuestion =>
  Result.getOrThrow(compileQuestion(law, question, { asOf: AS_OF }));

const subjects = (): readonly Subject[] => {
  const synthetic = compile(syntheticLaw(), NOTICE);
  const shipped = readLaw(join(import.meta.dirname, "../../../rules/us-mo"));
  return [
    {
      title: "synthetic notice law: 12 rules, 9 facts",
      compiled: synthetic,
      code: "hand-written function",
      run: handWritten,
      holding: (facts) => bitCount(handWritten(facts)),
    },
    ...(shipped === null ? [] : [shippedSubject(compile(shipped, NOTICE))]),
  ];
};

const shippedSubject = (compiled: CompiledQuestion): Subject => ({
  title: `rules/us-mo, question notice: ${compiled.model.rules.length} rules, ${compiled.space.axes.length} facts`,
  compiled,
  code: "rules written out as code",
  run: rulesAsCode(compiled.model),
  holding: rulesAsCode(compiled.model),
});

const standing = ({ model }: CompiledQuestion, held: ReadonlySet<string>): readonly string[] =>
  model.rules
    .filter(
      ({ rule, overriddenBy }) =>
        rule.effect === "grant" &&
        held.has(rule.id) &&
        !overriddenBy.some((place) => held.has(model.rules[place]?.rule.id ?? "")),
    )
    .map(({ rule }) => rule.id);

/** Every reading must give the same rules for every input before any is timed. */
const checkEqual = async ({ compiled, holding }: Subject, inputs: readonly CompleteFacts[]): Promise<number> => {
  const engine = newEngine(compiled);
  let yes = 0;
  for (const facts of inputs) {
    const held = await engine(facts);
    const leaf = compiled.leafFor(facts);
    const grants = standing(compiled, held);
    const plain = holding(facts);
    const same = leaf !== null && leaf.ids.join() === grants.join() && plain === held.size;
    if (!same)
      throw new Error(
        `readings differ for ${JSON.stringify(facts)}: ${leaf?.ids.join()} / ${[...held].join()} / ${plain}`,
      );
    if (leaf.answer === "yes") yes += 1;
  }
  return yes;
};

const report = (contenders: readonly Contender[], rates: readonly number[]): void => {
  const [engine = 1] = rates;
  const code = rates[2] ?? 1;
  console.log(
    "| reading | decisions/s | µs each | × json-rules-engine | × code |\n| --- | ---: | ---: | ---: | ---: |",
  );
  for (const [place, { name }] of contenders.entries()) {
    const rate = rates[place] ?? 0;
    const figures = [
      Math.round(rate).toLocaleString("en-US"),
      (1e6 / rate).toFixed(3),
      (rate / engine).toFixed(1),
      (rate / code).toFixed(2),
    ];
    console.log(`| ${[name, ...figures].join(" | ")} |`);
  }
};

for (const subject of subjects()) {
  const { compiled, title, code, run } = subject;
  const inputs = randomInputs(compiled.space, INPUTS);
  const yes = await checkEqual(subject, inputs);
  const fresh = newEngine(compiled);
  const reused = reusedEngine(compiled);
  const contenders = [
    awaitedContender(
      "json-rules-engine, new engine per run",
      inputs.slice(0, 256),
      async (facts) => (await fresh(facts)).size,
    ),
    awaitedContender(
      "json-rules-engine, one engine in sequence",
      inputs.slice(0, 256),
      async (facts) => (await reused(facts)).size,
    ),
    contender(code, inputs, run),
    ...diagramContenders(compiled, inputs),
  ];
  console.log(
    `\n${title}\n${inputs.length} inputs, ${yes} answered yes; every reading gave the same rules. node ${process.version}, ${clockInWords()}\n`,
  );
  report(contenders, await measure(contenders, TIMING));
}
console.log(`\n(checksum ${totalOfResults()})`);
