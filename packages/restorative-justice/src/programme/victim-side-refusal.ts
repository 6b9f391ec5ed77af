import type { DangerPolicy } from "./danger.ts";
import type { AdvanceError } from "./errors.ts";

/** Why a command of the victim side is not taken, as it may be told. */
export type VictimSideRefusal = {
  /** Shown before all else while a disclosure of danger is open. */
  readonly first: string | null;
  readonly because: "danger-first" | "given-before" | "wrong-time" | "ended" | "not-open-now" | "not-yet";
  /** What would let a step of the victim side's own be taken; empty elsewhere. */
  readonly lifts: readonly string[];
};

const BECAUSE: Readonly<Record<AdvanceError["_tag"], VictimSideRefusal["because"]>> = {
  DangerComesFirst: "danger-first",
  CommandExistsWithDifferentContent: "given-before",
  ClockWentBack: "wrong-time",
  CaseEnded: "ended",
  StepNotOpen: "not-open-now",
  SideMayNot: "not-open-now",
  GatesStop: "not-yet",
};

/**
 * An error without what it says of others: the case's state, and so who ended or paused it, and the gates of anybody
 * else's step. `ownActs` are the acts of the victim side that gates are asked for, and that it may hear about.
 */
export const victimSideRefusal = (
  error: AdvanceError,
  { emergencyGuidance }: DangerPolicy,
  ownActs: readonly string[],
): VictimSideRefusal => ({
  first: error._tag === "DangerComesFirst" ? emergencyGuidance : null,
  because: BECAUSE[error._tag],
  lifts: error._tag === "GatesStop" && ownActs.includes(error.act) ? error.stopping.flatMap(({ lifts }) => lifts) : [],
});
