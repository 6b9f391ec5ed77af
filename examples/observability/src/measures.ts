import * as Effect from "effect/Effect";
import * as Metric from "effect/Metric";

/** Seconds that tell a quick answer from a slow one. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const requests = Metric.counter("victim_rights_http_requests_total", {
  description: "HTTP requests answered, by operation and status",
  incremental: true,
});
const requestSeconds = Metric.histogram("victim_rights_http_request_seconds", {
  description: "Time until an HTTP request was answered, by operation",
  boundaries: SECONDS,
});
const attempts = Metric.counter("victim_rights_notice_attempts_total", {
  description: "Attempts to make a notice, by channel and by what became of them",
  incremental: true,
});
const swept = Metric.counter("victim_rights_obligations_swept_total", {
  description: "Obligations that the sweeper found due and woke",
  incremental: true,
});
const openTasks = Metric.gauge("victim_rights_open_tasks", {
  description: "Tasks that wait for a person, by whether their time has passed",
});
const feedAge = Metric.gauge("victim_rights_feed_age_seconds", {
  description: "How long ago a custody feed was heard last, by feed",
});

type RequestLabels = { readonly operation: string; readonly status: string };

const counts = new Map<string, typeof requests>();
const times = new Map<string, typeof requestSeconds>();

/** A measure with its labels, made once: operations and statuses are few, and finding the measure anew took longer. */
const labelled = <Labelled>(kept: Map<string, Labelled>, key: string, make: () => Labelled): Labelled => {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
};

const requestsOf = (operation: string, status: string): typeof requests =>
  labelled(counts, `${operation} ${status}`, () => Metric.withAttributes(requests, { operation, status }));

const secondsOf = (operation: string): typeof requestSeconds =>
  labelled(times, operation, () => Metric.withAttributes(requestSeconds, { operation }));

const silentFeeds = Metric.gauge("victim_rights_silent_feeds", {
  description: "Custody feeds that have been silent for longer than they may, those never heard included",
});
const heldChanges = Metric.gauge("victim_rights_held_changes", {
  description: "Changes that a custody feed brought and that wait for a person, by feed",
});

/**
 * What is measured. A label has few values that are known beforehand: a request is told by the operation that its route is,
 * and never by its path, and no measure is about one person.
 */
export const measures = {
  request: ({ operation, status }: RequestLabels, seconds: number): Effect.Effect<void> =>
    Effect.andThen(Metric.update(requestsOf(operation, status), 1), Metric.update(secondsOf(operation), seconds)),
  attempt: (labels: { readonly channel: string; readonly outcome: string }): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(attempts, labels), 1),
  swept: (count: number): Effect.Effect<void> => Metric.update(swept, count),
  openTasks: (labels: { readonly overdue: "yes" | "no" }, count: number): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(openTasks, labels), count),
  feedAge: (labels: { readonly feed: string }, seconds: number): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(feedAge, labels), seconds),
  silentFeeds: (count: number): Effect.Effect<void> => Metric.update(silentFeeds, count),
  heldChanges: (labels: { readonly feed: string }, count: number): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(heldChanges, labels), count),
} as const;
