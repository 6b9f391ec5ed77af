import {
  attendanceCertificate,
  type AttendanceCertificate,
  type AttendedDay,
} from "../programme/attendance-certificate.ts";
import { type DangerPolicy, firstOf } from "../programme/danger.ts";
import type { CaseId, EvidenceRef } from "../programme/ids.ts";
import type { ServiceCase } from "./service-case.ts";
import type { ServiceState } from "./service-state.ts";
import type { SiteId } from "./site.ts";

/**
 * All that the offender side sees: the site once it is assigned, the sites that are not available, without a reason, and
 * the time worked. Whether the victim was asked, what the answer was and when a conflict was looked for have no field.
 */
export type OffenderServiceView = {
  readonly service: CaseId;
  readonly status: "waiting_for_a_site" | "site_assigned" | "completed" | "failure_reported";
  readonly site: SiteId | null;
  readonly sites: readonly { readonly site: SiteId; readonly availability: "not_available" }[];
  readonly attended: readonly AttendedDay[];
};

const STATUSES: Readonly<Record<ServiceState, OffenderServiceView["status"]>> = {
  ordered: "waiting_for_a_site",
  input_invited: "waiting_for_a_site",
  site_proposed: "waiting_for_a_site",
  conflict_checked: "waiting_for_a_site",
  assigned: "site_assigned",
  in_progress: "site_assigned",
  completed: "completed",
  failed_reported: "failure_reported",
};

/** The offender side's view of an order of service. */
export const offenderServiceView = ({ id, state, site, setAside, attended }: ServiceCase): OffenderServiceView => ({
  service: id,
  status: STATUSES[state],
  site: STATUSES[state] === "waiting_for_a_site" ? null : (site?.id ?? null),
  sites: setAside.map((each) => ({ site: each, availability: "not_available" })),
  attended,
});

/** The victim's view: the input as it stands, and whether it can still be changed. */
export type VictimServiceView = {
  /** Shown before all else while a disclosure of danger is open. */
  readonly first: string | null;
  readonly service: CaseId;
  readonly input: EvidenceRef | null;
  readonly editing: "open" | "closed";
};

/** The victim side's view of an order of service. */
export const victimServiceView = (order: ServiceCase, policy: DangerPolicy): VictimServiceView => ({
  first: firstOf(order, policy),
  service: order.id,
  input: order.input,
  editing: order.state === "completed" || order.state === "failed_reported" ? "closed" : "open",
});

/** The programme's view: the whole case, with any open danger first. */
export const programmeServiceView = (
  service: ServiceCase,
  policy: DangerPolicy,
): { readonly first: string | null; readonly service: ServiceCase } => ({ first: firstOf(service, policy), service });

/** What the court that ordered the service may be given (15.7): days and hours, and no content. */
export const serviceCertificate = ({ attended }: ServiceCase): AttendanceCertificate => attendanceCertificate(attended);
