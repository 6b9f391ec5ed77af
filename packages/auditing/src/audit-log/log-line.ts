import { z } from "zod";
import { AuditEvent } from "./audit-event.ts";
import { SealedBatch } from "./seal-batch.ts";

/**
 * A line of an audit log as it is exported, in JSON Lines: events in the order in which they were sealed, after them the
 * batch that seals them, and checkpoints as compact signatures wherever one was made.
 */
export const LogLine = z.union([
  z.strictObject({ event: AuditEvent }),
  z.strictObject({ batch: SealedBatch }),
  z.strictObject({ checkpoint: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u, "write a compact signature") }),
]);
export type LogLine = z.infer<typeof LogLine>;
