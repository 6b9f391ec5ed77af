import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { NoticeActorId, ReasonCode } from "../obligation/ids.ts";

/**
 * One fact for the audit: what type of thing happened, when, where, from which source, with what outcome, and who did it.
 * `about` lists ids. It has no field for a name, an address or a number.
 * @source NIST SP 800-53, AU-3 (content of audit records), second hand: the control's own text is to be checked.
 */
export const AuditFact = z.strictObject({
  what: ReasonCode,
  at: Instant,
  where: ReasonCode,
  source: ReasonCode,
  outcome: z.enum(["done", "refused", "failed", "unknown"]),
  who: NoticeActorId,
  about: z.array(z.string().min(1)).readonly(),
});
export type AuditFact = Readonly<z.infer<typeof AuditFact>>;
