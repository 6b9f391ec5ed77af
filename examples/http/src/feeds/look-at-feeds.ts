import { compareInstants, type Instant, type StoreUnavailable } from "@victim-rights/core";
import { type HoldOutline, type SilenceAlarm, silenceAlarms } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Ports } from "../ports.ts";
import { ageOf, type FeedAge, withUnheard } from "./data-age.ts";
import { silenceLimits } from "./guard-policies.ts";

/** How a feed stands: its age, and what of it waits. */
type FeedLooked = FeedAge & {
  readonly hold: HoldOutline | null;
  /** How many events were let through and are not known to be in the record. */
  readonly admitted: number;
};

/** How all feeds stand: those that have been silent for too long, and every feed, those that need somebody first. */
export type FeedsLooked = { readonly alarms: readonly SilenceAlarm[]; readonly feeds: readonly FeedLooked[] };

/** Looks at every feed that was heard or that a policy names. */
export const lookAtFeeds = (ports: Ports): Effect.Effect<FeedsLooked, StoreUnavailable> =>
  Effect.map(ports.feeds.listOutlines, (outlines) => {
    const all = withUnheard(ports, outlines);
    const feeds = all.map((each) => ({
      ...ageOf(ports, each),
      hold: "hold" in each ? each.hold : null,
      admitted: "admitted" in each ? each.admitted : 0,
    }));
    return {
      alarms: silenceAlarms(all, silenceLimits(ports.guardPolicies), ports.clock()).toSorted(longestFirst),
      feeds: feeds.toSorted((one, other) => needOf(other) - needOf(one)),
    };
  });

/** Silence comes before what is held: what a silent feed would say nobody can look at. */
const needOf = ({ isSilent, hold, admitted }: FeedLooked): number =>
  (isSilent === true ? 4 : 0) + (hold === null ? 0 : 2) + (admitted > 0 ? 1 : 0);

const longestFirst = (one: SilenceAlarm, other: SilenceAlarm): number => since(one.since, other.since);

const since = (one: Instant | null, other: Instant | null): number => {
  if (one === null || other === null) return Number(other === null) - Number(one === null);
  return compareInstants(one, other);
};
