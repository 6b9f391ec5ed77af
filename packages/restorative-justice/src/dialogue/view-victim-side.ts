import type { Instant } from "@victim-rights/core";
import type { DialogueFormat } from "../gate/request.ts";
import { type DangerPolicy, firstOf } from "../programme/danger.ts";
import type { DialogueCase } from "./dialogue-case.ts";
import type { Alternative, NotAcceptedReason } from "./dialogue-command.ts";
import type { DialogueState } from "./dialogue-state.ts";

/** Where a dialogue stands, as the victim side is told. However the other side ends it, it has `ended`. */
export type VictimSidePhase =
  | "not-asked"
  | "asked"
  | "intake"
  | "offender-approached"
  | "preparing"
  | "readiness-review"
  | "scheduled"
  | "held"
  | "aftercare"
  | "paused"
  | "not-accepted"
  | "closed"
  | "ended";

/** All that the victim side sees of a dialogue. */
export type VictimSideView = {
  /** Shown before all else while a disclosure of danger is open. */
  readonly first: string | null;
  readonly phase: VictimSidePhase;
  readonly format: DialogueFormat | null;
  /** Her own sessions. */
  readonly sessions: readonly Instant[];
  readonly dialogueAt: Instant | null;
  /** Why the request was not taken, in safe terms, and what is offered; `null` elsewhere. */
  readonly notAccepted: {
    readonly reasons: readonly NotAcceptedReason[];
    readonly alternatives: readonly Alternative[];
  } | null;
};

const PHASES: Readonly<Record<DialogueState, VictimSidePhase>> = {
  none: "not-asked",
  requested: "asked",
  intake: "intake",
  offender_approach: "offender-approached",
  preparation: "preparing",
  readiness_review: "readiness-review",
  scheduled: "scheduled",
  dialogue_held: "held",
  post_dialogue: "aftercare",
  on_hold: "paused",
  not_accepted: "not-accepted",
  offender_declined: "ended",
  closed: "closed",
  withdrawn: "ended",
  terminated: "ended",
};

/** The victim side's view. Who paused or ended a dialogue is not in it, and neither is what the gates found. */
export const victimSideView = (dialogue: DialogueCase, policy: DangerPolicy): VictimSideView => {
  const { state, format, dialogueAt, commands } = dialogue;
  const declined = commands.find((command) => command.act === "decline-request");
  return {
    first: firstOf(dialogue, policy),
    phase: PHASES[state],
    format,
    sessions: commands.flatMap((each) =>
      each.act === "hold-session" && each.with === "victim-side" ? [each.sessionAt] : [],
    ),
    dialogueAt,
    notAccepted: declined === undefined ? null : { reasons: declined.reasons, alternatives: declined.alternatives },
  };
};
