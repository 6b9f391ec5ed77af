import { z } from "zod";

/** In whose right a person counts as a victim: their own, through harm to another, or to act for another. */
export const Capacity = z.enum(["own", "derivative", "representative"]);
export type Capacity = z.infer<typeof Capacity>;

/** The parameters of a `victim` rule event. */
export const VictimGround = z
  .strictObject({
    capacity: Capacity,
    ground: z.string().regex(/^[a-z][a-z0-9-]*$/u, "write a ground in kebab case, such as `direct-harm`"),
  })
  .meta({ id: "VictimGround" });
export type VictimGround = z.infer<typeof VictimGround>;

/** The rule event type whose parameters are a {@link VictimGround}. */
export const VICTIM = "victim";

/** Questions under this path ask who is a victim; what follows it is the purpose. */
export const VICTIM_DEFINITION = "victim-definition/";
