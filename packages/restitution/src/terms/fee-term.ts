import { z } from "zod";
import { ClaimClass } from "../allocation/claim.ts";
import { FeeFormula } from "./fee-formula.ts";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** What a fee waits for: the order itself, days without full payment, or an instalment. */
export const FeeTiming = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("order-entered") }),
  z.strictObject({ kind: z.literal("unpaid-after-days"), days: z.int().min(1) }),
  z.strictObject({
    kind: z.literal("instalment-paid"),
    from: z.int().min(1).meta({ description: "The first instalment that brings the fee, counted from 1." }),
  }),
]);
export type FeeTiming = z.infer<typeof FeeTiming>;

const FeePart = z.strictObject({
  cents: z.int().min(1),
  to: Words.nullable().meta({ description: "`null` where the text read does not say." }),
});

/** One provision on a fee that whoever owes restitution pays on top of it. */
export const FeeTerm = z
  .strictObject({
    ...TERM_FIELDS,
    when: FeeTiming,
    mandatory: z
      .boolean()
      .meta({ description: "`true` where the law says shall; a fee that it allows needs the court's document." }),
    class: ClaimClass,
    payee: Words,
    fee: FeeFormula,
    perCharge: z.literal(true).optional().meta({ description: "Owed once for each charge." }),
    split: z.array(FeePart).min(2).optional().meta({ description: "Who gets what of a fixed fee." }),
    ...PROVISION_NOTES,
  })
  .refine(({ fee, split }) => split === undefined || (fee.kind === "fixed" && fee.cents === totalOf(split)), {
    error: "write parts that add up to the fee, and split only a fixed one",
    path: ["split"],
  })
  .meta({ id: "FeeTerm" });
export type FeeTerm = z.infer<typeof FeeTerm>;

const totalOf = (parts: readonly { readonly cents: number }[]): number =>
  parts.reduce((sum, { cents }) => sum + cents, 0);
