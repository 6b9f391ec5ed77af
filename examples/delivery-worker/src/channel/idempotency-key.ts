import { createHash } from "node:crypto";
import type { AttemptKey } from "@victim-rights/notification";
import { z } from "zod";

/**
 * Names one send to its provider: the same obligation, attempt and channel always make the same key, so that a repeated
 * send is known for one. It is a digest of ids and tells a provider nothing of whom or what it is about.
 */
export const IdempotencyKey = z
  .string()
  .regex(/^n[0-9a-f]{64}$/u)
  .brand<"IdempotencyKey">();
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;

/** The key of a send. */
export const idempotencyKeyOf = ({ obligation, attempt, channel }: AttemptKey): IdempotencyKey =>
  IdempotencyKey.parse(
    `n${createHash("sha256")
      .update(JSON.stringify(["notice", obligation, attempt, channel]))
      .digest("hex")}`,
  );
