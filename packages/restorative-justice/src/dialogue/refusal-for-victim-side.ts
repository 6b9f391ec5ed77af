import type { DialoguePolicy } from "../gate/dialogue-policy.ts";
import type { DialogueError } from "./advance-dialogue.ts";

/** Why a command of the victim side is not taken, as it may be told. */
export type VictimSideRefusal = {
  /** Shown before all else while a disclosure of danger is open. */
  readonly first: string | null;
  readonly because: "danger-first" | "given-before" | "wrong-time" | "ended" | "not-open-now" | "not-yet";
  /** What would let a request be taken; empty elsewhere. */
  readonly lifts: readonly string[];
};

const BECAUSE: Readonly<Record<DialogueError["_tag"], VictimSideRefusal["because"]>> = {
  DangerComesFirst: "danger-first",
  CommandExistsWithDifferentContent: "given-before",
  ClockWentBack: "wrong-time",
  CaseEnded: "ended",
  StepNotOpen: "not-open-now",
  SideMayNot: "not-open-now",
  GatesStop: "not-yet",
};

/**
 * Tells the victim side that its command was not taken. The error itself names the case's state, and so who ended or
 * paused it: hand this over instead. Gates are asked of the victim side for its own request alone.
 */
export const refusalForVictimSide = (
  error: DialogueError,
  { emergencyGuidance }: Pick<DialoguePolicy, "emergencyGuidance">,
): VictimSideRefusal => ({
  first: error._tag === "DangerComesFirst" ? emergencyGuidance : null,
  because: BECAUSE[error._tag],
  lifts: error._tag === "GatesStop" && error.act === "request" ? error.stopping.flatMap(({ lifts }) => lifts) : [],
});
