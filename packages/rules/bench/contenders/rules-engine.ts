import { Engine } from "json-rules-engine";
import type { CompiledQuestion } from "../../src/decide/compiled-question.ts";
import type { Facts } from "../../src/facts.ts";
import { engineRule } from "../../src/reference/reference-holds.ts";
import type { Contender } from "../measure.ts";
import type { Subject } from "../subject.ts";
import { awaited, settled } from "./row-by-row.ts";

/** Decides by json-rules-engine: which rules hold, questions read being answered first. */
type EngineRun = (facts: Facts) => Promise<ReadonlySet<string>>;

/** With a new engine per run, which is the safe way to use it. The rules are converted once, outside the measuring. */
export const newRulesEngine = (subject: Subject): Contender => byEngine(subject, newEngine);

/** With one engine kept for all runs, which is safe only when no two runs overlap. */
export const keptRulesEngine = (subject: Subject): Contender => byEngine(subject, keptEngine);

const byEngine = ({ compiled, inputs }: Subject, make: (compiled: CompiledQuestion) => EngineRun): Contender => {
  const run = make(compiled);
  return awaited(inputs(), {
    run: async (facts) => (await run(facts)).size,
    told: async (facts) => settled([...(await run(facts))].toSorted()),
  });
};

const keptEngine = (compiled: CompiledQuestion): EngineRun => {
  const engine = new Engine(compiled.model.rules.map(({ rule }) => engineRule(rule)));
  return engineRun(compiled, { engine: () => engine, inner: compiled.within.map(keptEngine) });
};

const newEngine = (compiled: CompiledQuestion): EngineRun => {
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
