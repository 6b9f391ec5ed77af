import { GATE_IDS } from "../gate/gates.ts";
import type { Side } from "../programme/actor.ts";
import type { GateId } from "../programme/gate-result.ts";
import type { Machine, Transition } from "../programme/machine.ts";
import type { DialogueAct } from "./dialogue-command.ts";
import { DIALOGUE_ENDS, DialogueState, PAUSABLE, type Pausable } from "./dialogue-state.ts";

type Step = Transition<DialogueState, DialogueAct>;

const VICTIM: readonly Side[] = ["victim-side"];
const OFFENDER: readonly Side[] = ["offender-side"];
const BOTH: readonly Side[] = [...VICTIM, ...OFFENDER];
const PROGRAMME: readonly Side[] = ["programme"];
const STAFF: readonly Side[] = ["programme", "facilitator"];
const NOT_OFFENDER: readonly Side[] = [...VICTIM, ...STAFF];
const ANYBODY: readonly Side[] = [...BOTH, ...STAFF];

const BEFORE_APPROACH = ["requested", "intake"] as const;
const SINCE_APPROACH = ["offender_approach", "preparation", "readiness_review", "scheduled"] as const;
const AFTERWARDS = ["dialogue_held", "post_dialogue"] as const;

/** Asked again before the offender is approached, and once more with the consent of both whenever contact comes nearer. */
const AGAIN: readonly GateId[] = ["G08", "G10", "G12"];
const AGAIN_BOTH: readonly GateId[] = ["G07", ...AGAIN];
const FIRST: readonly GateId[] = ["G08", "G10.first", "G12.first"];

const FORWARD: readonly Step[] = [
  { act: "request", from: ["none"], to: "requested", by: VICTIM, gates: ["G01", "G02", "G03"] },
  { act: "begin-intake", from: ["requested"], to: "intake", by: PROGRAMME, gates: FIRST },
  {
    act: "approach-offender",
    from: ["intake"],
    to: "offender_approach",
    by: PROGRAMME,
    gates: ["G04", "G05", "G06", "G08", "G10", "G11", "G12", "G14", "G20"],
  },
  { act: "decline-request", from: ["intake"], to: "not_accepted", by: PROGRAMME, gates: [] },
  {
    act: "begin-preparation",
    from: ["offender_approach"],
    to: "preparation",
    by: STAFF,
    gates: ["G07", "G08", "G09", "G10", "G12", "G13", "G15", "G16", "G19"],
  },
  { act: "hold-session", from: ["preparation"], to: "preparation", by: STAFF, gates: AGAIN_BOTH },
  { act: "review-readiness", from: ["preparation"], to: "readiness_review", by: STAFF, gates: ["G07", "G08", "G17"] },
  { act: "return-to-preparation", from: ["readiness_review"], to: "preparation", by: STAFF, gates: AGAIN_BOTH },
  { act: "schedule", from: ["readiness_review", "scheduled"], to: "scheduled", by: STAFF, gates: GATE_IDS },
  { act: "hold-dialogue", from: ["scheduled"], to: "dialogue_held", by: STAFF, gates: GATE_IDS },
  { act: "debrief", from: ["dialogue_held"], to: "post_dialogue", by: STAFF, gates: ["G07", "G08"] },
  { act: "follow-up", from: ["post_dialogue"], to: "post_dialogue", by: STAFF, gates: AGAIN_BOTH },
  { act: "close", from: ["post_dialogue"], to: "closed", by: STAFF, gates: ["G07", "G08"] },
];

const RESUME_GATES: Readonly<Record<Pausable, readonly GateId[]>> = {
  requested: FIRST,
  intake: FIRST,
  offender_approach: AGAIN,
  preparation: AGAIN_BOTH,
  readiness_review: AGAIN_BOTH,
  scheduled: AGAIN_BOTH,
};

const staying = (act: DialogueAct, by: readonly Side[], states: readonly DialogueState[]): readonly Step[] =>
  states.map((state) => ({ act, from: [state], to: state, by, gates: [] }));

/** Pausing, stopping and raising an alarm: nobody's gate is asked, but for going on after a pause. */
const STOPPING: readonly Step[] = [
  { act: "decline-approach", from: ["offender_approach", "on_hold"], to: "offender_declined", by: OFFENDER, gates: [] },
  { act: "put-on-hold", from: BEFORE_APPROACH, to: "on_hold", by: NOT_OFFENDER, gates: [] },
  { act: "put-on-hold", from: [...SINCE_APPROACH, "on_hold"], to: "on_hold", by: ANYBODY, gates: [] },
  ...PAUSABLE.map((to): Step => ({ act: "resume", from: ["on_hold"], to, by: STAFF, gates: RESUME_GATES[to] })),
  { act: "withdraw", from: BEFORE_APPROACH, to: "withdrawn", by: VICTIM, gates: [] },
  { act: "withdraw", from: [...SINCE_APPROACH, ...AFTERWARDS, "on_hold"], to: "withdrawn", by: BOTH, gates: [] },
  { act: "terminate", from: [...PAUSABLE, ...AFTERWARDS, "on_hold"], to: "terminated", by: STAFF, gates: [] },
];

const BESIDE: readonly Step[] = [
  ...staying("choose-format", VICTIM, PAUSABLE),
  { act: "disclose-danger", from: BEFORE_APPROACH, to: "on_hold", by: NOT_OFFENDER, gates: [] },
  { act: "disclose-danger", from: SINCE_APPROACH, to: "on_hold", by: ANYBODY, gates: [] },
  ...staying("disclose-danger", ANYBODY, [...AFTERWARDS, "on_hold"]),
  ...staying("address-danger", STAFF, [...AFTERWARDS, "on_hold"]),
];

/** The victim-offender dialogue as a table. */
export const DIALOGUE_MACHINE: Machine<DialogueState, DialogueAct> = {
  programme: "victim-offender-dialogue",
  initial: "none",
  states: DialogueState.options,
  terminal: DIALOGUE_ENDS,
  transitions: [...FORWARD, ...STOPPING, ...BESIDE],
};

/** What an open danger never holds up (INV-16): stopping, pausing, and attending to it. */
export const DIALOGUE_OPEN_IN_DANGER: readonly DialogueAct[] = [
  "withdraw",
  "decline-approach",
  "terminate",
  "put-on-hold",
  "disclose-danger",
  "address-danger",
];

/** Steps that bring a dialogue nearer to contact, or carry it on: every one needs the consents (INV-03). */
export const FORWARD_ACTS: readonly DialogueAct[] = [
  ...FORWARD.map(({ act }) => act).filter((act) => act !== "request" && act !== "decline-request"),
  "resume",
];
