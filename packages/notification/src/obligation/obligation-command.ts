import { ContactMethod, Instant } from "@victim-rights/core";
import { z } from "zod";
import {
  Confirmation,
  CorrectionOwed,
  DeliveryAccepted,
  DeliveryReceipt,
  DocumentedSearch,
  EventWithdrawn,
  LawfulDecline,
  PersonDecision,
  SupersededByRevision,
  Undeliverability,
} from "./evidence.ts";
import { ContactRef, NoticeCommandId, ReasonCode, RecordRef } from "./ids.ts";
import { NoticeActor } from "./notice-actor.ts";
import { SearchStep } from "./search-step.ts";

const STATED = { id: NoticeCommandId, at: Instant, by: NoticeActor };
const command = <Act extends string, Shape extends z.ZodRawShape>(act: Act, shape: Shape) =>
  z.strictObject({ act: z.literal(act), ...STATED, ...shape });

/** Which attempt, by which method, at which contact point. */
const ATTEMPT = { attempt: z.int().min(1), method: ContactMethod, contact: ContactRef };

/** What can be done with an obligation. Each says who does it and when, and holds its reason or its evidence. */
export const ObligationCommand = z.discriminatedUnion("act", [
  command("schedule", { ...ATTEMPT, for: Instant, reason: ReasonCode }),
  command("attempt", {
    ...ATTEMPT,
    safeContactCheckedAt: Instant.meta({ description: "When the person's safe-contact wishes were last read again." }),
    reason: ReasonCode,
  }),
  command("note-outcome", {
    attempt: z.int().min(1),
    outcome: z.enum(["no-answer", "message-left", "not-sent", "unknown"]),
    reason: ReasonCode,
  }),
  command("record-delivery", { evidence: DeliveryReceipt }),
  command("confirm", { evidence: Confirmation }),
  command("accept-delivery", { evidence: DeliveryAccepted }),
  command("report-undeliverable", { evidence: Undeliverability }),
  command("begin-search", { reason: ReasonCode }),
  command("record-search-step", { step: SearchStep }),
  command("contact-found", { contact: ContactRef, record: RecordRef, reason: ReasonCode }),
  command("hand-to-person", { queue: ReasonCode, reason: ReasonCode }),
  command("return-to-plan", { evidence: PersonDecision }),
  command("close-search", { evidence: DocumentedSearch }),
  command("decline", { evidence: LawfulDecline }),
  command("supersede", { evidence: SupersededByRevision }),
  command("withdraw", { evidence: EventWithdrawn }),
  command("decide", { evidence: PersonDecision }),
  command("correct", { evidence: CorrectionOwed }),
  command("reopen", { evidence: PersonDecision }),
]);
export type ObligationCommand = Readonly<z.infer<typeof ObligationCommand>>;

/** What a command does. */
export type ObligationAct = ObligationCommand["act"];

/** The command of an act. */
export type CommandTo<Act extends ObligationAct> = Extract<ObligationCommand, { readonly act: Act }>;
