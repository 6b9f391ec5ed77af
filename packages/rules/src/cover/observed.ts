import { type AnswerDiagrams, compileAnswer } from "../diagram/compile-condition.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { itemAt } from "../diagram/item-at.ts";
import { createManager, OVERFLOW } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { type Assignment, restrict } from "../diagram/restrict.ts";
import { support } from "../diagram/walk.ts";
import type { RuleId } from "../file/rule-file.ts";
import { holdsOf, type ReadingBuild } from "./open-docket.ts";

/** What can be seen of a question's own rules, as diagrams; `denied` and `tainted` are where it can go wrong. */
type Observed = {
  readonly holds: ReadonlyMap<RuleId, NodeId>;
  readonly stands: ReadonlyMap<RuleId, NodeId>;
  readonly denied: NodeId;
  readonly tainted: NodeId;
};

const observe = (reading: ReadingBuild, model: QuestionModel): Observed => {
  const { algebra } = reading.build;
  const all = model.rules.map(({ condition }) => holdsOf(reading, condition));
  const anyOf = (nodes: readonly NodeId[]): NodeId => nodes.reduce(algebra.or, algebra.never);
  const holds = new Map<RuleId, NodeId>();
  const stands = new Map<RuleId, NodeId>();
  for (const [place, { rule, overriddenBy }] of model.rules.entries()) {
    if (rule.effect === "deny") continue;
    const overridden = anyOf(overriddenBy.map((denial) => itemAt(all, denial)));
    holds.set(rule.id, itemAt(all, place));
    stands.set(rule.id, algebra.and(itemAt(all, place), algebra.not(overridden)));
  }
  const denials = all.filter((_, place) => itemAt(model.rules, place).rule.effect === "deny");
  const conflicts = model.reads.map((inner) => compileAnswer(reading.build, inner).conflict);
  return { holds, stands, denied: anyOf(denials), tainted: anyOf(conflicts) };
};

/**
 * The facts for which two models of a question differ in the answer, the grants that stand or those that are overridden.
 * Where rules contradict each other the grants still count: they are seen when missing facts leave the contradiction open.
 * An inner question that both read is the same in both.
 */
export const differenceBetween = (reading: ReadingBuild, before: QuestionModel, after: QuestionModel): NodeId => {
  const { algebra } = reading.build;
  const [left, right] = [observe(reading, before), observe(reading, after)];
  const grants = algebra.or(
    differenceOfMaps(reading, left.holds, right.holds),
    differenceOfMaps(reading, left.stands, right.stands),
  );
  const isPlain = [left.denied, right.denied, left.tainted, right.tainted].every((node) => node === algebra.never);
  // Without denials the answer is whether a grant stands: it differs nowhere else.
  if (isPlain) return grants;
  const [first, second] = [answerOf(reading, left), answerOf(reading, right)];
  const answers = algebra.or(reading.xor(first.yes, second.yes), reading.xor(first.conflict, second.conflict));
  return algebra.or(grants, answers);
};

const differenceOfMaps = (
  { build, xor }: ReadingBuild,
  left: ReadonlyMap<RuleId, NodeId>,
  right: ReadonlyMap<RuleId, NodeId>,
): NodeId => {
  const { or, never } = build.algebra;
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((id) => xor(left.get(id) ?? never, right.get(id) ?? never))
    .reduce(or, never);
};

const answerOf = ({ build }: ReadingBuild, { stands, denied, tainted }: Observed): AnswerDiagrams => {
  const { algebra } = build;
  const granted = [...stands.values()].reduce(algebra.or, algebra.never);
  const conflict = algebra.or(algebra.and(granted, denied), tainted);
  return { yes: algebra.and(granted, algebra.not(conflict)), conflict };
};

/** The missing facts on which anything that can be seen of a model still depends, by level. */
export const openIn = (reading: ReadingBuild, model: QuestionModel, cells: Assignment): readonly number[] => {
  const observed = observe(reading, model);
  const { yes, conflict } = answerOf(reading, observed);
  const rest = createManager(Number.MAX_SAFE_INTEGER);
  const fill = restrict(reading.build.manager, cells, rest);
  const nodes = [...observed.holds.values(), ...observed.stands.values(), yes, conflict];
  return nodes.flatMap((node) => (node === OVERFLOW ? [] : support(rest, fill(node))));
};

/** The facts for which a rule is among the grounds. */
export const whereGround = (reading: ReadingBuild, model: QuestionModel, rule: RuleId): NodeId =>
  observe(reading, model).stands.get(rule) ?? reading.build.algebra.never;

/** The part of a diagram where a model's rules do not contradict each other; all of it when they do throughout. */
export const apartFromConflicts = (reading: ReadingBuild, model: QuestionModel, where: NodeId): NodeId => {
  const { algebra } = reading.build;
  const sound = algebra.and(where, algebra.not(answerOf(reading, observe(reading, model)).conflict));
  return sound === algebra.never || sound === OVERFLOW ? where : sound;
};

/** The facts for which two models of a question answer differently: all that a question which reads it can see. */
export const answerDifference = ({ build, xor }: ReadingBuild, before: QuestionModel, after: QuestionModel): NodeId => {
  const compile = (model: QuestionModel) => compileAnswer({ ...build, answers: new Map() }, model);
  const [first, second] = [compile(before), compile(after)];
  return build.algebra.or(xor(first.yes, second.yes), xor(first.conflict, second.conflict));
};
