import type { VerificationStatus } from "@victim-rights/core";
import type { Rule } from "../file/rule-file.ts";
import type { Ground } from "./determination.ts";

/** What a reader needs of a rule to check an answer that rests on it. */
export const groundOf = (rule: Rule): Ground =>
  Object.freeze({
    rule: rule.id,
    title: rule.title,
    basis: rule.basis ?? "law",
    cites: rule.cites,
    verified: rule.verified,
    reading: rule.reading ?? null,
    event: rule.event,
    notes: rule.notes ?? [],
  });

const STRONGEST_FIRST: readonly VerificationStatus[] = ["read", "partial", "agency-statement", "recalled"];

/** The weakest of several checks; `null` of none. */
export const weakestOf = (statuses: readonly (VerificationStatus | null)[]): VerificationStatus | null =>
  STRONGEST_FIRST.findLast((status) => statuses.includes(status)) ?? null;

/** The weaker of two checks. */
export const weakerOf = (
  left: VerificationStatus | null,
  right: VerificationStatus | null,
): VerificationStatus | null => (left === right ? left : weakestOf([left, right]));
