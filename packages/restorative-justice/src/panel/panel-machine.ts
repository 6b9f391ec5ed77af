import type { Side } from "../programme/actor.ts";
import { dangerSteps } from "../programme/danger.ts";
import type { Machine, Transition } from "../programme/machine.ts";
import type { PanelAct } from "./panel-command.ts";
import { PanelState } from "./panel-state.ts";

type Step = Transition<PanelState, PanelAct>;

const SPEAKER: readonly Side[] = ["victim-side"];
const STAFF: readonly Side[] = ["programme", "facilitator"];
const EITHER: readonly Side[] = [...SPEAKER, ...STAFF];

const RUNNING: readonly PanelState[] = PanelState.options.filter((state) => state !== "paused" && state !== "left");

/** Where a speaker comes back to: a match lapses with a pause, and a debriefing that is owed stays owed. */
export const resumedAt = (paused: PanelState): PanelState =>
  paused === "matched" || paused === "audience_checked" ? "available" : paused;

const READY: readonly Step[] = [
  { act: "interview", from: ["interested"], to: "readiness_interview", by: STAFF, gates: [] },
  { act: "not-now", from: ["readiness_interview"], to: "not_now", by: EITHER, gates: [] },
  // Only the speaker opens it again: nobody is asked whether it is time yet.
  { act: "ask-again", from: ["not_now"], to: "interested", by: SPEAKER, gates: [] },
  { act: "train", from: ["readiness_interview"], to: "trained", by: STAFF, gates: ["G-VP-proceedings"] },
  { act: "become-available", from: ["trained"], to: "available", by: SPEAKER, gates: ["G-VP-proceedings"] },
];

const SPEAKING: readonly Step[] = [
  { act: "match", from: ["available"], to: "matched", by: STAFF, gates: ["G-VP-proceedings"] },
  { act: "unmatch", from: ["matched", "audience_checked"], to: "available", by: EITHER, gates: [] },
  {
    act: "check-audience",
    from: ["matched", "audience_checked"],
    to: "audience_checked",
    by: STAFF,
    gates: ["G-VP-audience"],
  },
  {
    act: "speak",
    from: ["audience_checked"],
    to: "spoke",
    by: STAFF,
    gates: ["G-VP-audience", "G-VP-audience-age", "G-VP-proceedings", "G-VP-observers"],
  },
  { act: "debrief", from: ["spoke"], to: "debriefed", by: STAFF, gates: [] },
  { act: "return", from: ["debriefed"], to: "available", by: SPEAKER, gates: [] },
];

const STOPPING: readonly Step[] = [
  { act: "pause", from: RUNNING, to: "paused", by: SPEAKER, gates: [] },
  ...[...new Set(RUNNING.map(resumedAt))].map((to): Step => ({
    act: "resume",
    from: ["paused"],
    to,
    by: SPEAKER,
    gates: [],
  })),
  { act: "leave", from: [...RUNNING, "paused"], to: "left", by: SPEAKER, gates: [] },
];

/** What an open danger never holds up (INV-16): stopping in every form, and attending to it. */
export const PANEL_OPEN_IN_DANGER: readonly PanelAct[] = [
  "pause",
  "leave",
  "unmatch",
  "not-now",
  "disclose-danger",
  "address-danger",
];

/**
 * Victim impact panels as a table. No step leads from `matched` to `spoke`, and the offender side takes none but to say
 * that somebody is in danger.
 */
export const PANEL_MACHINE: Machine<PanelState, PanelAct> = {
  programme: "impact-panel",
  initial: "interested",
  states: PanelState.options,
  terminal: ["left"],
  transitions: [...READY, ...SPEAKING, ...STOPPING, ...dangerSteps(PanelState.options)],
};
