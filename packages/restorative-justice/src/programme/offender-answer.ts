import type { ProgrammeCommand } from "./command.ts";
import type { DangerPolicy } from "./danger.ts";
import type { CommandId } from "./ids.ts";

/**
 * What the offender side is answered in a programme where it takes no step but to say that somebody is in danger: the
 * same whatever the case's state, so that a refusal tells nothing (15.2). Hand this over, and never the error of a
 * programme's `advance`.
 */
export type OffenderAnswer = {
  /** Shown before all else to whoever discloses danger. */
  readonly first: string | null;
  /** `received` says that a disclosure came in, and nothing about what came of it. */
  readonly kind: "received" | "not-open";
  readonly command: CommandId;
};

/** The answer to any command of the offender side; it takes no case, and so cannot depend on one. */
export const answerOffender = (
  { id, act }: Pick<ProgrammeCommand, "id" | "act">,
  { emergencyGuidance }: DangerPolicy,
): OffenderAnswer =>
  act === "disclose-danger"
    ? { first: emergencyGuidance, kind: "received", command: id }
    : { first: null, kind: "not-open", command: id };
