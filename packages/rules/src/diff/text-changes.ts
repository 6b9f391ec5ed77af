import type { BooleanAlgebra } from "../diagram/boolean-algebra.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { Draft } from "./draft.ts";
import { fieldChanges, isSame } from "./field-changes.ts";
import type { SharedDiagrams, SideDiagrams } from "./shared-diagrams.ts";
import { otherVersions } from "./other-versions.ts";
import { ruleVersions } from "./rule-versions.ts";
import type { TextChange } from "./text-change.ts";
import { conditionFields, textFields } from "./text-fields.ts";
import { onBoth, type OpenSide, type Pair } from "./side.ts";

/** Every rule of which something is different that changes no answer, no ground and nothing that follows, in the order of ids. */
export const textChanges = (
  opened: Pair<OpenSide>,
  shared: SharedDiagrams,
  drafts: readonly Draft[],
): readonly TextChange[] => {
  const versions = onBoth(opened, ruleVersions);
  const rules = onBoth(versions, ({ current }) => current);
  const places = onBoth(shared.sides, holdingById);
  const follows = new Set(drafts.flatMap(({ head }) => (head.kind === "follows" ? [head.rule] : [])));
  const touched = touchedBy(shared, drafts);
  const isIdle = (where: NodeId): boolean => shared.algebra.and(where, touched) === shared.algebra.never;
  const current = [...new Set([...rules.left.keys(), ...rules.right.keys()])].flatMap((id) => {
    const [left, right] = [rules.left.get(id), rules.right.get(id)];
    const holds = onBoth(places, (place) => place.get(id) ?? shared.algebra.never);
    const off = !places.left.has(id) && !places.right.has(id);
    const changed =
      left === undefined || right === undefined
        ? onOneSide(holds, { shared, isIdle })
        : onBothSides({ left, right }, holds, { shared, isIdle, followsChanged: follows.has(id) });
    return changed === null ? [] : [{ rule: id, on: whose(left, right), changed, off, period: null }];
  });
  return [...current, ...otherVersions(versions)].toSorted((one, other) => (one.rule < other.rule ? -1 : 1));
};

const whose = (left: Rule | undefined, right: Rule | undefined): TextChange["on"] => {
  if (left === undefined) return "right";
  return right === undefined ? "left" : "both";
};

type Idleness = { readonly shared: SharedDiagrams; readonly isIdle: (where: NodeId) => boolean };

const onOneSide = ({ left, right }: Pair<NodeId>, { shared, isIdle }: Idleness): TextChange["changed"] | null =>
  isIdle(shared.algebra.or(left, right)) ? [] : null;

const onBothSides = (
  rules: Pair<Rule>,
  holds: Pair<NodeId>,
  { shared, isIdle, followsChanged }: Idleness & { readonly followsChanged: boolean },
): TextChange["changed"] | null => {
  const changed = [
    ...textFields(rules),
    ...(isIdle(movedBetween(rules, holds, shared.algebra)) ? conditionFields(rules) : []),
    ...(followsChanged ? [] : fieldChanges(rules).map(({ field }) => field)),
  ];
  return changed.length === 0 ? null : changed;
};

/** Where the rule has a part in the answer on one side and not on the other, or another part. */
const movedBetween = (rules: Pair<Rule>, { left, right }: Pair<NodeId>, { and, or, not }: BooleanAlgebra): NodeId =>
  isSame(meaningOf(rules.left), meaningOf(rules.right))
    ? or(and(left, not(right)), and(right, not(left)))
    : or(left, right);

/** Where an answer or its grounds differ: a rule that holds only elsewhere has no part in it. */
const touchedBy = ({ algebra }: SharedDiagrams, drafts: readonly Draft[]): NodeId =>
  drafts
    .filter(({ head }) => head.kind === "answer" || head.kind === "ground")
    .map(({ where }) => where)
    .reduce(algebra.or, algebra.never);

const holdingById = ({ model, holds }: SideDiagrams): ReadonlyMap<RuleId, NodeId> =>
  new Map(model.rules.map(({ rule }, place) => [rule.id, itemAt(holds, place)]));

const meaningOf = ({ effect, overrides }: Rule): unknown => [effect, (overrides ?? []).toSorted()];
