import {
  type AttemptClaim,
  type EventBatch,
  type ObligationId,
  type ObligationStoreShape,
  type PersonTask,
  type StoredObligation,
  type StoredTask,
} from "@victim-rights/notification";
import { inMemoryObligationStore } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type { CustodyEvent } from "@victim-rights/core";
import type { Happening, Written } from "../check/happening.ts";

/** The in-memory store itself, without faults, and a mirror of what it holds for those who check. */
export type ObservedStore = {
  readonly shape: ObligationStoreShape;
  readonly obligations: ReadonlyMap<ObligationId, StoredObligation>;
  readonly openTasks: () => readonly StoredTask[];
  readonly tasks: ReadonlyMap<string, PersonTask>;
  readonly unsettled: () => readonly AttemptClaim[];
};

/** Opens a store that tells of every write. */
export const observedStore = (tell: (happening: Happening) => void): ObservedStore => {
  const inner = inMemoryObligationStore();
  const mirror = mirrorOf(inner, tell);
  const afterwards = (act: () => void) => Effect.sync(act);
  const shape: ObligationStoreShape = {
    ...inner,
    recordEvent: (batch, key) =>
      Effect.tap(inner.recordEvent(batch, key), () => afterwards(() => mirror.wrote(idsOf(batch), batch.event))),
    advance: (advance) =>
      Effect.tap(inner.advance(advance), () => afterwards(() => mirror.wrote([advance.obligation], null))),
    claimAttempt: (key, at) =>
      Effect.tap(inner.claimAttempt(key, at), ({ kind, claim }) =>
        afterwards(() => {
          const stored = mirror.obligations.get(key.obligation);
          if (kind === "claimed" && stored !== undefined) tell({ kind, claim, obligation: stored.obligation });
        }),
      ),
  };
  return {
    shape,
    obligations: mirror.obligations,
    tasks: mirror.tasks,
    openTasks: () => openTasksOf(inner),
    unsettled: () =>
      now(inner.listUnsettled({ claimedBefore: FAR, claimedFrom: LONG_AGO, limit: ALL, afterSequence: 0 }))?.items ??
      [],
  };
};

const idsOf = ({ obligations, advances }: EventBatch): readonly ObligationId[] =>
  [...obligations, ...advances].map(({ obligation }) => obligation);

type Mirror = {
  readonly obligations: ReadonlyMap<ObligationId, StoredObligation>;
  readonly tasks: ReadonlyMap<string, PersonTask>;
  readonly wrote: (ids: readonly ObligationId[], recorded: CustodyEvent | null) => void;
};

const mirrorOf = (inner: ObligationStoreShape, tell: (happening: Happening) => void): Mirror => {
  const obligations = new Map<ObligationId, StoredObligation>();
  const tasks = new Map<string, PersonTask>();
  const changeOf = (id: ObligationId): readonly Written[] => {
    const stored = now(inner.find(id));
    const before = obligations.get(id)?.obligation ?? null;
    if (stored === null || before?.revision === stored.obligation.revision) return [];
    obligations.set(id, stored);
    return [{ before, after: stored.obligation }];
  };
  return {
    obligations,
    tasks,
    wrote: (ids, recorded) => {
      const written = ids.flatMap(changeOf);
      if (recorded === null && written.length === 0) return;
      for (const { task } of openTasksOf(inner)) tasks.set(task.id, task);
      tell({ kind: "written", obligations: written, recorded });
    },
  };
};

const ALL = 100_000;
const LONG_AGO = "1801-01-01T00:00:00.000Z" as AttemptClaim["claimedAt"];
const FAR = "2199-01-01T00:00:00.000Z" as AttemptClaim["claimedAt"];

const openTasksOf = (inner: ObligationStoreShape): readonly StoredTask[] =>
  now(inner.listTasks({ limit: ALL, afterSequence: 0 }))?.items ?? [];

/** What an effect of the in-memory store answers: it waits for nothing. */
const now = <A, E>(effect: Effect.Effect<A, E>): A | null => {
  const exit = Effect.runSyncExit(effect);
  return Exit.isSuccess(exit) ? exit.value : null;
};
