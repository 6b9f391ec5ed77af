import type { EventKind, Revision } from "@victim-rights/core";
import * as Result from "effect/Result";
import { compareText } from "../compare-text.ts";
import type { FeedId } from "../guard/feed-id.ts";
import type {
  DecideHold,
  EventStanding,
  FeedBatch,
  FeedOutline,
  HeardFeed,
  HoldDecided,
  HoldOutline,
  KeptEvent,
} from "./feed-records.ts";
import { admitEvents, decideFeedHold, type FeedState, newFeed } from "./feed-state.ts";
import type { DecideHoldError } from "./feed-store.ts";
import { withValue } from "./memory-state.ts";

/** An event in memory; `kept` is `null` once it is in the record. */
type MemoryEvent = EventStanding & { readonly kept: KeptEvent | null };

/** A feed in memory: replaced whole with each write. */
export type MemoryFeed = {
  readonly state: FeedState;
  readonly sequence: number;
  readonly events: ReadonlyMap<string, MemoryEvent>;
  readonly decided: ReadonlyMap<number, HoldDecided>;
};

/** Feeds by name. */
export type MemoryFeeds = ReadonlyMap<FeedId, MemoryFeed>;

type WrittenFeeds<Answer> = { readonly feeds: MemoryFeeds; readonly answer: Answer };

const feedIn = (feeds: MemoryFeeds, feed: FeedId): MemoryFeed =>
  feeds.get(feed) ?? { state: newFeed(feed), sequence: 0, events: new Map(), decided: new Map() };

/** Takes a batch in. */
export const admitIn = (feeds: MemoryFeeds, batch: FeedBatch): WrittenFeeds<readonly EventStanding[]> => {
  const held = feedIn(feeds, batch.feed);
  const byKey = new Map(batch.events.map((each) => [each.idempotencyKey, each]));
  const fresh = [...byKey.values()].filter(({ idempotencyKey }) => !held.events.has(idempotencyKey));
  const { state, standings } = admitEvents(held.state, fresh, batch);
  const events = new Map(held.events);
  for (const [at, standing] of standings.entries()) {
    const given = fresh[at];
    if (given === undefined) continue;
    events.set(given.idempotencyKey, { ...standing, kept: { ...given, sequence: held.sequence + at + 1 } });
  }
  const next = { ...held, state, events, sequence: held.sequence + fresh.length };
  const answer = batch.events.flatMap(({ idempotencyKey }) => {
    const known = events.get(idempotencyKey);
    return known === undefined ? [] : [{ standing: known.standing, hold: known.hold }];
  });
  return { feeds: withValue(feeds, batch.feed, next), answer };
};

/** Lets go of what is in the record. */
export const confirmIn = (feeds: MemoryFeeds, feed: FeedId, keys: readonly string[]): MemoryFeeds => {
  const held = feeds.get(feed);
  if (held === undefined) return feeds;
  const wanted = new Set(keys);
  const events = [...held.events].map(([key, each]) =>
    wanted.has(key) && each.standing === "admitted"
      ? ([key, { ...each, standing: "recorded" as const, kept: null }] as const)
      : ([key, each] as const),
  );
  return withValue(feeds, feed, { ...held, events: new Map(events) });
};

/** Ends a hold. */
export const decideIn = (
  feeds: MemoryFeeds,
  decide: DecideHold,
): Result.Result<WrittenFeeds<HoldDecided>, DecideHoldError> => {
  const { feed, number, decision } = decide;
  const held = feedIn(feeds, feed);
  const found = { changes: keptOf(held, "held").length, before: held.decided.get(number) ?? null };
  return Result.map(decideFeedHold(held.state, decide, found), ({ state, decided, isNew }) => {
    if (!isNew) return { feeds, answer: decided };
    const standing = decision.found === "true-change" ? ("admitted" as const) : ("rejected" as const);
    const events = [...held.events].map(
      ([key, each]) => [key, each.standing === "held" ? { ...each, standing } : each] as const,
    );
    const next = { ...held, state, events: new Map(events), decided: withValue(held.decided, number, decided) };
    return { feeds: withValue(feeds, feed, next), answer: decided };
  });
};

/** Events of one standing that are kept whole, in the order in which they came. */
export const keptOf = ({ events }: MemoryFeed, standing: EventStanding["standing"]): readonly KeptEvent[] =>
  [...events.values()].flatMap((each) => (each.standing === standing && each.kept !== null ? [each.kept] : []));

/** Every feed that was heard, by name. */
export const heardIn = (feeds: MemoryFeeds): readonly HeardFeed[] =>
  [...feeds]
    .map(([feed, { state }]) => ({ feed, heardAt: state.heardAt, heldSince: state.guard.hold?.openedAt ?? null }))
    .toSorted((one, other) => compareText(one.feed, other.feed));

/** Every feed that was heard, with what waits of it. */
export const outlinesIn = (feeds: MemoryFeeds): readonly FeedOutline[] =>
  heardIn(feeds).map((heard) => {
    const held = feedIn(feeds, heard.feed);
    return { ...heard, hold: outlineOf(held), admitted: keptOf(held, "admitted").length };
  });

const outlineOf = (held: MemoryFeed): HoldOutline | null => {
  const { hold } = held.state.guard;
  if (hold === null) return null;
  const events = keptOf(held, "held").map(({ event }) => event);
  const counted = new Map<EventKind, number>();
  for (const { kind } of events) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return {
    number: hold.number,
    openedAt: hold.openedAt,
    revision: events.length as Revision,
    people: new Set(events.map(({ supervisedPersonId }) => supervisedPersonId)).size,
    kinds: [...counted]
      .map(([kind, changes]) => ({ kind, changes }))
      .toSorted((one, other) => compareText(one.kind, other.kind)),
  };
};
