import { compareInstants, type Instant, minutesBetween } from "@victim-rights/core";
import type { FeedId } from "./feed-id.ts";
import type { SilenceLimit } from "./guard-policy.ts";

/** When a feed was heard last, a message without any change included. `null`: never. */
export type FeedBeat = { readonly feed: FeedId; readonly heardAt: Instant | null };

/** How old what is known from a feed is: to be shown beside every status that rests on it. */
export type DataAge = {
  readonly feed: FeedId;
  /** The status is as of this moment. `null` when the feed was never heard: nothing is known. */
  readonly asOf: Instant | null;
  readonly minutes: number | null;
  /** Whether it has been silent for longer than it may; `null` when no limit was set for it, so that nobody can tell. */
  readonly isSilent: boolean | null;
};

/** A feed that has been silent for too long, or was never heard. */
export type SilenceAlarm = { readonly feed: FeedId; readonly since: Instant | null; readonly limitMinutes: number };

/** Hears a feed. What comes late, out of order, makes nothing older. */
export const hearFeed = ({ feed, heardAt }: FeedBeat, at: Instant): FeedBeat => ({
  feed,
  heardAt: heardAt === null || compareInstants(at, heardAt) > 0 ? at : heardAt,
});

/** How old what is known from a feed is. */
export const dataAge = ({ feed, heardAt }: FeedBeat, limits: readonly SilenceLimit[], now: Instant): DataAge => {
  const limit = limits.find((each) => each.feed === feed);
  const minutes = heardAt === null ? null : Math.max(0, minutesBetween(heardAt, now));
  return { feed, asOf: heardAt, minutes, isSilent: limit === undefined ? null : isOver(minutes, limit) };
};

const isOver = (minutes: number | null, limit: SilenceLimit): boolean => minutes === null || minutes > limit.minutes;

/** Every feed with a limit that has been silent for longer than it may, those that were never heard included. */
export const silenceAlarms = (
  beats: readonly FeedBeat[],
  limits: readonly SilenceLimit[],
  now: Instant,
): readonly SilenceAlarm[] => {
  const heard = new Map(beats.map((beat) => [beat.feed, beat]));
  return limits.flatMap(({ feed, minutes }) => {
    const age = dataAge(heard.get(feed) ?? { feed, heardAt: null }, limits, now);
    return age.isSilent === true ? [{ feed, since: age.asOf, limitMinutes: minutes }] : [];
  });
};
