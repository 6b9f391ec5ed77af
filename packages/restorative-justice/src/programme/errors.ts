import type { Instant } from "@victim-rights/core";
import * as Data from "effect/Data";
import type { Side } from "./actor.ts";
import type { GateResult } from "./gate-result.ts";
import type { CommandId } from "./ids.ts";

/** Somebody disclosed immediate danger: that comes before anything else (INV-16), and the case is unchanged. */
export class DangerComesFirst extends Data.TaggedError("DangerComesFirst")<{
  readonly act: string;
  readonly disclosure: CommandId;
  /** What to show, before anything else. */
  readonly guidance: string;
}> {
  /** The invariant that bars the step; no policy can switch it off. */
  readonly invariant = "INV-16";

  override get message(): string {
    return `danger was disclosed in \`${this.disclosure}\`: attend to it before \`${this.act}\` (${this.invariant})`;
  }
}

/** A command's id was used before, for something else. */
export class CommandExistsWithDifferentContent extends Data.TaggedError("CommandExistsWithDifferentContent")<{
  readonly command: CommandId;
}> {
  override get message(): string {
    return `\`${this.command}\` was given before with other content: give a new command an id of its own`;
  }
}

/** A command is dated before the last one of the case. */
export class ClockWentBack extends Data.TaggedError("ClockWentBack")<{ readonly at: Instant; readonly last: Instant }> {
  override get message(): string {
    return `dated ${this.at}, before the last step at ${this.last}: check the clock`;
  }
}

/** A case is over: nothing leaves this state, and a new case needs a new request. */
export class CaseEnded extends Data.TaggedError("CaseEnded")<{ readonly state: string }> {
  override get message(): string {
    return `the case is ended (\`${this.state}\`): a new one needs a new request of the victim side`;
  }
}

/** The step is none of those that the programme's table lists from this state. */
export class StepNotOpen extends Data.TaggedError("StepNotOpen")<{
  readonly act: string;
  readonly state: string;
  readonly open: readonly string[];
}> {
  override get message(): string {
    const open = this.open.map((act) => `\`${act}\``).join(", ");
    return `\`${this.act}\` is no step from \`${this.state}\`: ${open === "" ? "there is none for this side" : `open are ${open}`}`;
  }
}

/** This side may not take the step. */
export class SideMayNot extends Data.TaggedError("SideMayNot")<{
  readonly act: string;
  readonly side: Side;
  readonly may: readonly Side[];
}> {
  override get message(): string {
    return `\`${this.act}\` is not for the ${this.side}: it is for ${this.may.join(", ")}`;
  }
}

/** Gates stop the step; every one of them is told, and the case stays as it is. */
export class GatesStop extends Data.TaggedError("GatesStop")<{
  readonly act: string;
  readonly stopping: readonly [GateResult, ...GateResult[]];
}> {
  override get message(): string {
    const gates = this.stopping.map(({ gate, outcome }) => `${gate} (${outcome})`).join(", ");
    return `\`${this.act}\` is stopped by ${gates}: see what would lift each`;
  }
}

/**
 * Why a step is not taken, in order of precedence, an open danger before all else; the case is unchanged then. A command
 * given again with the same content is no step, and is never refused.
 */
export type AdvanceError =
  | DangerComesFirst
  | CommandExistsWithDifferentContent
  | ClockWentBack
  | CaseEnded
  | StepNotOpen
  | SideMayNot
  | GatesStop;
