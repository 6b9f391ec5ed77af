import { itemAt } from "../diagram/item-at.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { EffectField } from "./difference.ts";
import { bothYes, type Draft } from "./draft.ts";
import { canonical } from "./field-changes.ts";
import type { Pivot } from "./pivot.ts";
import type { SharedDiagrams, SideDiagrams } from "./shared-diagrams.ts";
import { onBoth, type Pair } from "./side.ts";

/**
 * Where both sides answer yes and their grounds together say other things of some parameter: for laws whose rules have no
 * ids in common. The kinds of event for which the same is said are one draft.
 */
export const effectDrafts = (shared: SharedDiagrams, pivot: Pivot | null): readonly Draft[] => {
  const { and, or, always, never } = shared.algebra;
  const spoken = spokenFields(shared);
  const parts = (pivot?.cells ?? [always]).map((cell) => {
    const here = spoken.map((field) => ({ ...field, differs: and(field.differs, cell) }));
    const differing = here.filter(({ differs }) => differs !== never);
    return {
      fields: differing.map((field) => saidThere(shared, field)),
      where: differing.map(({ differs }) => differs).reduce(or, never),
    };
  });
  const groups = Map.groupBy(
    parts.filter(({ fields }) => fields.length > 0),
    ({ fields }) => canonical(fields),
  );
  return [...groups.values()].map((group) => ({
    head: { kind: "effect", fields: itemAt(group, 0).fields },
    where: group.map(({ where }) => where).reduce(or, never),
  }));
};

/** A value of one parameter and where some standing grant of a side says it; a grant that is silent says `null`. */
type Saying = { readonly value: unknown; readonly where: NodeId };

/** What each side says of one parameter, and where that is not the same. */
type SpokenField = { readonly field: string; readonly sayings: Pair<readonly Saying[]>; readonly differs: NodeId };

const spokenFields = (shared: SharedDiagrams): readonly SpokenField[] => {
  const { or, never } = shared.algebra;
  const grants = onBoth(shared.sides, grantsOf);
  const names = new Set([...grants.left, ...grants.right].flatMap(({ params }) => Object.keys(params)));
  return [...names].map((field) => {
    const sayings = onBoth(grants, (list) => sayingsOf(shared, list, field));
    const values = [...new Set([...sayings.left, ...sayings.right].map(({ value }) => canonical(value)))];
    const differs = values.map((value) => saidByOne(shared, sayings, value)).reduce(or, never);
    return { field, sayings, differs };
  });
};

type Grant = { readonly params: Readonly<Record<string, unknown>>; readonly stands: NodeId };

const grantsOf = ({ model, stands }: SideDiagrams): readonly Grant[] =>
  model.rules.flatMap(({ rule }, place) =>
    rule.effect === "grant" ? [{ params: rule.event.params, stands: itemAt(stands, place) }] : [],
  );

const sayingsOf = (shared: SharedDiagrams, grants: readonly Grant[], field: string): readonly Saying[] => {
  const { and, or, never } = shared.algebra;
  const byValue = Map.groupBy(grants, ({ params }) => canonical(params[field] ?? null));
  return [...byValue.values()].map((group) => ({
    value: itemAt(group, 0).params[field] ?? null,
    where: and(bothYes(shared), group.map(({ stands }) => stands).reduce(or, never)),
  }));
};

const saidByOne = ({ algebra }: SharedDiagrams, sayings: Pair<readonly Saying[]>, value: string): NodeId => {
  const { and, or, not, never } = algebra;
  const { left, right } = onBoth(
    sayings,
    (list) => list.find((saying) => canonical(saying.value) === value)?.where ?? never,
  );
  return or(and(left, not(right)), and(right, not(left)));
};

/** The values that each side says somewhere in the difference. */
const saidThere = (
  { algebra: { and, never } }: SharedDiagrams,
  { field, sayings, differs }: SpokenField,
): EffectField => ({
  field,
  ...onBoth(sayings, (list) => list.filter(({ where }) => and(where, differs) !== never).map(({ value }) => value)),
});
