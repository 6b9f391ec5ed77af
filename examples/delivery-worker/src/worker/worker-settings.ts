import { NoticeActor, type NoticeActorId } from "@victim-rights/notification";
import * as Context from "effect/Context";
import { z } from "zod";

/** How one worker goes about it. House rules, all of them. */
export const WorkerSettings = z
  .strictObject({
    /** Who the record says acted. */
    worker: NoticeActor.shape.id,
    /** A recorded attempt that was not sent by then is not sent any more but chosen anew: what was safe may not be now. */
    freshSeconds: z.int().min(10).max(600).default(60),
    /** A claim that nobody settled by then is asked about: its worker may be gone. Longer than any look may take. */
    doubtAfterSeconds: z.int().min(1).max(3600).default(180),
    /** A claim so old is not asked about any more; its obligation has long gone on without it. */
    askForHours: z.int().min(1).max(720).default(72),
    /** How far this machine's clock and the database's may be apart; a worker further off does not work. */
    clockWithinSeconds: z.int().min(1).max(600).default(60),
    /** How many records are read at once. */
    pageSize: z.int().min(1).max(1000).default(200),
  })
  .readonly();
export type WorkerSettings = z.infer<typeof WorkerSettings>;

/** The settings that a running worker goes by. */
export class Settings extends Context.Service<Settings, WorkerSettings>()(
  "@victim-rights-examples/delivery-worker/Settings",
) {}

/** The worker as the record names who acts. */
export const actorOf = ({ worker }: { readonly worker: NoticeActorId }): NoticeActor => ({
  role: "system",
  id: worker,
});
