import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { ClaimClass } from "./claim.ts";

/** The name of a choice that the law leaves open, in kebab case. */
export const ChoiceId = z.string().regex(/^[a-z][a-z0-9-]*$/u, "write a choice in kebab case, such as `exactly-500`");
export type ChoiceId = z.infer<typeof ChoiceId>;

/** Who gets the cents that do not divide: those whose fraction of a cent was largest, and among equals in this order. */
export const OddCents = z.enum(["listed-order", "largest-claim"]);
export type OddCents = z.infer<typeof OddCents>;

/** Something that the law leaves open: what it does not say, and the ways to go on. */
export const OpenChoice = z
  .strictObject({
    id: ChoiceId,
    why: z.string().min(1).meta({ description: "What the law does not say." }),
    options: z.array(z.strictObject({ id: ChoiceId, title: z.string().min(1) })).min(2, "name at least two"),
  })
  .meta({ id: "OpenChoice" });
export type OpenChoice = z.infer<typeof OpenChoice>;

/** How a claim stands to a bound. */
export const Size = z.enum(["below", "exactly", "above"]);
export type Size = z.infer<typeof Size>;

/** A bound on the size of a claim: of what was ordered, or of what is still owed. */
type Bound = { readonly of: "ordered" | "owed"; readonly boundCents: number };

/** How an amount is divided among claims: a closed language, in which what one step leaves goes on to the next. */
export type Distribution =
  /** Each step takes what its claims are owed; what it leaves goes to the next. */
  | { readonly kind: "in-order"; readonly steps: readonly Distribution[] }
  /** Fixed shares of the amount, together 10,000 basis points. What one part cannot use goes to the others, in their shares. */
  | {
      readonly kind: "shares";
      readonly parts: readonly { readonly basisPoints: number; readonly to: Distribution }[];
      readonly unused: "to-the-others" | "left-over";
    }
  /** Only claims of these classes. */
  | { readonly kind: "classes"; readonly classes: readonly ClaimClass[]; readonly to: Distribution }
  /** Earlier judgments first, each in full before the next; `sameDate` divides among several judgments of one date. */
  | { readonly kind: "by-judgment-date"; readonly each: Distribution; readonly sameDate: Distribution }
  /** Only claims of these sizes against a bound. */
  | ({ readonly kind: "of-size"; readonly sizes: readonly Size[]; readonly to: Distribution } & Bound)
  /** By the size of the claims: all below the bound, all above, all exactly at it, or some of each. */
  | ({
      readonly kind: "by-size";
      readonly below: Distribution;
      readonly exactly: Distribution;
      readonly above: Distribution;
      readonly mixed: Distribution;
    } & Bound)
  /** Each claim in full, in the order in which the judgment lists them. */
  | { readonly kind: "listed-order" }
  /** In proportion to what is owed or was ordered, never beyond what is owed. */
  | { readonly kind: "pro-rata"; readonly by: "owed" | "ordered"; readonly oddCents: OddCents }
  /** The same to each, never beyond what is owed. */
  | { readonly kind: "equally"; readonly oddCents: OddCents }
  /** As another policy of the file divides. */
  | { readonly kind: "policy"; readonly policy: RuleId }
  /** The law leaves it open: a recorded choice settles it, and without one a person must. Every option has its own way. */
  | {
      readonly kind: "discretion";
      readonly choice: ChoiceId;
      readonly options: Readonly<Record<ChoiceId, Distribution>>;
    };

const below = z.lazy((): z.ZodType<Distribution> => Distribution);
const bound = { of: z.enum(["ordered", "owed"]), boundCents: z.int().min(1) };
const atLeastTwo = "name at least two";

const Shares = z.strictObject({
  kind: z.literal("shares"),
  parts: z
    .array(z.strictObject({ basisPoints: z.int().min(1).max(10_000), to: below }))
    .min(2, atLeastTwo)
    .refine((parts) => parts.reduce((sum, { basisPoints }) => sum + basisPoints, 0) === 10_000, {
      error: "write basis points that add up to 10000",
    }),
  unused: z.enum(["to-the-others", "left-over"]),
});

const Discretion = z.strictObject({
  kind: z.literal("discretion"),
  choice: ChoiceId,
  options: z.record(ChoiceId, below),
});

/** Reads one division; every problem of the whole tree is told at once. */
export const Distribution: z.ZodType<Distribution> = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("in-order"), steps: z.array(below).min(1) }),
    Shares,
    z.strictObject({ kind: z.literal("classes"), classes: z.array(ClaimClass).min(1), to: below }),
    z.strictObject({ kind: z.literal("by-judgment-date"), each: below, sameDate: below }),
    z.strictObject({ kind: z.literal("of-size"), ...bound, sizes: z.array(Size).min(1), to: below }),
    z.strictObject({
      kind: z.literal("by-size"),
      ...bound,
      below,
      above: below,
      exactly: below,
      mixed: below,
    }),
    z.strictObject({ kind: z.literal("listed-order") }),
    z.strictObject({ kind: z.literal("pro-rata"), by: z.enum(["owed", "ordered"]), oddCents: OddCents }),
    z.strictObject({ kind: z.literal("equally"), oddCents: OddCents }),
    z.strictObject({ kind: z.literal("policy"), policy: RuleId }),
    Discretion,
  ])
  .meta({ id: "Distribution" });
