import type { Instant } from "@victim-rights/core";
import * as Data from "effect/Data";
import type { ClockWentBack, CommandExistsWithDifferentContent } from "../obligation/errors.ts";
import type { NoticeRole } from "../obligation/notice-actor.ts";
import type { WatchCommand } from "./watch-command.ts";

/** The watch has ended: a new one needs a new registration. */
export class WatchEnded extends Data.TaggedError("WatchEnded")<{ readonly at: Instant }> {
  override get message(): string {
    return `the watch ended at ${this.at}: begin a new one`;
  }
}

/** This role may not do it: a registrant does not say who is who, and no system ends a watch or settles a doubt. */
export class WatchRoleMayNot extends Data.TaggedError("WatchRoleMayNot")<{
  readonly act: WatchCommand["act"];
  readonly role: NoticeRole;
  readonly may: readonly NoticeRole[];
}> {
  override get message(): string {
    return `\`${this.act}\` is not for the role ${this.role}: it is for ${this.may.join(", ")}`;
  }
}

/** The numbers of a command are none that the watch can take: neither is followed, or no such link stands. */
export class LinkUnknown extends Data.TaggedError("LinkUnknown")<{ readonly act: WatchCommand["act"] }> {
  override get message(): string {
    return `\`${this.act}\` names numbers that this watch does not follow: name one that it follows first`;
  }
}

/** Why a command is not taken, in order of precedence; the watch is unchanged then. */
export type WatchError = CommandExistsWithDifferentContent | ClockWentBack | WatchEnded | WatchRoleMayNot | LinkUnknown;
