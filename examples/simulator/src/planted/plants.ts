import { type ObligationStoreShape } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import { NoticeActorId, NoticeCommandId, RecordRef } from "@victim-rights/notification";

/** Where a system can be broken on purpose. What is `null` or `false` is as it should be. */
export type Plants = {
  /** The store as workers see it. */
  readonly worker: ((store: ObligationStoreShape) => ObligationStoreShape) | null;
  /** The store as those who record events see it. */
  readonly recorder: ((store: ObligationStoreShape) => ObligationStoreShape) | null;
  readonly admitsEverything: boolean;
  readonly hearsNoSilence: boolean;
  readonly logsAddresses: boolean;
  readonly tellsTheBarred: boolean;
};

/** The system as it is. */
export const NO_PLANTS: Plants = {
  worker: null,
  recorder: null,
  admitsEverything: false,
  hearsNoSilence: false,
  logsAddresses: false,
  tellsTheBarred: false,
};

/** Systems that are broken in one thing each, and the promise that each breaks first or at last. */
export const PLANTED = {
  "no-claim-before-send": {
    ...NO_PLANTS,
    worker: (store) => ({
      ...store,
      claimAttempt: (key, at) =>
        Effect.map(store.claimAttempt(key, at), ({ claim }) => ({
          kind: "claimed" as const,
          claim: { ...claim, result: null },
        })),
    }),
  },
  "closes-without-evidence": {
    ...NO_PLANTS,
    worker: (store) => ({
      ...store,
      settleAttempt: (key, result) =>
        Effect.tap(store.settleAttempt(key, result), () =>
          result.outcome === "accepted" ? confirm(store, key) : Effect.void,
        ),
    }),
  },
  "sweeper-skips": {
    ...NO_PLANTS,
    worker: (store) => ({
      ...store,
      listDue: (asked) =>
        Effect.map(store.listDue(asked), ({ items, next }) => ({ next, items: items.filter((_, index) => index > 0) })),
    }),
  },
  "forgets-on-unknown-commit": {
    ...NO_PLANTS,
    recorder: (store) => ({
      ...store,
      recordEvent: (batch, key) =>
        Effect.catchTag(store.recordEvent(batch, key), "StoreUnavailable", (error) =>
          error.commit === "not-made"
            ? Effect.fail(error)
            : Effect.succeed({
                event: batch.event.id,
                revision: 1,
                sequence: 1,
                opened: [],
                alreadyOpen: [],
                tasks: [],
              }),
        ),
    }),
  },
  "missing-correction": {
    ...NO_PLANTS,
    recorder: (store) => ({
      ...store,
      recordEvent: (batch, key) =>
        store.recordEvent(
          { ...batch, obligations: batch.obligations.filter(({ terms }) => terms.kind !== "correction") },
          key,
        ),
    }),
  },
  "ignores-bulk-changes": { ...NO_PLANTS, admitsEverything: true },
  "hears-no-silence": { ...NO_PLANTS, hearsNoSilence: true },
  "logs-an-address": { ...NO_PLANTS, logsAddresses: true },
  "tells-the-barred": { ...NO_PLANTS, tellsTheBarred: true },
} as const satisfies Readonly<Record<string, Plants>>;

/** A planted fault. */
export type PlantName = keyof typeof PLANTED;

const confirm = (
  store: ObligationStoreShape,
  {
    obligation,
    attempt,
  }: { readonly obligation: Parameters<ObligationStoreShape["find"]>[0]; readonly attempt: number },
) =>
  Effect.gen(function* () {
    const stored = yield* store.find(obligation);
    const at = stored.obligation.lastAt;
    yield* store.advance({
      obligation,
      expected: stored.revision,
      command: {
        act: "confirm",
        id: NoticeCommandId.parse(`made-up-${attempt}`),
        at,
        by: { role: "system", id: NoticeActorId.parse("worker") },
        evidence: { kind: "confirmed-by-person", how: "voice", at, attempt, record: RecordRef.parse("made-up") },
      },
    });
  }).pipe(Effect.ignore);
