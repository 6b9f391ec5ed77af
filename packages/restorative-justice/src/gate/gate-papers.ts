import { Instant } from "@victim-rights/core";
import { FactName } from "@victim-rights/rules";
import { z } from "zod";
import { ActorId, EvidenceRef } from "../programme/ids.ts";
import type { IpvGateInput } from "../screening/ipv-gate.ts";
import { TriggerEvent } from "../screening/expiry.ts";
import { Consent } from "./consent.ts";

/** What somebody named says of one fact, and the paper it stands in; `null` where they were asked and do not know. */
export const Statement = z.strictObject({
  fact: FactName,
  value: z.boolean().nullable(),
  by: ActorId,
  at: Instant,
  paper: EvidenceRef,
});
export type Statement = Readonly<z.infer<typeof Statement>>;

/** What kind of harm was done; several may hold. */
export const OffenceKind = z.enum([
  "death",
  "bodily-injury",
  "serious-violent",
  "sexual",
  "domestic",
  "sadistic",
  "property",
  "other",
]);
export type OffenceKind = z.infer<typeof OffenceKind>;

/** Where the person who caused the harm stands with the corrections agency. */
export const DialogueCustodyStatus = z.enum(["custody", "parole", "probation", "discharged"]);
export type DialogueCustodyStatus = z.infer<typeof DialogueCustodyStatus>;

/** A look for orders between the two. */
export const OrderCheck = z.strictObject({
  id: EvidenceRef,
  at: Instant,
  found: z.enum(["no_active_order", "active_order", "unknown"]),
});
export type OrderCheck = Readonly<z.infer<typeof OrderCheck>>;

/** A facilitator, as the programme knows them on the day. */
export const Facilitator = z.strictObject({
  id: ActorId,
  training: z.enum(["trained", "dv_sv_trained", "not_trained"]),
  service: z.enum(["active", "inactive"]),
  conflict: z.enum(["none", "found"]),
  ethicsCode: z.enum(["signed", "not_signed"]),
});
export type Facilitator = Readonly<z.infer<typeof Facilitator>>;

/**
 * What is on file when a step is asked for, screening apart. A record that is not there is `null` and answers nothing.
 * It names papers and never holds what they say.
 */
export const GatePapers = z.strictObject({
  statements: z.array(Statement).readonly(),
  participant: z
    .strictObject({
      paper: EvidenceRef,
      victim: z.enum(["living", "deceased", "unknown"]),
      ageYears: z.int().min(0).max(130).nullable(),
    })
    .nullable(),
  offence: z
    .strictObject({
      paper: EvidenceRef,
      kinds: z.array(OffenceKind).min(1).readonly(),
      prosecuted: z.boolean().nullable(),
    })
    .nullable(),
  custody: z.strictObject({ paper: EvidenceRef, status: DialogueCustodyStatus }).nullable(),
  /** Whom the victim would meet: the own offender, or a surrogate. */
  counterpart: z.strictObject({ paper: EvidenceRef, is: z.enum(["own-offender", "surrogate"]) }).nullable(),
  consents: z.array(Consent).readonly(),
  orderChecks: z.array(OrderCheck).readonly(),
  /** Changes of an order by the court itself, each by its document: nothing else lifts an order (INV-10). */
  courtChanges: z.array(z.strictObject({ document: EvidenceRef, at: Instant })).readonly(),
  conduct: z
    .strictObject({
      paper: EvidenceRef,
      reviewedAt: Instant,
      incidents: z.array(z.strictObject({ id: EvidenceRef, at: Instant })).readonly(),
    })
    .nullable(),
  facilitators: z.array(Facilitator).readonly(),
  /** What has happened that ends screens, approvals and order checks at once. */
  triggers: z.array(TriggerEvent).readonly(),
});
export type GatePapers = Readonly<z.infer<typeof GatePapers>>;

/** What the screenings of the victim came to, as gate G12 takes it. */
export type DialogueScreening = Omit<IpvGateInput, "policy">;

/** All that the gates look at beside the case: the papers on file, and the screening. */
export type DialogueFacts = { readonly papers: GatePapers; readonly screening: DialogueScreening };

/** Nothing was looked at, and nobody screened: no gate that asks for either passes. */
export const NO_DIALOGUE_FACTS: DialogueFacts = {
  papers: {
    statements: [],
    participant: null,
    offence: null,
    custody: null,
    counterpart: null,
    consents: [],
    orderChecks: [],
    courtChanges: [],
    conduct: null,
    facilitators: [],
    triggers: [],
  },
  screening: { relationship: ["unknown"], results: [], earlier: [], changes: [], concerns: [], approval: null },
};
