import type { VerificationStatus } from "@victim-rights/core";
import { itemAt } from "../diagram/item-at.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Answer } from "./answer.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import type { Determination, Ground, MissingFact, OverriddenGround } from "./determination.ts";
import { weakestOf } from "./ground.ts";
import type { Outcome } from "./outcome.ts";

/** What a determination says of its own rules, apart from the questions within and the receipt. Frozen, so that it can be shared. */
export type Finding = Pick<
  Determination,
  "answer" | "grounds" | "possibleGrounds" | "overridden" | "missing" | "missingForGrounds"
> & {
  /** The ids of the grounds, in order. */
  readonly ids: readonly RuleId[];
  /** The weakest check among the grounds. */
  readonly weakest: VerificationStatus | null;
};

/** What was found, with rules as places in the question's model. */
export type Found = {
  readonly answer: Answer;
  readonly certain: readonly number[];
  readonly possible: readonly number[];
  readonly overridden: Outcome["overridden"];
  readonly missing: readonly MissingFact[];
  readonly missingForGrounds: readonly MissingFact[];
};

export const findingOf = (compiled: Pick<CompiledQuestion, "grounds">, found: Found): Finding => {
  const ground = (place: number): Ground => itemAt(compiled.grounds, place);
  const grounds = Object.freeze(found.certain.map(ground));
  const overridden = found.overridden.map(({ grant, by }): OverriddenGround =>
    Object.freeze({ ground: ground(grant), by: Object.freeze(by.map(ground)) }),
  );
  return Object.freeze({
    answer: found.answer,
    grounds,
    possibleGrounds: Object.freeze(found.possible.map(ground)),
    overridden: Object.freeze(overridden),
    missing: Object.freeze(found.missing),
    missingForGrounds: Object.freeze(found.missingForGrounds),
    ids: Object.freeze(grounds.map(({ rule }) => rule)),
    weakest: weakestOf(grounds.map(({ verified }) => verified.status)),
  });
};

const NOTHING: readonly never[] = Object.freeze([]);

/** The finding where every fact that matters is known; `null` where rules conflict. */
export const settledFinding = (compiled: Pick<CompiledQuestion, "grounds">, outcome: Outcome): Finding | null => {
  const { answer, standing, overridden } = outcome;
  if (answer === "conflict") return null;
  return findingOf(compiled, {
    answer,
    certain: standing,
    possible: NOTHING,
    overridden,
    missing: NOTHING,
    missingForGrounds: NOTHING,
  });
};
