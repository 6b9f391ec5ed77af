import { itemAt } from "../diagram/item-at.ts";
import { writeFinder } from "../decide/generate-finder.ts";
import { packRoots } from "../decide/packed-table.ts";
import { header } from "./header.ts";
import { RUNTIME } from "./runtime.ts";
import { writtenDomain, writtenFact } from "./written-fact.ts";
import type { Writable } from "./writable.ts";

/** The module of one question: its law, its rules, its diagram as nested tests and as a table, and how they are read. */
export const questionCode = (compiled: Writable): string => {
  const { diagrams, space } = compiled;
  const { values, functions, body } = writeFinder(diagrams, space);
  return [
    header(compiled),
    `export const law = ${JSON.stringify(lawRead(compiled))};`,
    RUNTIME,
    ...groundsAndOutcomes(compiled),
    ...factsAndSteps(compiled),
    ...values.map((value) => `const l${value} = ${PURE} leaf(${value});`),
    ...functions,
    "const walk = () => null;",
    `const find = (f) => { ${body} };`,
    "",
  ].join("\n");
};

/** Tells a bundler that a call may be left out when nothing reads its value. */
const PURE = "/* @__PURE__ */";

const lawRead = ({ law, question, asOf, edition, ruleHash, enabled }: Writable): object => ({
  jurisdiction: law.id,
  question,
  asOf,
  edition,
  ruleHash,
  enabled,
});

/** `GROUNDS` by place, and for each terminal of the grounds diagram its answer and the places of the grants that stand. */
const groundsAndOutcomes = ({ grounds, diagrams }: Writable): readonly string[] => {
  const standing = [...new Set(diagrams.standings.flatMap((outcome) => outcome.standing))].toSorted((a, b) => a - b);
  const outcomes = diagrams.standings.map((outcome) => [
    outcome.answer,
    outcome.standing.map((place) => standing.indexOf(place)),
  ]);
  return [
    `const GROUNDS = ${PURE} frozen([\n${standing.map((place) => JSON.stringify(itemAt(grounds, place))).join(",\n")}\n]);`,
    `const OUTCOMES = ${JSON.stringify(outcomes)};`,
  ];
};

/** `FACTS` by level, the domains of the vocabulary's other facts by name, and the diagrams of the grounds and of the answer. */
const factsAndSteps = ({ law, space, diagrams }: Writable): readonly string[] => {
  const order = [...law.vocabulary.keys()];
  const facts = space.axes.map((axis) => writtenFact(axis, order.indexOf(axis.definition.name)));
  const others = [...law.vocabulary].filter(([name]) => !space.levels.has(name));
  const { roots, steps } = packRoots(diagrams.table, [diagrams.grounds, diagrams.answer]);
  return [
    `const FACTS = [\n${facts.map((fact) => JSON.stringify(fact)).join(",\n")}\n];`,
    `const OTHERS = ${JSON.stringify(Object.fromEntries(others.map(([name, fact]) => [name, writtenDomain(fact)])))};`,
    `const STEPS = ${JSON.stringify(steps)};`,
    `const ROOTS = { grounds: ${itemAt(roots, 0)}, answer: ${itemAt(roots, 1)} };`,
  ];
};
