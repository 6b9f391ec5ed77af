import { z } from "zod";

/**
 * How the claimant stands to the person the crime was committed against: the union of what the encoded
 * states' lists need. `self` is the direct victim. Which of these count is for each state's rules to say.
 */
export const Relation = z.enum([
  "self",
  "spouse",
  "domestic-partner",
  "fiance",
  "child",
  "step-child",
  "sibling",
  "half-sibling",
  "step-sibling",
  "parent",
  "step-parent",
  "foster-parent",
  "grandparent",
  "grandchild",
  "parent-in-law",
  "other-relative",
  "legal-guardian",
  "household-member",
  "dependent",
  "estate",
  "designee",
  "lawful-representative",
  "court-appointed-representative",
  "counsel",
  "witness",
  "insurer",
  "compensation-programme",
  "public-body",
  "none",
]);
export type Relation = z.infer<typeof Relation>;
