import { CustodyEvent } from "@victim-rights/core";
import type { Reject } from "../feed/reject.ts";
import type { EventContent } from "../mapping/draft.ts";
import type { Source } from "../mapping/mapping.ts";
import { rejectReversal } from "./contradiction-rejects.ts";
import { type EventChain, eventChain, type RevisionDraft } from "./event-chain.ts";
import { readTogether } from "./read-together.ts";
import { findReversals } from "./reversals.ts";
import { type Chain, compareText } from "./settle.ts";

export type AssembledEvents = {
  readonly events: readonly CustodyEvent[];
  readonly rejects: readonly Reject[];
  /** How many rows are no event, by the reason the mapping gives. */
  readonly noNotice: ReadonlyMap<string, number>;
  /** How many rows were read together with another, by the mapping's reason. */
  readonly joined: ReadonlyMap<string, number>;
  readonly unchanged: number;
};

/** Turns settled rows into the revisions of events that the planner reads. */
export const assembleEvents = (chains: readonly Chain<EventContent>[], sources: readonly Source[]): AssembledEvents => {
  const read = chains.map(eventChain);
  const together = readTogether(read, sources);
  const reversals = findReversals(together.chains);
  const doubtful = new Set(reversals.flatMap(({ departure, back }) => [departure.id, back.id]));
  return {
    events: together.chains.flatMap((chain) => eventsOf(chain, doubtful.has(chain.id))).toSorted(byPersonAndTime),
    rejects: reversals.flatMap(({ departure, back }) => rejectReversal(departure.row, back.row)),
    noNotice: countByReason(read.flatMap(({ noNotice }) => noNotice)),
    joined: countByReason(together.joined),
    unchanged: read.reduce((sum, chain) => sum + chain.unchanged, 0),
  };
};

const countByReason = (reasons: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(reasons, (reason) => reason)].map(([reason, rows]) => [reason, rows.length]));

const eventsOf = ({ revisions }: EventChain, isDoubtful: boolean): readonly CustodyEvent[] => {
  const events = revisions.map((draft) => toEvent(draft));
  const last = events.at(-1);
  // A date that another row contradicts is not believed: the same revision without it makes the planner hand the pair to a person.
  return isDoubtful && last !== undefined ? [...events, { ...last, occurred: null }] : events;
};

const toEvent = ({ id, revision, status, event, row, content }: RevisionDraft): CustodyEvent =>
  CustodyEvent.parse({
    ...event,
    id,
    revision,
    status,
    recordedAt: content.recordedAt,
    origin: { file: row.file, row: row.row },
  });

const byPersonAndTime = (one: CustodyEvent, other: CustodyEvent): number =>
  compareText(one.supervisedPersonId, other.supervisedPersonId) ||
  compareText(timeOf(one), timeOf(other)) ||
  compareText(one.id, other.id) ||
  one.revision - other.revision;

const timeOf = ({ occurred, scheduled }: CustodyEvent): string => {
  const moment = occurred ?? scheduled;
  return moment === null ? "" : `${moment.date}T${moment.time ?? ""}`;
};
