import type { ServicePolicy } from "@victim-rights/notification";
import type { LedgerLaw } from "@victim-rights/restitution";
import type { Law } from "@victim-rights/rules";

/** The law of one state, with what the agency has decided beside it. */
export type StateLaw = {
  readonly law: Law;
  readonly service: ServicePolicy | null;
  /** `null` where the state's folder has no order of payment. */
  readonly ledgerLaw: LedgerLaw | null;
};
