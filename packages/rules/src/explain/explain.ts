import * as Result from "effect/Result";
import { assignmentOf } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { CompiledQuestion } from "../decide/compiled-question.ts";
import { decide } from "../decide/decide.ts";
import type { Answer } from "../decide/answer.ts";
import type { Determination, Ground } from "../decide/determination.ts";
import type { DecideError } from "../decide/errors.ts";
import { readCondition } from "../decide/plain/kleene.ts";
import type { Facts } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { Explanation, WhyGround, WhyNotGround } from "./explanation.ts";
import { leftOutGrounds } from "./left-out.ts";
import { nearestChange } from "./nearest-change.ts";
import { lacking, type ReasonSource, supporting } from "./reasons.ts";

/**
 * Why a question is answered as it is for these facts: what made each ground hold, what each other grant lacks, and the
 * smallest change of known facts that would turn the answer.
 * @errors as `decide`.
 */
export const explain = (compiled: CompiledQuestion, facts: Facts): Result.Result<Explanation, DecideError> =>
  Result.map(decide(compiled, facts), (determination) => explainDetermination(compiled, facts, determination));

const explainDetermination = (compiled: CompiledQuestion, facts: Facts, determination: Determination): Explanation => {
  const source = sourceOf(compiled, facts, determination);
  const grants = compiled.model.rules
    .map((_, place) => place)
    .filter((place) => itemAt(compiled.model.rules, place).rule.effect === "grant");
  const standing = new Set(determination.grounds.map(({ rule }) => rule));
  const isStanding = (place: number): boolean => standing.has(itemAt(compiled.grounds, place).rule);
  return {
    determination,
    why: grants.filter(isStanding).map((place) => whyGround(source, place)),
    whyNot: grants.filter((place) => !isStanding(place)).map((place) => whyNotGround(source, place, determination)),
    nearest: nearestTo(determination.answer, (target) => nearestChange(compiled, facts, target)),
    leftOut: leftOutGrounds(compiled, facts, determination),
    within: compiled.within.map((inner, place) =>
      explainDetermination(inner, facts, itemAt(determination.within, place)),
    ),
  };
};

const nearestTo = (answer: Answer, find: (target: "yes" | "no") => Explanation["nearest"]): Explanation["nearest"] =>
  answer === "undetermined" ? null : find(answer === "yes" ? "no" : "yes");

/** Questions read are taken as answered by their own determinations, which know more than three-valued reading does. */
const sourceOf = (compiled: CompiledQuestion, facts: Facts, { within }: Determination): ReasonSource => {
  const answers = within.map(({ answer }) => (answer === "undetermined" ? null : answer));
  const inner = new Map(compiled.model.reads.map((question, place) => [question, { answer: itemAt(answers, place) }]));
  return { compiled, facts, given: { assignment: assignmentOf(compiled.space, facts), inner } };
};

const whyGround = (source: ReasonSource, place: number): WhyGround => ({
  ground: itemAt(source.compiled.grounds, place),
  because: supporting(source, itemAt(source.compiled.model.rules, place).condition),
});

const whyNotGround = (source: ReasonSource, place: number, determination: Determination): WhyNotGround => {
  const ground = itemAt(source.compiled.grounds, place);
  const { condition } = itemAt(source.compiled.model.rules, place);
  const overridden = determination.overridden.find((each) => each.ground.rule === ground.rule);
  const outcome = overridden === undefined ? outcomeOf(ground.rule, determination) : "overridden";
  const holds = outcome === "overridden" || readCondition(condition, source.given) === true;
  return {
    ground,
    outcome,
    lacking: holds ? null : lacking(source, condition),
    overriddenBy: overridden?.by ?? possibleOverriders(source, place),
  };
};

const outcomeOf = (rule: RuleId, { possibleGrounds }: Determination): "depends" | "does-not-hold" =>
  possibleGrounds.some((ground) => ground.rule === rule) ? "depends" : "does-not-hold";

/** The denials that name a grant and that the facts given do not rule out. */
const possibleOverriders = ({ compiled, given }: ReasonSource, place: number): readonly Ground[] =>
  itemAt(compiled.model.rules, place)
    .overriddenBy.filter((denial) => readCondition(itemAt(compiled.model.rules, denial).condition, given) !== false)
    .map((denial) => itemAt(compiled.grounds, denial));
