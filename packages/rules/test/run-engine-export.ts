import { Engine } from "json-rules-engine";
import type { EngineQuestion, JsonRulesEngineExport, Provision } from "../src/authoring.ts";

/** What an export comes to for complete facts. */
export type EngineAnswer = { readonly answer: "yes" | "no" | "conflict"; readonly grounds: readonly string[] };

/** Runs each question of an export on a stock engine, in order, and gives later questions the answers of earlier ones. */
export const runEngineExport = async (
  { questions }: JsonRulesEngineExport,
  facts: Readonly<Record<string, unknown>>,
): Promise<EngineAnswer> => {
  const answers: Record<string, EngineAnswer["answer"]> = {};
  let last: EngineAnswer = { answer: "no", grounds: [] };
  for (const { question, reads, rules, provisions } of questions) {
    const read = Object.fromEntries(reads.map((id) => [id, answers[id] === "yes"]));
    const engine = new Engine(structuredClone(rules) as ConstructorParameters<typeof Engine>[0], {
      allowUndefinedFacts: false,
    });
    const { results } = await engine.run({ ...facts, ...read });
    const holding = new Set(results.map(({ name }) => name));
    last = combine(
      provisions.filter(({ rule }) => holding.has(rule)),
      reads.some((id) => answers[id] === "conflict"),
    );
    answers[question] = last.answer;
  }
  return last;
};

/** Grants that hold, without those that a denial that holds sets aside. */
const combine = (holding: readonly Provision[], isTainted: boolean): EngineAnswer => {
  const denials = holding.filter(({ effect }) => effect === "deny");
  const aside = new Set(denials.flatMap(({ overrides }) => overrides));
  const grounds = holding.filter(({ effect, rule }) => effect === "grant" && !aside.has(rule)).map(({ rule }) => rule);
  if (isTainted || (denials.length > 0 && grounds.length > 0)) return { answer: "conflict", grounds: [] };
  return { answer: grounds.length > 0 ? "yes" : "no", grounds };
};

/** The names that a run must be given. */
export const factsTaken = ({ facts }: EngineQuestion): readonly string[] => facts.map(({ name }) => name);
