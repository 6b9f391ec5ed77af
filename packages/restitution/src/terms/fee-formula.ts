import { z } from "zod";
import { ChoiceId } from "../allocation/distribution.ts";

/** What becomes of a fraction of a cent: dropped, rounded with half a cent going up, or raised to the next cent. */
export const Rounding = z.enum(["down", "half-up", "up"]);
export type Rounding = z.infer<typeof Rounding>;

/** How a fraction of a cent is rounded where the law says, or the choice that asks where it is silent. */
export const Fraction = z.union([Rounding, z.strictObject({ choice: ChoiceId })]);
export type Fraction = z.infer<typeof Fraction>;

/** A share of the restitution ordered, from 1 to 10,000 basis points, within bounds in whole cents. */
export type PercentFee = {
  readonly kind: "percent";
  readonly basisPoints: number;
  /** 0 for none. */
  readonly minimumCents: number;
  /** `null` for none. */
  readonly maximumCents: number | null;
  readonly fraction: Fraction;
};

/** The same amount, whatever was ordered. */
export type FixedFee = { readonly kind: "fixed"; readonly cents: number };

/**
 * By the size of what was ordered: the first tier whose bound it is below; the last, without a bound, takes the rest.
 */
export type TieredFee = {
  readonly kind: "tiers";
  readonly tiers: readonly { readonly belowCents: number | null; readonly fee: FeeFormula }[];
};

/** How a fee follows from the restitution ordered: a closed language. */
export type FeeFormula = PercentFee | FixedFee | TieredFee;

const Percent = z
  .strictObject({
    kind: z.literal("percent"),
    basisPoints: z.int("write whole basis points, 1 to 10000").min(1).max(10_000),
    minimumCents: z.int().min(0),
    maximumCents: z.int().min(1).nullable(),
    fraction: Fraction,
  })
  .refine(({ minimumCents, maximumCents }) => maximumCents === null || minimumCents <= maximumCents, {
    error: "write a maximum that is not below the minimum",
    path: ["maximumCents"],
  });

const below = z.lazy((): z.ZodType<FeeFormula> => FeeFormula);

const Tiers = z.strictObject({
  kind: z.literal("tiers"),
  tiers: z
    .array(z.strictObject({ belowCents: z.int().min(1).nullable(), fee: below }))
    .min(2, "name at least two")
    .refine((tiers) => isRisingToOpen(tiers.map(({ belowCents }) => belowCents)), {
      error: "write bounds that rise from tier to tier, and `null` for the last",
    }),
});

/** Whether bounds rise, and the last alone is open. */
export const isRisingToOpen = (bounds: readonly (number | null)[]): boolean =>
  bounds.every((bound, place) => {
    if (place === bounds.length - 1) return bound === null;
    return bound !== null && bound > (bounds[place - 1] ?? -1);
  });

/** Reads one formula; every problem of the whole tree is told at once. */
export const FeeFormula: z.ZodType<FeeFormula> = z
  .discriminatedUnion("kind", [Percent, z.strictObject({ kind: z.literal("fixed"), cents: z.int().min(1) }), Tiers])
  .meta({ id: "FeeFormula" });
