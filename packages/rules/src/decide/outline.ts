import type { RuleId } from "../file/rule-file.ts";
import type { Determination, MissingFact, OverriddenGround } from "./determination.ts";

/** A fact that is missing, by name: its question and who knows it are in the vocabulary. */
export type MissingFactOutline = Pick<MissingFact, "fact" | "state">;

/**
 * A determination in outline: the same answer, the same that is missing, the same receipt; rules by their ids alone, without
 * title, citations and conclusion, and missing facts by name. Nothing that is unknown is left out of it.
 */
export type DeterminationOutline = Omit<
  Determination,
  "grounds" | "possibleGrounds" | "overridden" | "missing" | "missingForGrounds" | "within"
> & {
  readonly grounds: readonly RuleId[];
  readonly possibleGrounds: readonly RuleId[];
  readonly overridden: readonly { readonly ground: RuleId; readonly by: readonly RuleId[] }[];
  readonly missing: readonly MissingFactOutline[];
  readonly missingForGrounds: readonly MissingFactOutline[];
  readonly within: readonly DeterminationOutline[];
};

/** What a determination and its outline say in different words. */
type Told = Pick<Determination, "grounds" | "possibleGrounds" | "overridden" | "missing" | "missingForGrounds">;

/** What was found, in outline. */
export const toldInOutline = (told: Told): Pick<DeterminationOutline, keyof Told> => ({
  grounds: told.grounds.map(idOf),
  possibleGrounds: told.possibleGrounds.map(idOf),
  overridden: told.overridden.map(({ ground, by }: OverriddenGround) => ({ ground: ground.rule, by: by.map(idOf) })),
  missing: told.missing.map(named),
  missingForGrounds: told.missingForGrounds.map(named),
});

const idOf = ({ rule }: { readonly rule: RuleId }): RuleId => rule;

const named = ({ fact, state }: MissingFact): MissingFactOutline => ({ fact, state });

/** A determination in outline. */
export const outlineOf = (determination: Determination): DeterminationOutline => ({
  ...determination,
  ...toldInOutline(determination),
  within: determination.within.map(outlineOf),
});
