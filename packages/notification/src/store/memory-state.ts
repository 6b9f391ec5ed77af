import type { ObligationId, PersonTaskId } from "../obligation/ids.ts";
import type { AuditFact } from "./audit-fact.ts";
import type {
  AttemptClaim,
  AttemptKey,
  EventBatch,
  Page,
  PageAsked,
  RecordedEvent,
  StoredObligation,
  StoredTask,
} from "./store-records.ts";

/** A batch that was recorded, with the answer that it was given. */
type RecordedBatch = { readonly batch: EventBatch; readonly answer: RecordedEvent };

/** Everything that the in-memory store holds: replaced whole with each write, so that a write is made whole or not at all. */
export type MemoryState = {
  readonly sequence: number;
  readonly obligations: ReadonlyMap<ObligationId, StoredObligation>;
  readonly tasks: ReadonlyMap<PersonTaskId, StoredTask>;
  readonly claims: ReadonlyMap<string, AttemptClaim>;
  readonly batches: ReadonlyMap<string, RecordedBatch>;
  readonly audit: readonly AuditFact[];
};

/** A store that holds nothing. */
export const EMPTY_STATE: MemoryState = {
  sequence: 0,
  obligations: new Map(),
  tasks: new Map(),
  claims: new Map(),
  batches: new Map(),
  audit: [],
};

/** The one text of a send's key. */
export const claimKey = ({ obligation, attempt, channel }: AttemptKey): string => `${channel} ${attempt} ${obligation}`;

/** A page of what has a place in the store's order. */
export const pageOf = <Item extends { readonly sequence: number }>(
  all: Iterable<Item>,
  { limit, afterSequence }: PageAsked,
): Page<Item> => {
  const following = [...all]
    .filter(({ sequence }) => sequence > afterSequence)
    .toSorted((one, other) => one.sequence - other.sequence);
  const items = following.slice(0, limit);
  return { items, next: following.length > items.length ? (items.at(-1)?.sequence ?? null) : null };
};

/** A map with one value put in. */
export const withValue = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map(map).set(key, value);
