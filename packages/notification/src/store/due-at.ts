import type { Instant } from "@victim-rights/core";
import { isOpen, type Obligation } from "../obligation/obligation.ts";

/**
 * From when the system has something to do about an obligation: at once where the next attempt must be chosen, at the
 * attempt's own moment once it is scheduled, and `null` where it waits for a person or has ended.
 */
export const dueAt = (obligation: Obligation): Instant | null => {
  if (!isOpen(obligation) || obligation.state === "searching" || obligation.state === "with-person") return null;
  return obligation.scheduled?.for ?? obligation.lastAt;
};
