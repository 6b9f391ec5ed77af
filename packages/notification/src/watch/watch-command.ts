import { Citation, Instant, LocalDate, SupervisedPersonId } from "@victim-rights/core";
import { z } from "zod";
import { NoticeCommandId, ReasonCode, RecordRef } from "../obligation/ids.ts";
import { NoticeActor } from "../obligation/notice-actor.ts";

const STATED = { id: NoticeCommandId, at: Instant, by: NoticeActor };
const command = <Act extends string, Shape extends z.ZodRawShape>(act: Act, shape: Shape) =>
  z.strictObject({ act: z.literal(act), ...STATED, ...shape });

/** Why a watch ends. There are two ways, and an agency's convenience is none of them. */
export const WatchEnd = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("registrants-wish"), on: LocalDate, writing: RecordRef }),
  z.strictObject({
    kind: z.literal("lawful-ground"),
    ground: ReasonCode,
    cites: z.array(Citation).min(1).readonly(),
    record: RecordRef,
  }),
]);
export type WatchEnd = Readonly<z.infer<typeof WatchEnd>>;

/**
 * What can be done with a watch.
 * - `link`: an agency says that two numbers are one person; `record` is where it says so.
 * - `unlink`: an agency takes that back. The watch follows both until a person has looked.
 * - `settle`: a person decided which numbers are the one that the registrant registered about.
 * - `end`: the registrant's own wish, or a ground of law.
 */
export const WatchCommand = z.discriminatedUnion("act", [
  command("link", { known: SupervisedPersonId, also: SupervisedPersonId, record: RecordRef }),
  command("unlink", { known: SupervisedPersonId, also: SupervisedPersonId, record: RecordRef }),
  command("settle", {
    follow: z.array(SupervisedPersonId).min(1).readonly(),
    reason: ReasonCode,
    record: RecordRef,
  }),
  command("end", { because: WatchEnd }),
]);
export type WatchCommand = Readonly<z.infer<typeof WatchCommand>>;
