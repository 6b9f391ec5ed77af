import { createHash } from "node:crypto";
import { type Instant } from "@victim-rights/core";
import { ObligationId } from "@victim-rights/notification";
import { z } from "zod";

/**
 * All that a job ever says: look at this obligation, which is at this attempt. It has no field for a name, an address, a
 * number or a text, and is refused with any.
 */
export const Wake = z.strictObject({ obligation: ObligationId, attempt: z.int().min(1) });
export type Wake = Readonly<z.infer<typeof Wake>>;

/** A wake and the moment from which it is due. */
export type WakeAt = Wake & { readonly at: Instant };

/** What makes two wakes one: the obligation and the number of the attempt, as a digest of fixed length. */
export const wakeKey = ({ obligation, attempt }: Wake): string =>
  createHash("sha256")
    .update(JSON.stringify([obligation, attempt]))
    .digest("hex");
