import { Citation, Instant, PersonId } from "@victim-rights/core";
import { z } from "zod";
import { ActorId, EvidenceRef } from "../programme/ids.ts";

/** What could be told of a victim, by kind. A location is among it: of a victim of violence it identifies. */
export const VictimDataKind = z.enum([
  "identity",
  "contact",
  "location",
  "screening",
  "services-used",
  "registration",
  "statement",
]);
export type VictimDataKind = z.infer<typeof VictimDataKind>;

/**
 * In which form it would be told. Hashed, encoded or encrypted it is the same data: no form opens anything.
 * @source 28 CFR 94.115, as the project's notes on its sources give it.
 */
export const DataForm = z.enum(["plain", "hashed", "encoded", "encrypted"]);
export type DataForm = z.infer<typeof DataForm>;

/** A release that a victim signed for one recipient, after hearing what it means, until a day that it names. */
export const Release = z.strictObject({
  id: EvidenceRef,
  person: PersonId,
  /** Whoever signed: the victim, or somebody who may sign for them. */
  signedBy: z.enum(["the-victim", "guardian"]),
  recipient: ActorId,
  kinds: z.array(VictimDataKind).min(1).readonly(),
  /** The paper: what is agreed by word of mouth is no release. */
  writing: EvidenceRef,
  informed: z.literal("of-what-is-told-to-whom-and-why"),
  signedAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  /** No service hangs on it: there is no other value. */
  conditionOfService: z.literal(false),
});
export type Release = Readonly<z.infer<typeof Release>>;

/** A provision or an order of a court that makes the agency tell. A subpoena alone is none. */
export const DisclosureMandate = z.strictObject({
  id: EvidenceRef,
  person: PersonId,
  recipient: ActorId,
  kinds: z.array(VictimDataKind).min(1).readonly(),
  rests: z.enum(["statute", "court-order"]),
  cites: z.array(Citation).min(1).readonly(),
  /** The paper that shows what was done to tell the victim of it beforehand, and to keep them safe. */
  victimNotice: EvidenceRef,
  recordedAt: Instant,
});
export type DisclosureMandate = Readonly<z.infer<typeof DisclosureMandate>>;
