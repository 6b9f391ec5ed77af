import { z } from "zod";
import type { GateResult } from "../programme/gate-result.ts";
import { EvidenceRef } from "../programme/ids.ts";
import { Site, VictimZones } from "./site.ts";

/**
 * What is known when a command comes. The victim's zones are read anew each time, so that a move is taken into account
 * at the next look without anybody being told of it.
 */
export const ServiceFacts = z.strictObject({
  /** The site at hand; `null` while it was not looked up. */
  site: Site.nullable(),
  victimZones: VictimZones,
  /** Whether the offence is domestic violence or sexual assault; `unknown` counts as yes. */
  offence: z.enum(["dv_or_sa", "other", "unknown"]),
  /** For work done directly for the victim: the victim's own request, and the gates of dialogue as they came out. */
  directService: z.strictObject({
    victimRequest: EvidenceRef.nullable(),
    dialogueGates: z.custom<readonly GateResult[]>(Array.isArray),
  }),
});
export type ServiceFacts = Readonly<z.infer<typeof ServiceFacts>>;

/** No site was looked up, and where the victim is nobody knows. */
export const NO_SERVICE_FACTS: ServiceFacts = {
  site: null,
  victimZones: { state: "not_on_file", decision: null },
  offence: "unknown",
  directService: { victimRequest: null, dialogueGates: [] },
};
