import type { SettledAnswer } from "../decide/outcome.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Draft } from "./draft.ts";
import type { Pivot } from "./pivot.ts";
import type { SharedDiagrams } from "./shared-diagrams.ts";
import { otherSide, type SideName } from "./side.ts";

/** Where the answers differ, one draft for each way they can: what is lost comes first. */
export const answerDrafts = ({ sides, algebra }: SharedDiagrams): readonly Draft[] =>
  CHANGES.map(([left, right]) => ({
    head: { kind: "answer", left, right, neverYes: null },
    where: algebra.and(sides.left.answers[left], sides.right.answers[right]),
  }));

/** The same, with the kinds of event apart for which one side answers yes to nobody at all. */
export const answerDraftsByPivot = (shared: SharedDiagrams, pivot: Pivot | null): readonly Draft[] =>
  answerDrafts(shared).flatMap((draft) => {
    const { head, where } = draft;
    if (head.kind !== "answer" || pivot === null || (head.left !== "yes" && head.right !== "yes")) return [draft];
    const side = otherSide(head.left === "yes" ? "left" : "right");
    const never = whereNeverYes(shared, pivot, side);
    return [
      { head: { ...head, neverYes: side }, where: shared.algebra.and(where, never) },
      { head, where: shared.algebra.and(where, shared.algebra.not(never)) },
    ];
  });

const whereNeverYes = (
  { sides, algebra: { and, or, never } }: SharedDiagrams,
  { cells }: Pivot,
  side: SideName,
): NodeId => cells.filter((cell) => and(cell, sides[side].answers.yes) === never).reduce(or, never);

/** The order in which a reader needs them: a right that is lost, a contradiction that is made, then what is gained. */
const CHANGES: readonly (readonly [SettledAnswer, SettledAnswer])[] = [
  ["yes", "no"],
  ["yes", "conflict"],
  ["no", "conflict"],
  ["conflict", "no"],
  ["conflict", "yes"],
  ["no", "yes"],
];
