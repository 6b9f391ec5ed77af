import type * as Result from "effect/Result";
import { z } from "zod";
import { EmergencyGuidance } from "../programme/danger.ts";
import { type PolicyGuard, readPolicy } from "../programme/read-policy.ts";
import type { InvariantId, PolicyRefused } from "../screening/screening-policy.ts";

/** What an agency may set for its panels. The audience check may only be made to expire sooner. */
export const PanelPolicy = z.strictObject({
  audienceCheckExpiresAfterHours: z.int().min(1).max(24).default(24),
  emergencyGuidance: EmergencyGuidance,
  /** The key of a profile that sets minimums for a panel; none by default. */
  profile: z.enum(["WA"]).nullable().default(null),
});
export type PanelPolicy = Readonly<z.infer<typeof PanelPolicy>>;

/**
 * Reads an agency's panel policy.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadPanelPolicy = (raw: unknown): Result.Result<PanelPolicy, PolicyRefused> =>
  readPolicy(PanelPolicy, raw, GUARD);

const SWITCHES: readonly (readonly [RegExp, InvariantId])[] = [
  [/danger|emergenc/iu, "INV-16"],
  [/audience|ownOffender|attendance/iu, "INV-20"],
  [/reason|penalty|withdraw|leave|pause/iu, "INV-04"],
  [/parole|custody|classif|credit|release|probation|status/iu, "INV-05"],
  [/forg|reconcil/iu, "INV-15"],
  [/address|contact|location|speakerName/iu, "INV-11"],
  [/delete|rewrite|record|log/iu, "INV-21"],
];

const GUARD: PolicyGuard = {
  values: {
    emergencyGuidance: ["INV-16", "write the words that a disclosure of danger shows first"],
    audienceCheckExpiresAfterHours: [
      "INV-20",
      "write 1 to 24 hours: an audience check may only be made to expire sooner",
    ],
    profile: [null, "write the key of a profile, or `null`"],
  },
  switches: SWITCHES,
  unknownKey: "remove it: it is none of the things that a panel policy sets",
};
