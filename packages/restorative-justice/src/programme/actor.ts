import { z } from "zod";
import { ActorId } from "./ids.ts";

/**
 * On whose behalf somebody acts. `victim-side` is the victim or a lawful victim-side requester; `offender-side` anybody who
 * acts for the person who caused the harm. The other three answer for the programme.
 */
export const Side = z.enum(["victim-side", "offender-side", "facilitator", "programme", "court"]);
export type Side = z.infer<typeof Side>;

/** Somebody who acts, and on which side. */
export const Actor = z.strictObject({ side: Side, id: ActorId });
export type Actor = Readonly<z.infer<typeof Actor>>;
