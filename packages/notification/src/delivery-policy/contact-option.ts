import type { ContactMethod, Instant, LocalTime, ZoneId } from "@victim-rights/core";
import type { ContactRef } from "../obligation/ids.ts";

/**
 * One contact point as the registry described it when it was last read, best first. It names the point and never says
 * the address. Whoever builds it reads the person's safe-contact wishes again.
 */
export type ContactOption = {
  readonly contact: ContactRef;
  readonly method: ContactMethod;
  /** Whether it is current and the person has not ruled it out. What is unknown is `false`. */
  readonly mayUse: boolean;
  readonly leaveMessage: boolean;
  /** When the person can safely be reached, in their own zone; empty when they stated no limit. */
  readonly safeHours: readonly { readonly from: LocalTime; readonly to: LocalTime }[];
  /** The person's zone; `null` when nobody knows it, so that stated hours cannot be read. */
  readonly zone: ZoneId | null;
  readonly checkedAt: Instant;
};
