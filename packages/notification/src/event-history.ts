import type { CustodyEvent, EventId, SupervisedPersonId } from "@victim-rights/core";
import { compareText } from "./compare-text.ts";

/**
 * Where one revision of an event stands.
 * - `stands`: the highest revision, and active. `replaces` is the revision before it that is on record.
 * - `superseded`: a higher revision is on record.
 * - `withdrawn`: the highest revision takes the event back. `replaces` may already have been notified.
 * - `contradictory`: two rows of this very revision differ in the fields named.
 */
type RevisionState =
  | { readonly kind: "stands"; readonly replaces: number | null }
  | { readonly kind: "superseded"; readonly by: number }
  | { readonly kind: "withdrawn"; readonly replaces: number | null }
  | { readonly kind: "contradictory"; readonly fields: readonly string[] };

/** One revision of one event, as it concerns one supervised person. */
export type EventRevision = { readonly event: CustodyEvent; readonly state: RevisionState };

/** Events by supervised person, each revision once, in order of event and revision. */
export type EventHistory = {
  readonly bySupervisedPerson: ReadonlyMap<SupervisedPersonId, readonly EventRevision[]>;
  /** The rows of each event's highest revision: an event that was moved to somebody else is no longer the first one's. */
  readonly highestBySupervisedPerson: ReadonlyMap<SupervisedPersonId, readonly CustodyEvent[]>;
  /** Rows that repeated another row of the same revision exactly. */
  readonly duplicates: number;
};

/** Puts event rows in order: repeated rows collapse, and each revision learns whether it still stands. The order of the rows changes nothing. */
export const eventHistory = (events: readonly CustodyEvent[]): EventHistory => {
  const byEvent = [...Map.groupBy(events, ({ id }) => id)].toSorted(byKey).map(([, rows]) => rows);
  const revisions = byEvent.flatMap(revisionsOf);
  return {
    highestBySupervisedPerson: Map.groupBy(
      byEvent.flatMap(highestRows),
      ({ supervisedPersonId }) => supervisedPersonId,
    ),
    bySupervisedPerson: Map.groupBy(revisions, ({ event }) => event.supervisedPersonId),
    duplicates: events.length - distinctRows(events).length,
  };
};

const byKey = ([a]: readonly [EventId, unknown], [b]: readonly [EventId, unknown]): number => compareText(a, b);

const highestRows = (rows: readonly CustodyEvent[]): readonly CustodyEvent[] => {
  const highest = Math.max(...rows.map(({ revision }) => revision));
  return distinctRows(rows).filter(({ revision }) => revision === highest);
};

/** All revisions of one event; a revision that was moved from one supervised person to another concerns both. */
const revisionsOf = (rows: readonly CustodyEvent[]): readonly EventRevision[] => {
  const byRevision = [...Map.groupBy(distinctRows(rows), ({ revision }) => revision)].toSorted(([a], [b]) => a - b);
  const numbers = byRevision.map(([revision]) => revision);
  const highest = Math.max(...numbers);
  return byRevision.flatMap(([revision, variants]) => {
    const replaces = numbers.findLast((number) => number < revision) ?? null;
    return onePerSupervisedPerson(variants).map((event) => ({
      event,
      state: stateOf(variants, { event, replaces, highest }),
    }));
  });
};

const onePerSupervisedPerson = (variants: readonly CustodyEvent[]): readonly CustodyEvent[] =>
  [...Map.groupBy(variants, ({ supervisedPersonId }) => supervisedPersonId).values()].flatMap((same) =>
    same.slice(0, 1),
  );

type Place = { readonly event: CustodyEvent; readonly replaces: number | null; readonly highest: number };

const stateOf = (variants: readonly CustodyEvent[], { event, replaces, highest }: Place): RevisionState => {
  if (event.revision < highest) return { kind: "superseded", by: highest };
  if (variants.length > 1) return { kind: "contradictory", fields: differingFields(variants) };
  return { kind: event.status === "withdrawn" ? "withdrawn" : "stands", replaces };
};

/** What tells where and when a row came, not what it says. */
const ENVELOPE: readonly string[] = ["origin", "recordedAt"];

const contentFields = (event: CustodyEvent): readonly (readonly [string, string])[] =>
  Object.entries(event)
    .filter(([field]) => !ENVELOPE.includes(field))
    .map(([field, value]) => [field, canonical(value)] as const)
    .toSorted(([a], [b]) => compareText(a, b));

/** JSON with sorted keys, so that the order in which a reader filled a record changes nothing. */
const canonical = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
};

/** One row for each content, the first recorded, in an order that does not depend on the input's. */
const distinctRows = (rows: readonly CustodyEvent[]): readonly CustodyEvent[] =>
  [...Map.groupBy(rows, (row) => JSON.stringify(contentFields(row)))]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => same.toSorted(byEnvelope).slice(0, 1));

/** First recorded first; rows that nobody dated come last. */
const byEnvelope = (a: CustodyEvent, b: CustodyEvent): number => compareText(envelope(a), envelope(b));

const envelope = ({ recordedAt, origin }: CustodyEvent): string =>
  [recordedAt ?? "~", origin?.file ?? "~", String(origin?.row ?? 0).padStart(12, "0")].join(" ");

const differingFields = (variants: readonly CustodyEvent[]): readonly string[] => {
  const values = Map.groupBy(variants.flatMap(contentFields), ([field]) => field);
  return [...values]
    .filter(([, entries]) => new Set(entries.map(([, value]) => value)).size > 1)
    .map(([field]) => field);
};
