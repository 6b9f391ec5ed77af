import { binary } from "../diagram/apply.ts";
import { eliminate } from "../diagram/eliminate.ts";
import { allOpen, assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { createManager, type Manager } from "../diagram/manager.ts";
import { isTerminal, type NodeId } from "../diagram/node-table.ts";
import { type Assignment, restrict } from "../diagram/restrict.ts";
import { reachable, support } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { surveyFacts } from "../decide/decide.ts";
import type { MissingFact } from "../decide/determination.ts";
import { missingFacts, stateOf } from "../decide/missing-facts.ts";
import { type OpenAnswer, openAnswer } from "../decide/open-answer.ts";
import { SETTLED_ANSWERS } from "../decide/question-diagrams.ts";
import { type CostOf, usualCost } from "./asking-cost.ts";

/**
 * The best single fact to ask for next, or `null` when no question can bring the answer nearer: it is settled, or only facts
 * that nobody knows stand in the way. A painful question comes after every other. Among the rest, the one that settles the
 * most for its cost: the tests still undecided before it, less those left after it on average over the fact's values, each
 * value of its domain counted alike. Ties follow the diagram's order, so the same facts always lead to the same question. A
 * fact that the vocabulary refuses counts as not known; `decide` says what is wrong with it.
 * @param costOf - what a fact costs to find out; a positive number.
 */
export const nextQuestion = (
  compiled: CompiledQuestion,
  facts: Facts,
  costOf: CostOf = usualCost,
): MissingFact | null => {
  const open = openAnswer(compiled, assignmentOf(compiled.space, facts));
  const candidates =
    open === null ? askPlainly(compiled, facts) : askByDiagram(compiled, mergeUncertain(compiled, open, facts));
  const definitionOf = ({ level }: Candidate) => itemAt(compiled.space.axes, level).definition;
  const gentle = candidates.filter((candidate) => !definitionOf(candidate).sensitive);
  const [best] = (gentle.length > 0 ? gentle : candidates)
    .map((candidate) => ({ ...candidate, worth: candidate.settles / costOf(definitionOf(candidate)) }))
    .toSorted((left, right) => right.worth - left.worth || left.level - right.level);
  return best === undefined ? null : (missingFacts(compiled, facts, [best.level])[0] ?? null);
};

/** A fact that could be asked for; `settles` is how many undecided tests its answer removes, on average. */
type Candidate = { readonly level: number; readonly settles: number };

/** The terminal value of what uncertain facts keep from being settled, whatever is asked. */
const BEYOND_ASKING = SETTLED_ANSWERS.length;

const askByDiagram = ({ space }: CompiledQuestion, { manager, root }: OpenAnswer): readonly Candidate[] => {
  const before = undecided(manager, root, allOpen(space));
  return support(manager, root).map((level) => {
    const left = itemAt(space.axes, level).cells.map(
      ({ share }, cell) => share * undecided(manager, root, allOpen(space).with(level, cell)),
    );
    return { level, settles: before - left.reduce((sum, tests) => sum + tests, 0) };
  });
};

/** The answer over the facts that can still be asked for: uncertain ones are merged away, since nobody will answer them. */
const mergeUncertain = ({ space }: CompiledQuestion, { manager, root }: OpenAnswer, facts: Facts): OpenAnswer => {
  const uncertain = space.axes.flatMap(({ definition }, level) =>
    stateOf(facts, definition.name) === "uncertain" ? [level] : [],
  );
  const agree = binary(manager, {
    combine: (left, right) => (left === right ? left : BEYOND_ASKING),
    idempotent: true,
  });
  return { manager, root: eliminate(manager, new Set(uncertain), agree)(root) };
};

const undecided = (manager: Manager, root: NodeId, assignment: Assignment): number => {
  const rest = createManager(Number.MAX_SAFE_INTEGER);
  return reachable(rest, [restrict(manager, assignment, rest)(root)]).filter((node) => !isTerminal(rest, node)).length;
};

/** Without any diagram: every unknown fact that can change the answer, as if each settled as much. */
const askPlainly = (compiled: CompiledQuestion, facts: Facts): readonly Candidate[] =>
  surveyFacts(compiled, facts)
    .levels.filter((level) => stateOf(facts, itemAt(compiled.space.axes, level).definition.name) === "unknown")
    .map((level) => ({ level, settles: 1 }));
