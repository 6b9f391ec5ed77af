import { z } from "zod";

/** Where a letter stands in the bank, leaving aside whether it is frozen. */
export const LetterStage = z.enum([
  "submitted",
  "in_screening",
  "returned_for_revision",
  "rejected",
  "accepted",
  "held",
  "notice_sent",
  "delivery_requested",
  "declined_for_now",
  "declined_permanently",
  "reconfirmed",
  "delivered",
  "withdrawn_by_author",
  "superseded",
  "expired",
  "passed_on",
]);
export type LetterStage = z.infer<typeof LetterStage>;

/** A letter's state: its stage, or `frozen` whatever the stage. */
export const LetterState = z.enum([...LetterStage.options, "frozen"]);
export type LetterState = z.infer<typeof LetterState>;

/** Why a letter may be turned down: a closed list. The author is told these and never a word beside them. */
export const RejectionCode = z.enum([
  "threat",
  "harassment",
  "blame",
  "minimising",
  "excuse",
  "forgiveness_request",
  "contact_request",
  "contact_details",
  "sexual_content",
  "religious_persuasion",
  "self_focus",
  "case_litigation",
  "third_party_privacy",
  "coded_reference",
  "wrong_victim",
  "no_responsibility",
  "order_in_force",
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

/** Why a letter is frozen. */
export const FreezeGround = z.enum(["new_order", "unwanted_contact", "victim_request"]);
export type FreezeGround = z.infer<typeof FreezeGround>;

/** How a letter comes to the victim: the victim's choice among what the programme offers. */
export const DeliveryWay = z.enum(["mail", "email", "read_with_advocate"]);
export type DeliveryWay = z.infer<typeof DeliveryWay>;

/** Where a letter comes from. One that a court ordered may go another way. */
export const LetterOrigin = z.enum(["voluntary", "court_ordered"]);
export type LetterOrigin = z.infer<typeof LetterOrigin>;
