import type { CustodyEvent, Offense, StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";

/** What the custody source has said of somebody so far. */
type CustodyHistory = { readonly events: readonly CustodyEvent[]; readonly offenses: readonly Offense[] };

/** What the agency has on record of those under supervision: the events that came in, and their offenses. */
export type CustodyRecords = {
  readonly of: (supervisedPersonId: string) => Effect.Effect<CustodyHistory, StoreUnavailable>;
  /** Remembers an event that was recorded with all that it leads to; once more does nothing. */
  readonly remember: (event: CustodyEvent) => Effect.Effect<void, StoreUnavailable>;
};

/** Records for as long as the process lasts. */
export const inMemoryCustodyRecords = (offenses: readonly Offense[] = []): CustodyRecords => {
  const events: CustodyEvent[] = [];
  return {
    of: (id) =>
      Effect.sync(() => ({
        events: events.filter(({ supervisedPersonId }) => supervisedPersonId === id),
        offenses: offenses.filter(({ supervisedPersonId }) => supervisedPersonId === id),
      })),
    remember: (event) =>
      Effect.sync(() => {
        if (!events.some((each) => each.id === event.id && Equal.equals(each, event))) events.push(event);
      }),
  };
};
