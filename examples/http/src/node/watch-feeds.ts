import { measures } from "@victim-rights-examples/observability";
import type { FeedId, SilenceAlarm } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { type FeedsLooked, lookAtFeeds } from "../feeds/look-at-feeds.ts";
import { recordAdmitted } from "../feeds/record-admitted.ts";
import type { Failing } from "../http/endpoint.ts";
import type { Ports } from "../ports.ts";

/** Where an operator is told what must not be missed. */
export type Tell = (message: string) => void;

const EVERY_MS = 30_000;
const SECONDS = 60;

/** What was told last, so that each alarm is told once when it begins and once when it ends. */
type Told = ReadonlyMap<FeedId, SilenceAlarm>;

/**
 * Looks at the feeds now and every half a minute, until it is stopped: measures how old each is and what of it is held, tells
 * of one that falls silent and of one that speaks again, and records what a process that died has let through.
 */
export const watchFeeds = (ports: Ports, tell: Tell): { readonly stop: () => void } => {
  const look = lookOnce(ports, tell);
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};

/** One look after another; while one goes on, there is no other. */
export const lookOnce = (ports: Ports, tell: Tell): (() => Promise<void>) => {
  let told: Told = new Map();
  let isLooking = false;
  return async () => {
    if (isLooking) return;
    isLooking = true;
    // A fault ends as a failure here: a watch that stopped by itself would be silence that nobody is told of.
    const looked = await Effect.runPromise(Effect.exit(looking(ports)));
    isLooking = false;
    if (Exit.isFailure(looked)) tell("the feeds could not be looked at: the store does not answer");
    else told = tellChanges(looked.value, told, tell);
  };
};

const looking = (ports: Ports): Effect.Effect<FeedsLooked, Failing> =>
  Effect.gen(function* () {
    const before = yield* lookAtFeeds(ports);
    for (const { feed, admitted } of before.feeds) if (admitted > 0) yield* recordAdmitted(ports, feed);
    const looked = yield* lookAtFeeds(ports);
    yield* measures.silentFeeds(looked.alarms.length);
    for (const { feed, minutes, hold } of looked.feeds) {
      if (minutes !== null) yield* measures.feedAge({ feed }, minutes * SECONDS);
      yield* measures.heldChanges({ feed }, hold?.revision ?? 0);
    }
    return looked;
  });

const tellChanges = ({ alarms }: FeedsLooked, told: Told, tell: Tell): Told => {
  const now = new Map(alarms.map((alarm) => [alarm.feed, alarm]));
  for (const { feed, since, limitMinutes } of alarms) {
    const what = since === null ? "was never heard" : `is silent since ${since}`;
    if (!told.has(feed)) tell(`ALARM: the feed \`${feed}\` ${what}; it may be silent for ${limitMinutes} minutes`);
  }
  for (const feed of told.keys()) if (!now.has(feed)) tell(`the feed \`${feed}\` is heard again`);
  return now;
};
