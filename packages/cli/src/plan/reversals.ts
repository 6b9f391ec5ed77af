import { CustodyEvent, type EventKind } from "@victim-rights/core";
import type { EventChain, RevisionDraft } from "./event-chain.ts";

/** A return that is dated before the departure it follows by sequence. */
export type Reversal = { readonly departure: RevisionDraft; readonly back: RevisionDraft };

/** What brings each departure to its end. */
const DEPARTURE_OF: ReadonlyMap<EventKind, EventKind> = new Map([
  ["recapture", "escape"],
  ["erroneous-release-return", "erroneous-release"],
  ["out-of-state-return", "out-of-state-transfer"],
  ["supervision-reinstated", "absconding"],
]);

/** Reads one person's rows in sequence and finds returns that come before their departures. Rows without a sequence contradict nothing. */
export const findReversals = (chains: readonly EventChain[]): readonly Reversal[] => {
  const standing = chains
    .flatMap(({ revisions }) => revisions.slice(-1))
    .filter(({ status, content }) => status === "active" && content.sequence !== null);
  const groups = Map.groupBy(standing, ({ content }) => `${content.source}/${content.group}`);
  return [...groups.values()].flatMap((rows) =>
    reversalsIn(rows.toSorted((one, other) => (one.content.sequence ?? 0) - (other.content.sequence ?? 0))),
  );
};

const reversalsIn = (rows: readonly RevisionDraft[]): readonly Reversal[] =>
  rows.flatMap((back, at) => {
    const wanted = DEPARTURE_OF.get(kindOf(back));
    const departure = wanted === undefined ? undefined : rows.slice(0, at).findLast((row) => kindOf(row) === wanted);
    return departure !== undefined && isBefore(back, departure) ? [{ departure, back }] : [];
  });

const kindOf = ({ event }: RevisionDraft): EventKind => CustodyEvent.shape.kind.parse(event["kind"]);

const isBefore = (one: RevisionDraft, other: RevisionDraft): boolean => {
  const first = occurredOf(one);
  const second = occurredOf(other);
  if (first === null || second === null) return false;
  if (first.date !== second.date) return first.date < second.date;
  return first.time !== null && second.time !== null && first.time < second.time;
};

const occurredOf = ({ event }: RevisionDraft) => CustodyEvent.shape.occurred.parse(event["occurred"] ?? null);
