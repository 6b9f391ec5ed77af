import type { BooleanAlgebra } from "../diagram/boolean-algebra.ts";
import type { NodeId } from "../diagram/node-table.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { Draft } from "./draft.ts";
import { fieldChanges, isSame } from "./field-changes.ts";
import type { SharedDiagrams, SideDiagrams } from "./shared-diagrams.ts";
import { otherVersions } from "./other-versions.ts";
import type { Reach } from "./reach.ts";
import { ruleVersions } from "./rule-versions.ts";
import type { TextChange } from "./text-change.ts";
import { conditionFields, textFields } from "./text-fields.ts";
import { onBoth, type OpenSide, type Pair } from "./side.ts";

/** Rules that read differently: of those that change nothing decided that is so for everyone; of the others it was not compared. */
export type TextChanges = { readonly texts: readonly TextChange[]; readonly notCompared: readonly TextChange[] };

/** Every rule of which something is different that no difference told comes from, in the order of ids. */
export const textChanges = (
  opened: Pair<OpenSide>,
  drafts: readonly Draft[],
  { shared, reach }: { readonly shared: SharedDiagrams; readonly reach: Reach },
): TextChanges => {
  const versions = onBoth(opened, ruleVersions);
  const rules = onBoth(versions, ({ current }) => current);
  const places = onBoth(shared.sides, holdingById);
  const follows = new Set(drafts.flatMap(({ head }) => (head.kind === "follows" ? [head.rule] : [])));
  const touched = touchedBy(shared, drafts);
  const isIdle = (where: NodeId): boolean => shared.algebra.and(where, touched) === shared.algebra.never;
  const current = [...new Set([...rules.left.keys(), ...rules.right.keys()])].map((id) => {
    const [left, right] = [rules.left.get(id), rules.right.get(id)];
    const holds = onBoth(places, (place) => place.get(id) ?? shared.algebra.never);
    const off = !places.left.has(id) && !places.right.has(id);
    const fields =
      left === undefined || right === undefined
        ? onOneSide(id, holds, { shared, reach, isIdle })
        : onBothSides({ left, right }, holds, { shared, reach, isIdle, off, followsChanged: follows.has(id) });
    const change = { rule: id, on: whose(left, right), off, period: null };
    const told = (changed: readonly string[] | null): readonly TextChange[] =>
      changed === null ? [] : [{ ...change, changed }];
    return { texts: told(fields.idle), notCompared: told(fields.notCompared) };
  });
  return {
    texts: [...current.flatMap(({ texts }) => texts), ...otherVersions(versions)].toSorted(byRule),
    notCompared: current.flatMap(({ notCompared }) => notCompared).toSorted(byRule),
  };
};

const byRule = (one: TextChange, other: TextChange): number => (one.rule < other.rule ? -1 : 1);

const whose = (left: Rule | undefined, right: Rule | undefined): TextChange["on"] => {
  if (left === undefined) return "right";
  return right === undefined ? "left" : "both";
};

type Idleness = {
  readonly shared: SharedDiagrams;
  readonly reach: Reach;
  readonly isIdle: (where: NodeId) => boolean;
};

/** What is different, by whether nothing decided turns on it; `null` for nothing, and empty for a rule that one side lacks. */
type Fields = { readonly idle: readonly string[] | null; readonly notCompared: readonly string[] | null };

const onOneSide = (id: RuleId, { left, right }: Pair<NodeId>, { shared, reach, isIdle }: Idleness): Fields => {
  if (!isIdle(shared.algebra.or(left, right))) return { idle: null, notCompared: null };
  return reach.holding.has(id) ? { idle: null, notCompared: [] } : { idle: [], notCompared: null };
};

const onBothSides = (
  rules: Pair<Rule>,
  holds: Pair<NodeId>,
  {
    shared,
    reach,
    isIdle,
    off,
    followsChanged,
  }: Idleness & { readonly off: boolean; readonly followsChanged: boolean },
): Fields => {
  const moved = movedBetween(rules, holds, shared.algebra);
  const conditions = isIdle(moved) ? conditionFields(rules) : [];
  const follows = followsChanged ? [] : fieldChanges(rules).map(({ field }) => field);
  const isSameBeyond = off || isSameForAll(rules, moved, { shared, reach });
  const isGroundBeyond = reach.standing.has(rules.left.id);
  return {
    idle: orNull([...textFields(rules), ...(isSameBeyond ? conditions : []), ...(isGroundBeyond ? [] : follows)]),
    notCompared: orNull([...(isSameBeyond ? [] : conditions), ...(isGroundBeyond ? follows : [])]),
  };
};

const orNull = (changed: readonly string[]): readonly string[] | null => (changed.length === 0 ? null : changed);

/** Whether what holds for those of whom both sides can be asked holds for everyone. */
const isSameForAll = (
  { left, right }: Pair<Rule>,
  moved: NodeId,
  { shared, reach }: Pick<Idleness, "shared" | "reach">,
): boolean => !reach.isPartial || (moved === shared.algebra.never && !reach.isAsked(left) && !reach.isAsked(right));

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
