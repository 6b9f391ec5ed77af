import { Instant, ZoneId } from "@victim-rights/core";
import { z } from "zod";
import { EvidenceRef } from "../programme/ids.ts";

const check = <Found extends readonly [string, ...string[]]>(found: Found) =>
  z.strictObject({ id: EvidenceRef, at: Instant, found: z.enum(found) }).nullable();

/** A look for orders between the two. `service` says whether the author was served with the one found. */
export const LetterOrderCheck = z.strictObject({
  id: EvidenceRef,
  at: Instant,
  found: z.enum(["no_active_order", "active_order", "unknown"]),
  service: z.enum(["served_on_author", "not_served", "unknown"]),
});
export type LetterOrderCheck = Readonly<z.infer<typeof LetterOrderCheck>>;

/**
 * What is known when a command comes. Facts are ids, moments and findings: no address, no name and no word of a letter.
 * A check that was never made is `null`, and counts as not clean.
 */
export const LetterFacts = z.strictObject({
  /** The zone whose calendar says which day it is. */
  zone: ZoneId,
  orders: LetterOrderCheck.nullable(),
  conduct: check(["none_in_look_back", "contact_or_misconduct", "unknown"]),
  /** Whether partners, former partners or a household are concerned; `unknown` counts as `ipv` (INV-09). */
  track: z.enum(["general", "ipv", "unknown"]),
  /**
   * `asked`: the victim asked about letters in this case. `registered_for_letters`: registered to hear of letters.
   * `custody_notices_only`: registered for custody notices, which is no opt-in.
   */
  optIn: z.strictObject({
    id: EvidenceRef.nullable(),
    how: z.enum(["asked", "registered_for_letters", "custody_notices_only", "none", "unknown"]),
  }),
  victimAge: z.int().min(0).max(130).nullable(),
  identity: check(["verified", "not_verified"]),
  channel: check(["safe", "not_safe"]),
  /** When the author was discharged; `null` while that has not happened. */
  authorDischargedAt: Instant.nullable(),
});
export type LetterFacts = Readonly<z.infer<typeof LetterFacts>>;

/** Nothing was looked at, which no gate takes for clean. */
export const NO_LETTER_FACTS: LetterFacts = {
  zone: ZoneId.parse("UTC"),
  orders: null,
  conduct: null,
  track: "unknown",
  optIn: { id: null, how: "unknown" },
  victimAge: null,
  identity: null,
  channel: null,
  authorDischargedAt: null,
};
