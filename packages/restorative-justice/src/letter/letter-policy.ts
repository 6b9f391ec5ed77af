import type * as Result from "effect/Result";
import { z } from "zod";
import { EmergencyGuidance } from "../programme/danger.ts";
import { type PolicyGuard, readPolicy } from "../programme/read-policy.ts";
import type { InvariantId, PolicyRefused } from "../screening/screening-policy.ts";
import { DeliveryWay } from "./letter-state.ts";

/**
 * How long an undelivered letter is kept. No number stands here by default: an agency that lets letters go after a time
 * says after how many days in the bank.
 */
export const RetentionRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("indefinite") }),
  z.strictObject({ kind: z.literal("until_author_discharge_unless_opted_in") }),
  z.strictObject({ kind: z.literal("days_in_bank"), days: z.int().min(1).max(36_500) }),
]);
export type RetentionRule = Readonly<z.infer<typeof RetentionRule>>;

/**
 * What an agency may set for its letter bank. Left out, everything takes the setting that contacts the fewest people:
 * notice only to a victim who asked, the author is told nothing, no reply is taken, and letters are kept.
 */
export const LetterPolicy = z.strictObject({
  notifyPolicy: z.enum(["opt_in_only", "notify_registered"]).default("opt_in_only"),
  authorTold: z.enum(["never", "victim_decides"]).default("never"),
  reply: z.enum(["off", "one_screened"]).default("off"),
  minimumVictimAge: z.int().min(18).max(130).nullable().default(null),
  courtOrderedRoute: z.enum(["bank", "county_victim_witness_coordinator"]).nullable().default(null),
  retention: RetentionRule.default({ kind: "indefinite" }),
  readers: z.int().min(2).max(9).default(2),
  deliveryWays: z.array(DeliveryWay).min(1).readonly().default(DeliveryWay.options),
  emergencyGuidance: EmergencyGuidance,
  orderCheckExpiresAfterDays: z.int().min(1).max(7).default(7),
});
export type LetterPolicy = Readonly<z.infer<typeof LetterPolicy>>;

/**
 * Reads an agency's letter policy.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadLetterPolicy = (raw: unknown): Result.Result<LetterPolicy, PolicyRefused> =>
  readPolicy(LetterPolicy, raw, GUARD);

const SWITCHES: readonly (readonly [RegExp, InvariantId])[] = [
  [/danger|emergenc/iu, "INV-16"],
  [/order|waive|override/iu, "INV-10"],
  [/parole|custody|classif|earned|credit|release|probation|status/iu, "INV-05"],
  [/direct|authorSend|thirdParty|forward/iu, "INV-14"],
  [/authorSees|authorMay|tellAuthor|readReceipt|received|requested/iu, "INV-13"],
  [/forg|reconcil|apolog/iu, "INV-15"],
  [/unsolicited|notify|notice|everybody|outreach/iu, "INV-02"],
  [/address|contact|location|phone/iu, "INV-11"],
  [/delete|rewrite|record|log/iu, "INV-21"],
];

const GUARD: PolicyGuard = {
  values: {
    emergencyGuidance: ["INV-16", "write the words that a disclosure of danger shows first"],
    notifyPolicy: ["INV-02", "write `opt_in_only` or `notify_registered`; there is no third value"],
    authorTold: ["INV-13", "write `never` or `victim_decides`: the author learns nothing unless the victim says so"],
    reply: ["INV-11", "write `off` or `one_screened`: a reply is read, and the victim's address taken out"],
    orderCheckExpiresAfterDays: ["INV-10", "write 1 to 7 days: an order check may only be made to expire sooner"],
    readers: [null, "write at least 2: a second reader is another person"],
    minimumVictimAge: [null, "write an age of 18 or more, or `null` where the programme names none"],
  },
  switches: SWITCHES,
  unknownKey: "remove it: it is none of the things that a letter policy sets",
};
