import { invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { decide } from "../decide/decide.ts";
import type { Determination, Ground } from "../decide/determination.ts";
import type { FactValue } from "../facts.ts";
import { factsReadBy } from "./facts-read-by.ts";
import type { DifferenceHead, Verdict, Witness } from "./difference.ts";
import { canonical } from "./field-changes.ts";
import { onBoth, type OpenSide, type Pair } from "./side.ts";

/** Decides for one person on both sides. That the sides differ as they are said to is a promise of this code. */
export const confirmedWitness = (
  head: DifferenceHead,
  facts: Readonly<Record<string, FactValue>>,
  opened: Pair<OpenSide>,
): Witness => {
  const decided = onBoth(opened, (side) => decideFor(side, facts));
  invariant(confirms(head, decided), `\`decide\` does not confirm a difference of kind ${head.kind}`);
  return { facts, ...onBoth(decided, verdictOf) };
};

/** What one side decides of a person. */
export const verdictFor = (side: OpenSide, facts: Readonly<Record<string, FactValue>>): Verdict =>
  verdictOf(decideFor(side, facts));

/** `null` where rules contradict each other. */
const decideFor = ({ compiled }: OpenSide, facts: Readonly<Record<string, FactValue>>): Determination | null => {
  const decided = decide(compiled, factsReadBy(compiled, facts));
  if (Result.isSuccess(decided)) return decided.success;
  invariant(decided.failure._tag === "RuleConflict", "a witness has facts that the vocabulary refuses");
  return null;
};

const verdictOf = (decided: Determination | null): Verdict =>
  decided === null || decided.answer === "undetermined"
    ? { answer: "conflict", grounds: [] }
    : { answer: decided.answer, grounds: decided.grounds.map(({ rule }) => rule) };

const confirms = (head: DifferenceHead, { left, right }: Pair<Determination | null>): boolean => {
  if (head.kind === "answer") return settled(left) === head.left && settled(right) === head.right;
  if (left?.answer !== "yes" || right?.answer !== "yes") return false;
  return confirmsGrounds(head, { left: left.grounds, right: right.grounds });
};

const settled = (decided: Determination | null): Determination["answer"] | "conflict" => decided?.answer ?? "conflict";

const confirmsGrounds = (
  head: Exclude<DifferenceHead, { kind: "answer" }>,
  { left, right }: Pair<readonly Ground[]>,
): boolean => {
  switch (head.kind) {
    case "ground":
      return head.change === "lost" ? isOnlyIn(left, right, head.rule) : isOnlyIn(right, left, head.rule);
    case "follows":
      return hasRule(left, head.rule) && hasRule(right, head.rule);
    case "effect":
      return head.fields.some(({ field }) => saying(left, field) !== saying(right, field));
  }
};

const isOnlyIn = (own: readonly Ground[], other: readonly Ground[], rule: string): boolean =>
  hasRule(own, rule) && !hasRule(other, rule);

const hasRule = (grounds: readonly Ground[], rule: string): boolean => grounds.some((ground) => ground.rule === rule);

/** What all grounds together say of one parameter. */
const saying = (grounds: readonly Ground[], field: string): string =>
  [...new Set(grounds.map(({ event }) => canonical(event.params[field] ?? null)))].toSorted().join();
