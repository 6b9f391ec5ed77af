import type { ContactMethod, Instant } from "@victim-rights/core";
import type { ObligationId } from "@victim-rights/notification";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";

/** What a worker tells of its work: events, ids and codes. There is no field for a text, a name or an address. */
export type LogLine = {
  readonly event:
    | "worker-started"
    | "worker-stopping"
    | "worker-stopped"
    | "step-recorded"
    | "step-overtaken"
    | "send-claimed"
    | "send-answered"
    | "doubt-resolved"
    | "waiting"
    | "swept"
    | "reconciled"
    | "handed-over"
    | "look-failed"
    | "clock-differs"
    | "report-read"
    | "report-refused"
    | "trouble";
  readonly obligation?: ObligationId;
  readonly attempt?: number;
  readonly channel?: ContactMethod;
  /** A code in kebab case. */
  readonly why?: string;
  readonly until?: Instant;
  readonly count?: number;
};

/** Where lines go. */
export type WorkerLogShape = { readonly write: (line: LogLine) => Effect.Effect<void> };

/** The port that a running worker tells of its work. */
export class WorkerLog extends Context.Service<WorkerLog, WorkerLogShape>()(
  "@victim-rights-examples/delivery-worker/WorkerLog",
) {}

/** Lines of JSON, each with the time and the worker; whatever is no code is left out of `why`. */
export const jsonLog = (
  write: (text: string) => void,
  { worker, now }: { readonly worker: string; readonly now: () => Instant },
): WorkerLogShape => ({
  write: ({ why, ...line }) =>
    Effect.sync(() => {
      const code = why === undefined ? {} : { why: /^[a-z]+(?:-[a-z0-9]+)*$/u.test(why) ? why : "not-a-code" };
      write(`${JSON.stringify({ at: now(), worker, ...line, ...code })}\n`);
    }),
});
