import type { Build } from "../diagram/compile-condition.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { RuleFinding } from "./analysis-report.ts";

/** Where each rule of a question holds and where it stands, by its place. */
export type RuleDiagrams = {
  readonly model: QuestionModel;
  readonly holds: readonly NodeId[];
  readonly stands: readonly NodeId[];
};

/** What is odd about each rule, one finding at most, in the order of the rules. */
export const ruleFindings = (build: Build, rules: RuleDiagrams): readonly RuleFinding[] =>
  [...rules.model.rules.keys()].flatMap((place) => findingOf(build, rules, place) ?? []);

const findingOf = ({ algebra }: Build, { model, holds, stands }: RuleDiagrams, place: number): RuleFinding | null => {
  const { rule, overriddenBy } = itemAt(model.rules, place);
  const idsOf = (places: readonly number[]): readonly RuleId[] => places.map((at) => itemAt(model.rules, at).rule.id);
  const found = (kind: RuleFinding["kind"], places: readonly number[] = []): RuleFinding => ({
    rule: rule.id,
    kind,
    by: idsOf(places),
  });
  const own = itemAt(holds, place);
  if (own === algebra.never) return found("never-fires");
  if (rule.effect === "deny") {
    const grants = placesOf(model, "grant").map((grant) => itemAt(holds, grant));
    return algebra.and(own, grants.reduce(algebra.or, algebra.never)) === algebra.never
      ? found("denies-nothing")
      : null;
  }
  const standing = itemAt(stands, place);
  if (standing === algebra.never)
    return found(
      "always-overridden",
      fewest(
        { algebra },
        own,
        overriddenBy.map((at) => [at, itemAt(holds, at)]),
      ),
    );
  const others = placesOf(model, "grant").filter((other) => other !== place);
  const hidden = fewest(
    { algebra },
    standing,
    others.map((at) => [at, itemAt(stands, at)]),
  );
  return hidden.length === 0 ? null : found("never-alone", hidden);
};

const placesOf = (model: QuestionModel, effect: "grant" | "deny"): readonly number[] =>
  model.rules.flatMap(({ rule }, place) => (rule.effect === effect ? [place] : []));

/**
 * Places whose diagrams together cover another, none of them needless; empty when all together do not. One that covers it
 * alone is taken before several.
 */
const fewest = (
  { algebra }: Pick<Build, "algebra">,
  covered: NodeId,
  by: readonly (readonly [place: number, diagram: NodeId])[],
): readonly number[] => {
  const covers = (diagrams: readonly NodeId[]): boolean =>
    algebra.and(covered, algebra.not(diagrams.reduce(algebra.or, algebra.never))) === algebra.never;
  const alone = by.find(([, diagram]) => covers([diagram]));
  if (alone !== undefined) return [alone[0]];
  if (!covers(by.map(([, diagram]) => diagram))) return [];
  const kept = by.reduce<typeof by>((left, each) => {
    const others = left.filter((other) => other !== each);
    return covers(others.map(([, diagram]) => diagram)) ? others : left;
  }, by);
  return kept.map(([place]) => place);
};
