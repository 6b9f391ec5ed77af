import { createHash } from "node:crypto";
import type { Instant } from "@victim-rights/core";
import {
  type CommandTo,
  type NoticeActor,
  NoticeCommandId,
  type Obligation,
  type ObligationCommand,
  ReasonCode,
} from "@victim-rights/notification";

/** Who says it, when, and under which id. */
export type CommandStated = { readonly id: NoticeCommandId; readonly at: Instant; readonly by: NoticeActor };

/** A command that the worker gives. */
export type CommandBody = ObligationCommand;

/**
 * The id of a command that is decided on a revision: a worker that gives it again, not knowing whether it was taken, gives
 * the same, and two workers that decide on one revision meet in it.
 */
export const commandIdOn = ({ id, revision }: Pick<Obligation, "id" | "revision">): NoticeCommandId =>
  NoticeCommandId.parse(
    `w-${createHash("sha256")
      .update(JSON.stringify([id, revision]))
      .digest("hex")}`,
  );

const VICTIM_SERVICES = ReasonCode.parse("victim-services");

/** Hands an obligation to whoever answers for contact with victims. */
export const handOver = (reason: ReasonCode, stated: CommandStated): CommandTo<"hand-to-person"> => ({
  act: "hand-to-person",
  ...stated,
  queue: VICTIM_SERVICES,
  reason,
});
