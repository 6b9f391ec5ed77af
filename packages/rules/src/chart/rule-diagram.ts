import { compileCondition, startBuild } from "../diagram/compile-condition.ts";
import { bindCondition } from "../diagram/condition-model.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import { factSpace } from "../diagram/fact-space.ts";
import { testOf } from "../diagram/fact-test.ts";
import { OVERFLOW } from "../diagram/manager.ts";
import type { Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import type { Diagram } from "./chart-of-diagram.ts";
import { factOrQuestion } from "./fact-or-question.ts";

const MAX_BUILD = 50_000;

/**
 * A rule's own condition as a diagram: facts in the order in which the rule names them, the answer of a question read as
 * one fact. `null` when it takes too many nodes to build.
 */
export const ruleDiagram = (rule: Rule, law: Law): Diagram | null => {
  const leaves = leavesOf(rule.conditions);
  const byFact = Map.groupBy(leaves, ({ fact }) => fact);
  const tests = new Map([...byFact].map(([fact, group]) => [fact, group.map(testOf)]));
  const space = factSpace(
    [...byFact.keys()].map((name) => factOrQuestion(name, law)),
    tests,
  );
  const build = startBuild(MAX_BUILD);
  const root = compileCondition(build, bindCondition(rule.conditions, { space, questions: new Map() }));
  return root === OVERFLOW ? null : { table: build.manager, root, space };
};
