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

/**
 * What is measured. A label has few values that are known beforehand: a request is told by the operation that its route is,
 * and never by its path, and no measure is about one person.
 */
export const measures = {
  request: (labels: { readonly operation: string; readonly status: string }, seconds: number): Effect.Effect<void> =>
    Effect.andThen(
      Metric.update(Metric.withAttributes(requests, labels), 1),
      Metric.update(Metric.withAttributes(requestSeconds, { operation: labels.operation }), seconds),
    ),
  attempt: (labels: { readonly channel: string; readonly outcome: string }): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(attempts, labels), 1),
  swept: (count: number): Effect.Effect<void> => Metric.update(swept, count),
  openTasks: (labels: { readonly overdue: "yes" | "no" }, count: number): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(openTasks, labels), count),
  feedAge: (labels: { readonly feed: string }, seconds: number): Effect.Effect<void> =>
    Metric.update(Metric.withAttributes(feedAge, labels), seconds),
} as const;
