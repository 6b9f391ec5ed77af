import { booleanAlgebra } from "../diagram/boolean-algebra.ts";
import { cutDomain } from "../diagram/cells.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import { isFull, makeNode, type Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { QuestionId } from "../file/rule-file.ts";
import { answerFact } from "../vocabulary/answer-fact.ts";
import type { SharedDiagrams, SideDiagrams } from "./shared-diagrams.ts";
import type { OpenSide, Pair, SideName } from "./side.ts";

/**
 * The facts of a comparison followed by the questions read, as facts of their own, so that a region can say "is a victim"
 * instead of the many ways to be one.
 */
export type Landmarks = {
  readonly space: FactSpace;
  /** True where every such fact has the value that its question's rules give it. */
  readonly link: NodeId;
  /** The levels in the order in which a region had better leave them out. */
  readonly leastTelling: readonly number[];
};

/** What linking the questions read may take before regions speak of base facts alone. */
const MAX_LINK_NODES = 100_000;

/** What the two sides are called in the titles of questions that they answer differently. */
export type SideNames = Pair<string>;

export const landmarksOf = (shared: SharedDiagrams, opened: Pair<OpenSide>, names: SideNames): Landmarks => {
  const questions = questionsRead(shared, opened, names);
  const link = linkOf(shared, questions);
  return link === null ? landmarksWith(shared, []) : { ...landmarksWith(shared, questions), link };
};

/** A question read as a fact, and where it is answered yes. */
type QuestionRead = { readonly name: string; readonly title: string; readonly yes: NodeId };

/** A question whose own rules may contradict each other is left out: what it says there is neither yes nor no. */
const questionsRead = (
  { sides, algebra }: SharedDiagrams,
  opened: Pair<OpenSide>,
  names: SideNames,
): readonly QuestionRead[] => {
  const lefts = readBy(sides.left, opened.left, algebra.never);
  const rights = readBy(sides.right, opened.right, algebra.never);
  const all = [...new Set([...lefts.keys(), ...rights.keys()])];
  return all.flatMap((id) => {
    const [left, right] = [lefts.get(id), rights.get(id)];
    if (left !== undefined && left.yes === right?.yes) return [left];
    return [...ofSide(left, "left", names), ...ofSide(right, "right", names)];
  });
};

/** A question that only one side reads, or that the sides answer differently, says whose it is. */
const ofSide = (question: QuestionRead | undefined, side: SideName, names: SideNames): readonly QuestionRead[] =>
  question === undefined
    ? []
    : [{ ...question, name: `${side}:${question.name}`, title: `${question.title} (${names[side]})` }];

const readBy = (
  { model, reads }: SideDiagrams,
  { side }: OpenSide,
  never: NodeId,
): ReadonlyMap<QuestionId, QuestionRead> =>
  new Map(
    model.reads.flatMap(({ question }, place) => {
      const { yes, conflict } = itemAt(reads, place);
      if (conflict !== never) return [];
      return [[question, { name: question, title: side.law.questions.get(question)?.file.title ?? question, yes }]];
    }),
  );

/** `null` when the questions together are too intricate. */
const linkOf = ({ manager, space }: SharedDiagrams, questions: readonly QuestionRead[]): NodeId | null => {
  const bounded: Manager = { ...manager, maxNodes: manager.levels.length + MAX_LINK_NODES };
  const { and, or, not, always, never } = booleanAlgebra(bounded);
  const link = questions.reduce((linked, { yes }, place) => {
    const isYes = makeNode(bounded, space.axes.length + place, [never, always]);
    return and(linked, or(and(isYes, yes), and(not(isYes), not(yes))));
  }, always);
  return isFull(bounded) ? null : link;
};

/** Facts that only the questions read ask for are told by those questions; then the facts tested last; then the questions. */
const landmarksWith = (shared: SharedDiagrams, questions: readonly QuestionRead[]): Landmarks => {
  const { space, sides, algebra } = shared;
  const axes = [
    ...space.axes,
    ...questions.map((question) => cutDomain(answerFact(question.name, question.title), [])),
  ];
  const levels = new Map(axes.map(({ definition }, level) => [definition.name, level]));
  const own = new Set([sides.left, sides.right].flatMap(ownFacts));
  const base = [...space.axes.keys()].toReversed();
  const isOwn = (level: number): boolean => own.has(itemAt(space.axes, level).definition.name);
  return {
    space: { axes, levels },
    link: algebra.always,
    leastTelling: [
      ...base.filter((level) => !isOwn(level)),
      ...base.filter(isOwn),
      ...questions.map((_, place) => space.axes.length + place),
    ],
  };
};

const ownFacts = ({ model }: SideDiagrams): readonly string[] =>
  model.rules.flatMap(({ rule }) => leavesOf(rule.conditions).map(({ fact }) => fact));
