import { epochMilliseconds, type Instant } from "@victim-rights/core";
import { dropOldest } from "./drop-oldest.ts";

/** So many requests a minute, and as many at once after a quiet minute. */
export type Rate = { readonly perMinute: number };

/** Counts requests by whoever makes them. */
export type RateLimit = {
  /** Takes one, or as many as are given; answers `null`, or after how many seconds to try again. */
  readonly take: (who: string, now: Instant, count?: number) => number | null;
};

type Bucket = { readonly left: number; readonly at: number };

/** How many are counted at most: whoever was quiet longest is forgotten first. */
const MOST_COUNTED = 10_000;
const MINUTE_MS = 60_000;

/** A bucket for each caller, filled again as time goes by. */
export const rateLimit = ({ perMinute }: Rate): RateLimit => {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / MINUTE_MS;
  return {
    take: (who, now, count = 1) => {
      const at = epochMilliseconds(now);
      const before = buckets.get(who) ?? { left: perMinute, at };
      const filled = Math.min(perMinute, before.left + Math.max(0, at - before.at) * perMillisecond);
      const isAllowed = filled >= count;
      buckets.delete(who);
      dropOldest(buckets, MOST_COUNTED);
      buckets.set(who, { left: isAllowed ? filled - count : filled, at });
      return isAllowed ? null : Math.max(1, Math.ceil((count - filled) / perMillisecond / 1000));
    },
  };
};
