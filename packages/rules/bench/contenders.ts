import { Engine } from "json-rules-engine";
import * as Result from "effect/Result";
import type { CompiledQuestion } from "../src/decide/compiled-question.ts";
import { decide } from "../src/decide/decide.ts";
import { evaluate } from "../src/decide/evaluate.ts";
import { tableFinder } from "../src/decide/leaf-finder.ts";
import { engineRule, type CompleteFacts } from "../src/reference/reference-holds.ts";
import type { Contender } from "./measure.ts";

/** Runs a decision over every input, as often as asked; each result is a small number that must depend on the outcome. */
export const contender = (
  name: string,
  inputs: readonly CompleteFacts[],
  run: (facts: CompleteFacts) => number,
): Contender => ({
  name,
  perRound: inputs.length,
  decideAll: (rounds) => {
    let sum = 0;
    for (let round = 0; round < rounds; round += 1) for (const facts of inputs) sum += run(facts);
    return sum;
  },
});

/** The same for a decision that must be awaited; one at a time, as overlapping runs of one engine lose answers. */
export const awaitedContender = (
  name: string,
  inputs: readonly CompleteFacts[],
  run: (facts: CompleteFacts) => Promise<number>,
): Contender => ({
  name,
  perRound: inputs.length,
  decideAll: async (rounds) => {
    let sum = 0;
    for (let round = 0; round < rounds; round += 1) for (const facts of inputs) sum += await run(facts);
    return sum;
  },
});

/** Decides by json-rules-engine: which rules hold, questions read being answered first. */
type EngineRun = (facts: CompleteFacts) => Promise<ReadonlySet<string>>;

/** With one engine kept for all runs, which is safe only when no two runs overlap. */
export const reusedEngine = (compiled: CompiledQuestion): EngineRun => {
  const engine = new Engine(compiled.model.rules.map(({ rule }) => engineRule(rule)));
  return engineRun(compiled, { engine: () => engine, inner: compiled.within.map(reusedEngine) });
};

/** With a new engine per run, which is the safe way to use it. The rules are converted once, outside the measuring. */
export const newEngine = (compiled: CompiledQuestion): EngineRun => {
  const rules = compiled.model.rules.map(({ rule }) => engineRule(rule));
  return engineRun(compiled, { engine: () => new Engine(rules), inner: compiled.within.map(newEngine) });
};

type Engines = { readonly engine: () => Engine; readonly inner: readonly EngineRun[] };

const engineRun =
  ({ within }: CompiledQuestion, { engine, inner }: Engines): EngineRun =>
  async (facts) => {
    const answers: Record<string, boolean> = {};
    for (const [place, question] of within.entries()) {
      answers[question.question] = answersYes(question, (await inner[place]?.(facts)) ?? new Set());
    }
    const { results } = await engine().run({ ...facts, ...answers });
    return new Set(results.map((result) => String(result.name)));
  };

const answersYes = ({ model }: CompiledQuestion, holding: ReadonlySet<string>): boolean =>
  model.rules.some(
    ({ rule, overriddenBy }) =>
      rule.effect === "grant" &&
      holding.has(rule.id) &&
      !overriddenBy.some((denial) => holding.has(model.rules[denial]?.rule.id ?? "")),
  );

/** The production readings of one compiled question. */
export const diagramContenders = (
  compiled: CompiledQuestion,
  inputs: readonly CompleteFacts[],
): readonly Contender[] => {
  const { diagrams } = compiled;
  const walk = diagrams === null ? null : tableFinder({ ...compiled, diagrams });
  return [
    contender("diagram, generated code", inputs, (facts) => compiled.leafFor(facts)?.ids.length ?? -1),
    contender("diagram, evaluate()", inputs, (facts) => idCount(evaluate(compiled, facts))),
    ...(walk === null ? [] : [contender("diagram, table walk", inputs, (facts) => walk(facts)?.ids.length ?? -1)]),
    contender("decide() with receipt", inputs, (facts) => {
      const decided = decide(compiled, facts);
      return Result.isSuccess(decided) ? decided.success.grounds.length : -1;
    }),
  ];
};

const idCount = (outcome: ReturnType<typeof evaluate>): number =>
  Result.isSuccess(outcome) ? outcome.success.ids.length : -1;
