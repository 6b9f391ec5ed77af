import type { Side } from "../programme/actor.ts";
import { dangerSteps } from "../programme/danger.ts";
import type { GateId } from "../programme/gate-result.ts";
import type { Machine, Transition } from "../programme/machine.ts";
import type { ServiceAct } from "./service-command.ts";
import { ServiceState } from "./service-state.ts";

type Step = Transition<ServiceState, ServiceAct>;

const VICTIM: readonly Side[] = ["victim-side"];
const STAFF: readonly Side[] = ["programme"];

/** The gates of the conflict check. They are asked again at every step that puts the person nearer to the site. */
export const CONFLICT_GATES: readonly GateId[] = ["G-CS-shelter", "G-CS-zones", "G-CS-dv-programme", "G-CS-direct"];

const ENDED: readonly ServiceState[] = ["completed", "failed_reported"];
const RUNNING: readonly ServiceState[] = ServiceState.options.filter((state) => !ENDED.includes(state));
const WITH_SITE: readonly ServiceState[] = ["site_proposed", "conflict_checked", "assigned", "in_progress"];

const INPUT: readonly Step[] = [
  { act: "invite-input", from: ["ordered"], to: "input_invited", by: STAFF, gates: ["G-CS-invited-once"] },
  ...RUNNING.flatMap((state): readonly Step[] => [
    { act: "give-input", from: [state], to: state, by: VICTIM, gates: [] },
    { act: "take-input-back", from: [state], to: state, by: VICTIM, gates: [] },
  ]),
];

const SITES: readonly Step[] = [
  { act: "propose-site", from: ["ordered", "input_invited"], to: "site_proposed", by: STAFF, gates: [] },
  { act: "check-conflicts", from: ["site_proposed"], to: "conflict_checked", by: STAFF, gates: CONFLICT_GATES },
  ...(["conflict_checked", "assigned", "in_progress"] as const).map((state): Step => ({
    act: "check-conflicts",
    from: [state],
    to: state,
    by: STAFF,
    gates: CONFLICT_GATES,
  })),
  // Any site may be set aside for any reason, so that its being set aside says nothing.
  { act: "set-site-aside", from: WITH_SITE, to: "ordered", by: STAFF, gates: [] },
];

const WORK: readonly Step[] = [
  { act: "assign", from: ["conflict_checked"], to: "assigned", by: STAFF, gates: CONFLICT_GATES },
  { act: "start", from: ["assigned"], to: "in_progress", by: STAFF, gates: CONFLICT_GATES },
  { act: "log-time", from: ["in_progress"], to: "in_progress", by: STAFF, gates: ["G-CS-day"] },
  { act: "complete", from: ["in_progress"], to: "completed", by: STAFF, gates: [] },
  { act: "report-failure", from: ["assigned", "in_progress"], to: "failed_reported", by: STAFF, gates: [] },
];

/** What an open danger never holds up (INV-16): setting a site aside, taking input back, and attending to it. */
export const SERVICE_OPEN_IN_DANGER: readonly ServiceAct[] = [
  "set-site-aside",
  "take-input-back",
  "disclose-danger",
  "address-danger",
];

/**
 * Restorative community service as a table. The offender side takes no step but to say that somebody is in danger: a
 * site it could name would be a question.
 */
export const SERVICE_MACHINE: Machine<ServiceState, ServiceAct> = {
  programme: "community-service",
  initial: "ordered",
  states: ServiceState.options,
  terminal: ENDED,
  transitions: [...INPUT, ...SITES, ...WORK, ...dangerSteps(ServiceState.options)],
};
