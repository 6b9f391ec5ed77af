import * as Result from "effect/Result";
import { itemAt } from "../diagram/item-at.ts";
import { isFull } from "../diagram/manager.ts";
import type { QuestionId } from "../file/rule-file.ts";
import { answerDrafts, answerDraftsByPivot } from "./answer-drafts.ts";
import type { Difference } from "./difference.ts";
import type { Draft } from "./draft.ts";
import { effectDrafts } from "./effect-drafts.ts";
import { isSame } from "./field-changes.ts";
import { type JoinedFacts, joinFacts } from "./join-facts.ts";
import { landmarksOf, type SideNames } from "./landmarks.ts";
import { type OneSidedDiagrams, oneSidedDiagrams } from "./one-sided-diagrams.ts";
import { pivotOf } from "./pivot.ts";
import type { ComparedSide, DiffOptions, NotDecided, QuestionDiff } from "./question-diff.ts";
import { readsInCircle } from "./reads-in-circle.ts";
import { reachOf } from "./reach.ts";
import { ruleDrafts } from "./rule-drafts.ts";
import { sharedDiagrams, type SharedDiagrams, withoutBound } from "./shared-diagrams.ts";
import { type DiffSide, onBoth, openSides, type OpenSide, type Pair, type SideRefused } from "./side.ts";
import { tellDifference } from "./tell-difference.ts";
import { tellOneSided } from "./tell-one-sided.ts";
import { textChanges } from "./text-changes.ts";

/**
 * Compares two questions for every person at once: nothing is sampled. Regions are exact over the values that both sides
 * know, and each comes with a person for whom `decide` confirms the difference; of people with values that one side alone
 * knows, it is told what that side says. Which denials set a grant aside is not compared.
 * @errors `SideRefused` when a side has no such question, no such rule to turn on, or questions that read each other in a circle.
 */
export const diffQuestions = (
  sides: Pair<DiffSide>,
  options: DiffOptions = {},
): Result.Result<QuestionDiff, SideRefused> => Result.map(openSides(sides), (opened) => compare(opened, options));

const DEFAULT_LIMITS = { rule: 20, effect: 2 } as const;
const DEFAULT_MAX_NODES = 500_000;
const DEFAULT_NAMES: SideNames = { left: "left", right: "right" };

const compare = (opened: Pair<OpenSide>, options: DiffOptions): QuestionDiff => {
  const facts = joinFacts(opened);
  const refused = whyNotComparable(opened, facts);
  const by = options.by ?? usualWay(opened);
  const undecided = {
    sides: onBoth(opened, comparedSide),
    by,
    because: [],
    differences: [],
    domains: facts.domains,
    oneSided: [],
    texts: [],
    notCompared: [],
  };
  if (refused !== null) return { ...undecided, notDecided: refused };
  const maxNodes = options.maxNodes ?? DEFAULT_MAX_NODES;
  const shared = sharedDiagrams(opened, { vocabulary: facts.vocabulary, maxNodes });
  const drafts = draftsOf(shared, by);
  const alone = onBoth(opened, (open, side) => oneSidedDiagrams({ open, side }, facts, maxNodes));
  const full = [shared, alone.left?.shared, alone.right?.shared].find(
    (each) => each !== undefined && isFull(each.manager),
  );
  if (full !== undefined) return { ...undecided, notDecided: tooLarge(full, maxNodes) };
  const comparing = { shared: withoutBound(shared), opened, alone, facts, by, options };
  return { ...undecided, notDecided: null, ...compared(drafts, comparing) };
};

const usualWay = ({ left, right }: Pair<OpenSide>): QuestionDiff["by"] =>
  left.side.law.id === right.side.law.id ? "rule" : "effect";

const whyNotComparable = (opened: Pair<OpenSide>, { incomparable }: JoinedFacts): NotDecided | null => {
  if (incomparable.length > 0) return { because: "facts-differ", facts: incomparable };
  const circle = readsInCircle(opened);
  return circle.length > 0 ? { because: "questions-in-circle", questions: circle } : null;
};

const tooLarge = ({ space }: SharedDiagrams, maxNodes: number): NotDecided => ({
  because: "too-large",
  factOrder: space.axes.map(({ definition }) => definition.name),
  maxNodes,
});

/** Those that hold for nobody are left out. */
const draftsOf = (shared: SharedDiagrams, by: QuestionDiff["by"]): readonly Draft[] => {
  if (isFull(shared.manager)) return [];
  const pivot = pivotOf(shared.manager, shared.space);
  const drafts =
    by === "rule"
      ? [...answerDrafts(shared), ...ruleDrafts(shared)]
      : [...answerDraftsByPivot(shared, pivot), ...effectDrafts(shared, pivot)];
  return drafts.filter(({ where }) => where !== shared.algebra.never);
};

type Comparing = {
  readonly shared: SharedDiagrams;
  readonly opened: Pair<OpenSide>;
  readonly alone: Pair<OneSidedDiagrams | null>;
  readonly facts: JoinedFacts;
  readonly by: QuestionDiff["by"];
  readonly options: DiffOptions;
};

type Compared = Pick<QuestionDiff, "because" | "differences" | "oneSided" | "texts" | "notCompared">;

const compared = (drafts: readonly Draft[], comparing: Comparing): Compared => {
  const { shared, opened, alone, facts, by, options } = comparing;
  const { names = DEFAULT_NAMES, limit = DEFAULT_LIMITS[by] } = options;
  return {
    because: drafts.length === 0 ? [] : questionsBehind(shared),
    differences: drafts.length === 0 ? [] : told(drafts, comparing),
    oneSided: [alone.left, alone.right].flatMap((side) => (side === null ? [] : tellOneSided(side, { names, limit }))),
    ...(by === "rule" ? textChanges(opened, drafts, { shared, reach: reachOf(opened, alone, facts) }) : NO_TEXTS),
  };
};

const NO_TEXTS = { texts: [], notCompared: [] };

const told = (drafts: readonly Draft[], { shared, opened, by, options }: Comparing): readonly Difference[] => {
  const { names = DEFAULT_NAMES, limit = DEFAULT_LIMITS[by] } = options;
  const { space, manager } = shared;
  const marks = landmarksOf(shared, opened, names);
  const pivot = pivotOf(manager, space);
  return drafts.map((draft) => tellDifference(draft, { space, manager, marks, pivot, opened, limit }));
};

/** The questions read that the sides answer differently, when the question's own rules are word for word the same. */
const questionsBehind = ({ sides: { left, right } }: SharedDiagrams): readonly QuestionId[] => {
  const [own, others] = [left, right].map(({ model }) => model.rules.map(({ rule }) => rule));
  if (!isSame(own, others)) return [];
  return left.model.reads.flatMap(({ question }, place) => {
    const [mine, theirs] = [itemAt(left.reads, place), itemAt(right.reads, place)];
    return mine.yes === theirs.yes && mine.conflict === theirs.conflict ? [] : [question];
  });
};

const comparedSide = ({ compiled }: OpenSide): ComparedSide => ({
  jurisdiction: compiled.law.id,
  question: compiled.question,
  title: compiled.law.questions.get(compiled.question)?.file.title ?? compiled.question,
  asOf: compiled.asOf,
  edition: compiled.edition,
  ruleHash: compiled.ruleHash,
  enabled: compiled.enabled,
  leftOut: compiled.leftOut.map(({ rule, because }) => ({ rule: rule.id, because })),
});
