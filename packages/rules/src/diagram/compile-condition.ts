import type { QuestionId } from "../file/rule-file.ts";
import { type BooleanAlgebra, booleanAlgebra } from "./boolean-algebra.ts";
import { OUTSIDE } from "./cell.ts";
import type { BoundCondition, QuestionModel } from "./condition-model.ts";
import { itemAt } from "./item-at.ts";
import { createManager, makeNode, type Manager } from "./manager.ts";
import type { NodeId } from "./node-table.ts";
import type { Assignment } from "./restrict.ts";

/** Where a question's answer is yes, and where its rules contradict each other; elsewhere it is no. */
export type AnswerDiagrams = { readonly yes: NodeId; readonly conflict: NodeId };

/** One build: a manager, its boolean operations, the facts taken as known, and the answers of questions compiled so far. */
export type Build = {
  readonly manager: Manager;
  readonly known: Assignment;
  readonly algebra: BooleanAlgebra;
  readonly answers: Map<QuestionId, AnswerDiagrams>;
};

/**
 * @param maxNodes - how many nodes the build may make before every operation gives `OVERFLOW`.
 * @param known - facts to fill in while compiling; what is built then depends on the others alone.
 */
export const startBuild = (maxNodes: number, known: Assignment = []): Build => {
  const manager = createManager(maxNodes);
  return { manager, known, algebra: booleanAlgebra(manager), answers: new Map() };
};

/** A condition as a boolean diagram over base facts: a question it reads is replaced by that question's own diagram. */
export const compileCondition = (build: Build, condition: BoundCondition): NodeId => {
  const { algebra } = build;
  switch (condition.kind) {
    case "test":
      return compileTest(build, condition);
    case "answer":
      return readAnswer(build, condition);
    case "all":
      return condition.parts.map((part) => compileCondition(build, part)).reduce(algebra.and, algebra.always);
    case "any":
      return condition.parts.map((part) => compileCondition(build, part)).reduce(algebra.or, algebra.never);
    case "not":
      return algebra.not(compileCondition(build, condition.part));
  }
};

const compileTest = (
  { manager, algebra, known }: Build,
  { level, passes }: Extract<BoundCondition, { kind: "test" }>,
): NodeId => {
  const outcomes = passes.map((passed) => (passed ? algebra.always : algebra.never));
  const cell = known[level] ?? OUTSIDE;
  return cell === OUTSIDE ? makeNode(manager, level, outcomes) : itemAt(outcomes, cell);
};

const readAnswer = (
  build: Build,
  { question, whenNo, whenYes }: Extract<BoundCondition, { kind: "answer" }>,
): NodeId => {
  if (whenNo === whenYes) return whenYes ? build.algebra.always : build.algebra.never;
  const { yes } = compileAnswer(build, question);
  return whenYes ? yes : build.algebra.not(yes);
};

/** The diagrams of a question's answer, compiled once per build. */
export const compileAnswer = (build: Build, model: QuestionModel): AnswerDiagrams => {
  const known = build.answers.get(model.question);
  if (known !== undefined) return known;
  const made = combineAnswer(build, model);
  build.answers.set(model.question, made);
  return made;
};

const combineAnswer = (build: Build, model: QuestionModel): AnswerDiagrams => {
  const { algebra } = build;
  const { holds, stands } = compileRules(build, model);
  const granted = stands.reduce(algebra.or, algebra.never);
  const denied = holds
    .filter((_, index) => itemAt(model.rules, index).rule.effect === "deny")
    .reduce(algebra.or, algebra.never);
  const tainted = model.reads.map((inner) => compileAnswer(build, inner).conflict).reduce(algebra.or, algebra.never);
  const conflict = algebra.or(algebra.and(granted, denied), tainted);
  return { yes: algebra.and(granted, algebra.not(conflict)), conflict };
};

/** By rule: where it holds, and where it is a grant that no holding denial overrides. */
export const compileRules = (
  build: Build,
  model: QuestionModel,
): { readonly holds: readonly NodeId[]; readonly stands: readonly NodeId[] } => {
  const { algebra } = build;
  const holds = model.rules.map((rule) => compileCondition(build, rule.condition));
  const stands = model.rules.map(({ rule, overriddenBy }, index) => {
    if (rule.effect === "deny") return algebra.never;
    const overridden = overriddenBy.map((denial) => itemAt(holds, denial)).reduce(algebra.or, algebra.never);
    return algebra.and(itemAt(holds, index), algebra.not(overridden));
  });
  return { holds, stands };
};
