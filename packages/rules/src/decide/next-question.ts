import { binary } from "../diagram/apply.ts";
import { eliminate } from "../diagram/eliminate.ts";
import { allOpen, assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { createManager, type Manager } from "../diagram/manager.ts";
import { isTerminal, type NodeId } from "../diagram/node-table.ts";
import { type Assignment, restrict } from "../diagram/restrict.ts";
import { reachable, support } from "../diagram/walk.ts";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { surveyFacts } from "./decide.ts";
import type { MissingFact } from "./determination.ts";
import { missingFacts, stateOf } from "./missing-facts.ts";
import { type OpenAnswer, openAnswer } from "./open-answer.ts";
import { SETTLED_ANSWERS } from "./question-diagrams.ts";

/**
 * The best single fact to ask for next, or `null` when no question can bring the answer nearer: it is settled, or only facts
 * that nobody knows stand in the way. A painful question comes after every other; among the rest, the one that leaves the
 * least undecided on average. A fact that the vocabulary refuses counts as not known; `decide` says what is wrong with it.
 */
export const nextQuestion = (compiled: CompiledQuestion, facts: Facts): MissingFact | null => {
  const open = openAnswer(compiled, assignmentOf(compiled.space, facts));
  const candidates =
    open === null ? askPlainly(compiled, facts) : askByDiagram(compiled, mergeUncertain(compiled, open, facts));
  const gentle = candidates.filter(({ level }) => !itemAt(compiled.space.axes, level).definition.sensitive);
  const [best] = (gentle.length > 0 ? gentle : candidates).toSorted(
    (left, right) => left.cost - right.cost || left.level - right.level,
  );
  return best === undefined ? null : (missingFacts(compiled, facts, [best.level])[0] ?? null);
};

/** A fact that could be asked for; `cost` is what would be left undecided afterwards, on average. */
type Candidate = { readonly level: number; readonly cost: number };

/** The terminal value of what uncertain facts keep from being settled, whatever is asked. */
const BEYOND_ASKING = SETTLED_ANSWERS.length;

const askByDiagram = ({ space }: CompiledQuestion, { manager, root }: OpenAnswer): readonly Candidate[] =>
  support(manager, root).map((level) => {
    const costs = itemAt(space.axes, level).cells.map(
      ({ share }, cell) => share * undecided(manager, root, allOpen(space).with(level, cell)),
    );
    return { level, cost: costs.reduce((sum, cost) => sum + cost, 0) };
  });

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

/** Without any diagram: every unknown fact that can change the answer, alike in cost, so that the order of facts decides. */
const askPlainly = (compiled: CompiledQuestion, facts: Facts): readonly Candidate[] =>
  surveyFacts(compiled, facts)
    .levels.filter((level) => stateOf(facts, itemAt(compiled.space.axes, level).definition.name) === "unknown")
    .map((level) => ({ level, cost: 0 }));
