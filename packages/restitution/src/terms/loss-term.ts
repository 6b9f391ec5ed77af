import { z } from "zod";
import { PROVISION_NOTES, TERM_FIELDS, Words } from "./provision.ts";

/** A kind of loss, as the laws read tell them apart. */
export const LossCategory = z
  .enum([
    "medical",
    "dental",
    "counselling",
    "future-care",
    "lost-wages",
    "substitute-services",
    "property-value",
    "property-replacement",
    "property-repair",
    "funeral",
    "court-attendance",
    "prosecution-participation",
    "travel",
    "relocation",
    "pain-and-suffering",
    "other-special-damages",
  ])
  .meta({
    description:
      "`future-care` is care still to come, counselling and therapy included. `property-value` is what it was worth, `property-replacement` what another costs. `pain-and-suffering` stands for general damages. `other-special-damages` are money losses that a civil court would award and no other category names.",
  });
export type LossCategory = z.infer<typeof LossCategory>;

/** One provision on which losses restitution is ordered for. */
export const LossTerm = z
  .strictObject({
    ...TERM_FIELDS,
    categories: z.array(LossCategory).min(1),
    effect: z.enum(["counts", "does-not-count"]),
    conditions: z
      .array(Words)
      .default([])
      .meta({ description: "What a person has to find first; no program judges it." }),
    ...PROVISION_NOTES,
  })
  .meta({ id: "LossTerm" });
export type LossTerm = z.infer<typeof LossTerm>;
