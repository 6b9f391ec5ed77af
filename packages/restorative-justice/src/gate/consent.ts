import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { EvidenceRef } from "../programme/ids.ts";

/** What a consent speaks of. One to an earlier phase is none to a later one (INV-03). */
export const ConsentPhase = z.enum(["intake", "approach", "preparation", "dialogue", "follow-up"]);
export type ConsentPhase = z.infer<typeof ConsentPhase>;

const shared = {
  id: EvidenceRef,
  phase: ConsentPhase,
  at: Instant,
  status: z.enum(["given", "refused", "withdrawn"]),
} as const;

/** What one person said about one phase. Each side answers for itself, and silence is no record. */
export const Consent = z.discriminatedUnion("party", [
  z.strictObject({
    ...shared,
    party: z.literal("victim"),
    informed: z.enum(["of-risks-and-that-nothing-is-promised", "in-part", "not-informed"]),
  }),
  z.strictObject({
    ...shared,
    party: z.literal("offender"),
    pressure: z.enum(["none", "found"]),
    reward: z.enum(["none", "promised"]),
  }),
]);
export type Consent = Readonly<z.infer<typeof Consent>>;

/** Which consent is looked for: to which phase, when, and since when. */
export type ConsentQuery = { readonly phase: ConsentPhase; readonly since: Instant; readonly now: Instant };

/**
 * What stands of the consents of one party: the latest word on the phase, unless a refusal or withdrawal of any phase came
 * after it or with it. What is dated before the case or after the moment is not looked at.
 */
export const standingConsent = <One extends Consent>(
  consents: readonly One[],
  { phase, since, now }: ConsentQuery,
): One | null => {
  const known = consents.filter(({ at }) => at >= since && at <= now);
  const given = known
    .filter((consent) => consent.phase === phase && consent.status === "given")
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const [latest] = given;
  if (latest === undefined) return null;
  return known.some(({ status, at }) => status !== "given" && at >= latest.at) ? null : latest;
};
