import { type Counterexample, type Loss, type Outcome, type Proof, regionInWords } from "@victim-rights/rules/analysis";
import { assumedInWords } from "../analyze/assumed-words.ts";
import { factsInWords } from "../facts/facts-in-words.ts";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";

/** Prints what came of one property. */
export const printProof = (io: Io, proof: Proof): void => {
  const style = styleFor(io);
  const { property, verdict } = proof;
  const tell = (line: string): void => {
    for (const part of wrap(`  ${line}`)) say(io, part);
  };
  if (verdict.kind === "proved") {
    say(
      io,
      `${verdict.isVacuous ? style("yellow", "proved, and says nothing") : style("green", "proved")}  ${property.name}`,
    );
    if (verdict.isVacuous) tell(vacuousInWords(proof));
    return;
  }
  if (verdict.kind === "not-decided") {
    const { maxNodes, factOrder } = verdict.tooLarge;
    say(io, `${style("red", "not decided")}  ${property.name}`);
    tell(`more than ${maxNodes} steps, asking in this order: ${factOrder.join(", ")}`);
    return;
  }
  say(io, `${style("red", "not so")}  ${property.name}`);
  for (const line of "fact" in verdict.example ? lossInWords(verdict.example) : exampleInWords(verdict.example))
    tell(line);
};

/** What the proofs were shown under: once for all of a question, and by name where they were shown under different things. */
export const printAssumed = (io: Io, proofs: readonly Proof[]): void => {
  const lines = [...Map.groupBy(proofs, ({ property }) => property.question)].flatMap(assumedLines);
  for (const line of lines) for (const part of wrap(line)) say(io, styleFor(io)("dim", part));
};

const assumedLines = ([question, proofs]: readonly [string, readonly Proof[]]): readonly string[] => {
  const lines = proofs.flatMap(({ property, verdict }) =>
    assumedInWords(verdict.assumed).map((line) => ({ line, name: property.name })),
  );
  return [...Map.groupBy(lines, ({ line }) => line)].map(([line, shown]) => {
    const names = new Set(shown.map(({ name }) => name));
    const others = proofs.filter(({ property }) => !names.has(property.name)).map(({ property }) => property.name);
    if (others.length === 0) return `${question}: ${line}`;
    const which = others.length < names.size ? `all but ${others.join("; ")}` : [...names].join("; ");
    return `${question} (${which}): ${line}`;
  });
};

const vacuousInWords = ({ kind }: Proof): string =>
  kind === "implication" ? "nobody meets its `when`" : "no rule of the question reads the fact";

const exampleInWords = ({ region, facts, ...outcome }: Counterexample): readonly string[] => [
  `where ${regionInWords(region)}`,
  ...forInstance(facts),
  outcomeInWords(outcome),
];

const lossInWords = ({ fact, from, to, region, facts, before, after }: Loss): readonly string[] => [
  `when ${fact} turns from ${String(from)} to ${String(to)}, where ${regionInWords(region)}`,
  ...forInstance(facts),
  `before: ${outcomeInWords(before)}`,
  `after: ${outcomeInWords(after)}`,
];

/** Nothing when every fact may be anything. */
const forInstance = (facts: Counterexample["facts"]): readonly string[] =>
  Object.keys(facts).length === 0 ? [] : [`for instance ${factsInWords(facts)}`];

const outcomeInWords = ({ answer, grounds }: Outcome): string =>
  grounds.length === 0 ? `the answer is ${answer}` : `the answer is ${answer}, because of ${grounds.join(", ")}`;
