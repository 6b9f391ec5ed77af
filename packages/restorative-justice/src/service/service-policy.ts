import type * as Result from "effect/Result";
import { ZoneId } from "@victim-rights/core";
import { z } from "zod";
import { EmergencyGuidance } from "../programme/danger.ts";
import { type PolicyGuard, readPolicy } from "../programme/read-policy.ts";
import type { InvariantId, PolicyRefused } from "../screening/screening-policy.ts";

/** What an agency may set for community service: where its days begin, and whether victims are asked for input. */
export const ServicePolicy = z.strictObject({
  zone: ZoneId,
  emergencyGuidance: EmergencyGuidance,
  victimInput: z.enum(["invited_once", "not_invited"]).default("invited_once"),
});
export type ServicePolicy = Readonly<z.infer<typeof ServicePolicy>>;

/**
 * Reads an agency's policy for community service.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadServicePolicy = (raw: unknown): Result.Result<ServicePolicy, PolicyRefused> =>
  readPolicy(ServicePolicy, raw, GUARD);

const SWITCHES: readonly (readonly [RegExp, InvariantId])[] = [
  [/danger|emergenc/iu, "INV-16"],
  [/reason|why|address|zone|contact|location|showInput|inputToOffender|conflict/iu, "INV-11"],
  [/parole|custody|classif|credit|release|probation|status/iu, "INV-05"],
  [/directService|dialogue/iu, "INV-01"],
  [/delete|rewrite|record|log/iu, "INV-21"],
];

const GUARD: PolicyGuard = {
  values: {
    emergencyGuidance: ["INV-16", "write the words that a disclosure of danger shows first"],
    victimInput: [null, "write `invited_once` or `not_invited`: a victim is asked once, and may answer at any time"],
    zone: [null, "write an IANA zone, such as `America/Denver`"],
  },
  switches: SWITCHES,
  unknownKey: "remove it: it is none of the things that a service policy sets, and time never becomes money here",
};
