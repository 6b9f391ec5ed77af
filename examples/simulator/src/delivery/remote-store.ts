import { StoreUnavailable } from "@victim-rights/core";
import type { ObligationStoreShape } from "@victim-rights/notification";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Predicate from "effect/Predicate";
import type { Process } from "../engine/process.ts";
import type { Simulation } from "../simulation.ts";

/** The store as a process reaches it: over a line that breaks before a write, after it, or nobody knows when. */
export const remoteStore = (process: Process, simulation: Simulation): ObligationStoreShape => {
  const { shape } = simulation.store;
  const line = { process, simulation };
  return {
    recordEvent: (batch, key) =>
      write(line, "recordEvent", { what: `recordEvent ${key}`, asked: shape.recordEvent(batch, key) }),
    recordEvents: (batches) =>
      write(line, "recordEvents", {
        what: `recordEvents ${batches.map(({ idempotencyKey }) => idempotencyKey).join(", ")}`,
        asked: shape.recordEvents(batches),
      }),
    advance: (advance) =>
      write(line, "advance", {
        what: `advance ${advance.obligation} by ${advance.command.act}`,
        asked: shape.advance(advance),
      }),
    claimAttempt: (key, at) =>
      write(line, "claimAttempt", {
        what: `claimAttempt ${key.attempt} of ${key.obligation}`,
        asked: shape.claimAttempt(key, at),
      }),
    settleAttempt: (key, result) =>
      write(line, "settleAttempt", {
        what: `settleAttempt ${key.attempt} of ${key.obligation}: ${result.outcome}`,
        asked: shape.settleAttempt(key, result),
      }),
    settleTask: (task, answer) =>
      write(line, "settleTask", { what: `settleTask ${task}`, asked: shape.settleTask(task, answer) }),
    find: (id) => read(line, "find", shape.find(id)),
    listDue: (asked) => read(line, "listDue", shape.listDue(asked)),
    listForPerson: (asked) => read(line, "listForPerson", shape.listForPerson(asked)),
    listUnsettled: (asked) => read(line, "listUnsettled", shape.listUnsettled(asked)),
    listTasks: (asked) => read(line, "listTasks", shape.listTasks(asked)),
    findTasks: (ids) => read(line, "findTasks", shape.findTasks(ids)),
  };
};

type Line = { readonly process: Process; readonly simulation: Simulation };
type Write<A, E> = { readonly what: string; readonly asked: Effect.Effect<A, E> };

const write = <A, E>({ process, simulation }: Line, during: string, { what, asked }: Write<A, E>) =>
  process.call<A, E | StoreUnavailable>({
    what,
    outlives: true,
    act: () => {
      const { faults, trace } = simulation;
      const say = (came: string): void => trace.write(process.name, `${what}: ${came}`);
      if (faults.hits("store-refuses")) {
        say("no answer, not made");
        return Exit.fail(new StoreUnavailable({ commit: "not-made", during }));
      }
      if (!faults.hits("commit-unknown")) return told(Effect.runSyncExit(asked), say);
      const isMade = faults.random("commit-unknown").hits(500);
      if (isMade) Effect.runSyncExit(asked);
      say(`no answer, ${isMade ? "made" : "not made"}, nobody knows`);
      return Exit.fail(new StoreUnavailable({ commit: "unknown", during }));
    },
  });

const told = <A, E>(exit: Exit.Exit<A, E>, say: (came: string) => void): Exit.Exit<A, E> => {
  say(Exit.isSuccess(exit) ? "done" : failureOf(exit));
  return exit;
};

/** A failure by its tag. */
export const failureOf = (exit: Exit.Exit<unknown, unknown>): string => {
  if (Exit.isSuccess(exit)) return "done";
  const failure = exit.cause.reasons.find(Cause.isFailReason);
  if (failure === undefined) return "broken off";
  return Predicate.hasProperty(failure.error, "_tag") ? String(failure.error._tag) : "failed";
};

const read = <A, E>({ process, simulation }: Line, during: string, asked: Effect.Effect<A, E>) =>
  process.call<A, E | StoreUnavailable>({
    what: during,
    act: () =>
      simulation.faults.hits("store-refuses")
        ? Exit.fail(new StoreUnavailable({ commit: "not-made", during }))
        : Effect.runSyncExit(asked),
  });
