import { ObligationStore, ReasonCode } from "@victim-rights/notification";
import { spanned } from "@victim-rights-examples/observability";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import type { Channels } from "../channel/channels.ts";
import type { ContactBook } from "../contact/contact-book.ts";
import { JobEngine, LookFailed, type WakeHandlers } from "../job-engine/job-engine.ts";
import type { Wake } from "../job-engine/wake.ts";
import type { AgencyRuleBook } from "./agency-rules.ts";
import type { WorkerClock } from "./clock.ts";
import { handOver } from "./command-body.ts";
import { giveCommand, stateNow } from "./give-command.ts";
import { lookAtObligation } from "./look-at-obligation.ts";
import type { NoticeWriter } from "./notice-writer.ts";
import { WorkerLog } from "./worker-log.ts";
import type { Settings } from "./worker-settings.ts";

/** All that a worker needs around it. */
export type WorkerServices =
  | ObligationStore
  | JobEngine
  | Channels
  | ContactBook
  | AgencyRuleBook
  | NoticeWriter
  | WorkerClock
  | WorkerLog
  | Settings;

/** What a worker does with wakes, ready to be given to an engine. */
export const wakeHandlers: Effect.Effect<WakeHandlers, never, WorkerServices> = Effect.gen(function* () {
  const services = yield* Effect.context<WorkerServices>();
  return {
    look: (wake) => Effect.provideContext(traced("look", wake, look(wake)), services),
    dead: (wake) => Effect.provideContext(traced("hand-over-dead", wake, handOverDead(wake)), services),
  };
});

const traced = <Failure extends { readonly _tag: string }, Services>(
  name: string,
  wake: Wake,
  run: Effect.Effect<void, Failure, Services>,
) => failingByCode(wake, run).pipe(spanned(name, { obligation: wake.obligation, attempt: String(wake.attempt) }));

const look = (wake: Wake) =>
  Effect.gen(function* () {
    const looked = yield* lookAtObligation(wake.obligation);
    if (looked.kind === "no-headway") return yield* new LookFailed({ wake, why: "no-headway" });
    if (looked.kind === "nothing") return;
    const { attempt, until } = looked;
    const about = { obligation: wake.obligation, attempt };
    yield* (yield* WorkerLog).write({ event: "waiting", ...about, until });
    yield* (yield* JobEngine).wake({ ...about, at: until });
  });

/** Gives an obligation to a person whose looks failed every time; whoever has it already keeps it. */
const handOverDead = (wake: Wake) =>
  Effect.gen(function* () {
    const store = yield* ObligationStore;
    const stored = yield* store.find(wake.obligation);
    const { closedBy, state } = stored.obligation;
    if (closedBy !== null || state === "with-person") return;
    const given = yield* giveCommand(stored, handOver(FAILED_REPEATEDLY, yield* stateNow(stored)));
    if (given === "overtaken") return yield* new LookFailed({ wake, why: "overtaken" });
    yield* (yield* WorkerLog).write({ event: "handed-over", obligation: wake.obligation, why: FAILED_REPEATEDLY });
  });

const FAILED_REPEATEDLY = ReasonCode.parse("attempt-failed-repeatedly");

/**
 * Whatever goes wrong, an engine and a log hear a code of it: an error that nobody foresaw could hold what a registry or a
 * provider said.
 */
const failingByCode = <Failure extends { readonly _tag: string }, Services>(
  wake: Wake,
  run: Effect.Effect<void, Failure, Services>,
): Effect.Effect<void, LookFailed, Services | WorkerLog> =>
  Effect.catchCause(run, (cause) =>
    Effect.gen(function* () {
      const why = codeOf(cause);
      yield* (yield* WorkerLog).write({ event: "look-failed", ...wake, why });
      return yield* new LookFailed({ wake, why });
    }),
  );

const codeOf = (cause: Cause.Cause<{ readonly _tag: string }>): string => {
  const failure = cause.reasons.find(Cause.isFailReason);
  if (failure === undefined) return "broken";
  if (failure.error instanceof LookFailed) return failure.error.why;
  return failure.error._tag.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, "-").toLowerCase();
};
