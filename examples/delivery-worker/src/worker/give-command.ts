import type { Instant, StoreUnavailable } from "@victim-rights/core";
import { type ObligationNotFound, ObligationStore, type StoredObligation } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { WorkerClock } from "./clock.ts";
import { type CommandBody, type CommandStated, commandIdOn } from "./command-body.ts";
import { actorOf, Settings } from "./worker-settings.ts";
import { WorkerLog } from "./worker-log.ts";

/** `taken`: it is in the record. `overtaken`: somebody else moved the obligation first; read it again and decide anew. */
export type Given = "taken" | "overtaken";

/** A command as this worker would state it now on an obligation. */
export const stateNow = ({ obligation }: StoredObligation) =>
  Effect.gen(function* () {
    const [clock, settings] = [yield* WorkerClock, yield* Settings];
    const at: Instant = yield* clock.now;
    return { id: commandIdOn(obligation), at, by: actorOf(settings) } satisfies CommandStated;
  });

/** How often a command is given whose fate the store could not tell. */
const TIMES = 4;

/**
 * Gives a command on the revision it was decided on. One whose fate is unknown is given again as it is, which changes
 * nothing if it was taken.
 */
export const giveCommand = (
  { obligation, revision }: StoredObligation,
  command: CommandBody,
): Effect.Effect<Given, ObligationNotFound | StoreUnavailable, ObligationStore | WorkerLog> =>
  Effect.gen(function* () {
    const [store, log] = [yield* ObligationStore, yield* WorkerLog];
    const about = { obligation: obligation.id, why: command.act };
    const taken = yield* store.advance({ obligation: obligation.id, expected: revision, command }).pipe(
      Effect.as("taken" as const),
      Effect.retry({ times: TIMES, while: (error) => error._tag === "StoreUnavailable" }),
      Effect.catch((error) =>
        error._tag === "StoreUnavailable" || error._tag === "ObligationNotFound"
          ? Effect.fail(error)
          : Effect.succeed("overtaken" as const),
      ),
    );
    yield* log.write({ event: taken === "taken" ? "step-recorded" : "step-overtaken", ...about });
    return taken;
  });
