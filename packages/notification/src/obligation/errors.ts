import type { Instant } from "@victim-rights/core";
import * as Data from "effect/Data";
import type { NoticeCommandId } from "./ids.ts";
import type { NoticeRole } from "./notice-actor.ts";
import type { ObligationAct } from "./obligation-command.ts";
import type { ObligationState } from "./obligation-state.ts";

/** A command's id was used before, for something else. */
export class CommandExistsWithDifferentContent extends Data.TaggedError("CommandExistsWithDifferentContent")<{
  readonly command: NoticeCommandId;
}> {
  override get message(): string {
    return `\`${this.command}\` was given before with other content: give a new command an id of its own`;
  }
}

/** A command is dated before the last one of the obligation. */
export class ClockWentBack extends Data.TaggedError("ClockWentBack")<{ readonly at: Instant; readonly last: Instant }> {
  override get message(): string {
    return `dated ${this.at}, before the last step at ${this.last}: check the clock`;
  }
}

/** The command is none of those that the table lists from this state. */
export class StepNotPossible extends Data.TaggedError("StepNotPossible")<{
  readonly act: ObligationAct;
  readonly state: ObligationState;
  readonly possible: readonly ObligationAct[];
}> {
  override get message(): string {
    const possible = this.possible.map((act) => `\`${act}\``).join(", ");
    return `\`${this.act}\` is no step from \`${this.state}\`: ${possible === "" ? "nothing leaves it" : `possible are ${possible}`}`;
  }
}

/** This role may not take the step. */
export class RoleMayNot extends Data.TaggedError("RoleMayNot")<{
  readonly act: ObligationAct;
  readonly role: NoticeRole;
  readonly may: readonly NoticeRole[];
}> {
  override get message(): string {
    return `\`${this.act}\` is not for the role ${this.role}: it is for ${this.may.join(", ")}`;
  }
}

/** An attempt is not the one that was scheduled, or is out of its order. */
export class AttemptNotAsScheduled extends Data.TaggedError("AttemptNotAsScheduled")<{
  readonly differs: "attempt" | "method" | "contact" | "too-early";
  readonly expected: number;
}> {
  override get message(): string {
    return `attempt ${this.expected} comes next and this differs from it (${this.differs}): schedule it first, and make it as scheduled`;
  }
}

/** The person's safe-contact wishes were not read again between the scheduling of an attempt and the attempt. */
export class SafeContactNotChecked extends Data.TaggedError("SafeContactNotChecked")<{
  readonly checkedAt: Instant;
  readonly since: Instant;
}> {
  override get message(): string {
    return `safe contact was last read at ${this.checkedAt}: read it again after ${this.since} and before the attempt`;
  }
}

/** Why evidence does not show what its command says. */
export type Misfit =
  | "no-such-attempt"
  | "another-event"
  | "not-a-later-revision"
  | "search-not-as-recorded"
  | "return-receipt-needed"
  | "not-delivered"
  | "nothing-was-sent"
  | "corrects-itself"
  | "dated-after-command";

/** The evidence does not show what the command says. */
export class EvidenceDoesNotFit extends Data.TaggedError("EvidenceDoesNotFit")<{
  readonly act: ObligationAct;
  readonly misfit: Misfit;
}> {
  override get message(): string {
    return `the evidence does not bear \`${this.act}\` out (${this.misfit}): ${FIX[this.misfit]}`;
  }
}

const FIX: Readonly<Record<Misfit, string>> = {
  "no-such-attempt": "name an attempt that was made",
  "another-event": "name the event that the obligation is about",
  "not-a-later-revision": "name a revision after the obligation's own",
  "search-not-as-recorded": "record each step of the search first, and list those",
  "return-receipt-needed": "the law names certified mail alone: bring its return receipt or the person's confirmation",
  "not-delivered": "record the channel's receipt first",
  "nothing-was-sent": "nobody can have received it: withdraw it instead",
  "corrects-itself": "name the correction, which is an obligation of its own",
  "dated-after-command": "check the clock of whoever made the record",
};

/** Why a command is not taken, in order of precedence; the obligation is unchanged then. */
export type ObligationError =
  | CommandExistsWithDifferentContent
  | ClockWentBack
  | StepNotPossible
  | RoleMayNot
  | AttemptNotAsScheduled
  | SafeContactNotChecked
  | EvidenceDoesNotFit;
