import { z } from "zod";
import { NoticeActorId } from "./ids.ts";

/**
 * In which role somebody acts.
 * - `system`: the agency's own software.
 * - `channel`: the provider that carries a notice.
 * - `staff`: a person who works for the agency.
 * - `registrant`: the person whom the notice is for, by an answer of their own.
 */
export const NoticeRole = z.enum(["system", "channel", "staff", "registrant"]);
export type NoticeRole = z.infer<typeof NoticeRole>;

/** Somebody who acts, in which role. */
export const NoticeActor = z.strictObject({ role: NoticeRole, id: NoticeActorId });
export type NoticeActor = Readonly<z.infer<typeof NoticeActor>>;
