import { z } from "zod";

/** How harm reached the direct victim. `derivative` harm is a family member's, through another's injury or death. */
export const HarmDirectness = z.enum(["direct", "threatened", "derivative", "none"]);
export type HarmDirectness = z.infer<typeof HarmDirectness>;

const mayBeUnknown = z.boolean().nullable();

/** What the crime did, each kind known, or `null` when nobody has said. */
export const Harm = z.strictObject({
  directness: HarmDirectness.nullable(),
  bodilyInjury: mayBeUnknown,
  threatOfBodilyInjury: mayBeUnknown,
  emotional: mayBeUnknown,
  financial: mayBeUnknown,
  propertyLoss: mayBeUnknown,
  death: mayBeUnknown,
});
export type Harm = z.infer<typeof Harm>;
