import {
  CustodyEvent,
  epochMilliseconds,
  instantAt,
  type LocalMoment,
  localDateIn,
  localTimeIn,
  ZoneId,
} from "@victim-rights/core";
import { DAY, HOUR, MINUTE } from "../engine/span.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../seed/random.ts";

/**
 * A record that custody publishes, and when. `truth` says whether it happened: a single `false-record` is taken back later,
 * and a `bulk-refresh` flips everybody at once and means nothing.
 */
export type SourceRecord = {
  readonly publishedAt: number;
  readonly record: CustodyEvent;
  readonly truth: "happened" | "false-record" | "bulk-refresh";
};

const ZONE = ZoneId.parse("America/Chicago");

/** What the records of a simulation are drawn from. */
export type SourceInput = {
  readonly random: Random;
  readonly faults: Faults;
  readonly supervised: readonly string[];
  readonly start: number;
  readonly days: number;
};

/** Draws everything that custody will publish, in order of time. */
export const sourceRecords = (input: SourceInput): readonly SourceRecord[] => {
  const { supervised, start, days } = input;
  const ordinary = supervised.flatMap((id) => courseOf(id, input));
  const months = Array.from({ length: Math.ceil(days / 30) }, (_, month) => start + month * 30 * DAY);
  const refreshes = months.flatMap((from) => refreshIn(from, input));
  return [...ordinary, ...refreshes]
    .filter(({ publishedAt }) => publishedAt < start + days * DAY)
    .toSorted((one, other) => one.publishedAt - other.publishedAt);
};

const courseOf = (id: string, { random, faults, start, days }: SourceInput): readonly SourceRecord[] => {
  const records: SourceRecord[] = [];
  let number = 0;
  for (let at = start + random.between(0, 10 * DAY); at < start + days * DAY; at += random.between(DAY, 14 * DAY)) {
    number += 1;
    const isFalse = faults.hits("feed-false");
    const first = firstRevision(`E-${id}-${number}`, id, { random, at });
    records.push({ publishedAt: at, record: first, truth: isFalse ? "false-record" : "happened" });
    records.push(...laterRevisions(first, { random, at, isFalse }));
  }
  return records;
};

const KINDS = [
  "parole-hearing-scheduled",
  "parole-hearing-scheduled",
  "release-scheduled",
  "release",
  "escape",
  "facility-transfer",
] as const;

type Drawing = { readonly random: Random; readonly at: number };

const firstRevision = (eventId: string, supervised: string, { random, at }: Drawing): CustodyEvent => {
  const kind = random.pick(KINDS);
  const ahead = kind === "parole-hearing-scheduled" ? random.between(33, 60) : random.between(16, 40);
  const isSet = kind === "parole-hearing-scheduled" || kind === "release-scheduled";
  return eventOf({
    id: eventId,
    supervisedPersonId: supervised,
    kind,
    recordedAt: instantAt(at),
    occurred: isSet ? null : momentAt(at - random.between(0, 2 * HOUR)),
    scheduled: isSet ? momentAt(at + ahead * DAY) : null,
  });
};

const momentAt = (at: number): LocalMoment => ({
  date: localDateIn(instantAt(at), ZONE),
  time: localTimeIn(instantAt(at), ZONE),
});

const eventOf = (given: Readonly<Record<string, unknown>>): CustodyEvent =>
  CustodyEvent.parse({
    revision: 1,
    jurisdiction: "xx-sim",
    status: "active",
    releaseType: null,
    custodian: "state-prison",
    phase: "post-conviction",
    caseNumber: `C-${String(given["supervisedPersonId"])}`,
    facts: {},
    origin: null,
    ...given,
  });

const laterRevisions = (
  first: CustodyEvent,
  { random, at, isFalse }: Drawing & { readonly isFalse: boolean },
): readonly SourceRecord[] => {
  if (!isFalse && !random.hits(350)) return [];
  const soon = random.hits(400);
  const next = at + (soon ? random.between(5 * MINUTE, 5 * HOUR) : random.between(DAY, 9 * DAY));
  if (isFalse || random.hits(350)) return [withdrawn(first, 2, next)];
  const moved: SourceRecord = {
    publishedAt: next,
    record: { ...first, revision: 2, recordedAt: instantAt(next), scheduled: movedBy(first, random) },
    truth: "happened",
  };
  return random.hits(250) ? [moved, withdrawn(first, 3, next + random.between(HOUR, 5 * DAY))] : [moved];
};

const withdrawn = (first: CustodyEvent, revision: number, at: number): SourceRecord => ({
  publishedAt: at,
  record: { ...first, revision, recordedAt: instantAt(at), status: "withdrawn" },
  truth: "happened",
});

const movedBy = ({ scheduled, recordedAt }: CustodyEvent, random: Random): LocalMoment | null =>
  scheduled === null || recordedAt === null
    ? null
    : momentAt(epochMilliseconds(recordedAt) + random.between(40, 70) * DAY);

const refreshIn = (from: number, { random, faults, supervised }: SourceInput): readonly SourceRecord[] => {
  const at = from + random.between(0, 14 * DAY);
  if (!faults.hits("feed-bulk")) return [];
  return supervised.map((id) => ({
    publishedAt: at,
    record: eventOf({
      id: `B-${id}-${Math.round(at / DAY)}`,
      supervisedPersonId: id,
      kind: "release",
      recordedAt: instantAt(at),
      occurred: momentAt(at),
      scheduled: null,
    }),
    truth: "bulk-refresh" as const,
  }));
};
