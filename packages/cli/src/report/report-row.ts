import type { CustodyEvent, VerificationStatus } from "@victim-rights/core";
import type { Disposition } from "@victim-rights/notification";
import { localMomentWords } from "./moment-words.ts";
import { sentence } from "./plain-words.ts";

/** How soon: `late` at once, `day` within 24 hours, `now` where the law gives no number, `open` later, `not-yet` when the window opens. */
export type Band = "late" | "day" | "now" | "open" | "not-yet";

/** What a row is about. Ids only: a report may lie on a desk. */
export type Subject = {
  readonly supervisedPersonId: string;
  readonly event: string;
  readonly eventWhen: string | null;
};

/** One person to tell, or to decide about, and what is theirs alone. */
export type PersonNote = {
  readonly personId: string;
  readonly methods: string | null;
  readonly problem: string | null;
  readonly notes: readonly string[];
};

/** A row about one person. Rows that differ in the person alone have one `group`, and are shown together. */
export type OfPerson = { readonly person: PersonNote; readonly group: string };

/** A provision as a row names it; a note is folded away under its label. */
export type GroundRow = {
  readonly title: string;
  readonly cites: string;
  readonly verified: VerificationStatus;
  readonly notes: readonly { readonly label: string; readonly text: string }[];
};

/** One notice that is owed. */
export type OwedRow = Subject &
  OfPerson & {
    readonly band: Band;
    /** Sorts rows: what is due soonest comes first. */
    readonly due: string;
    /** `24 Nov 09:15`, or a word of the law. */
    readonly brief: string;
    readonly lead: string;
    readonly detail: string | null;
    readonly tells: string;
    readonly grounds: readonly GroundRow[];
    readonly ifMissed: readonly string[];
  };

/** One pair that a person must look at. */
export type NeedsRow = Subject &
  OfPerson & {
    readonly due: string;
    /** The earliest legal bound of what may be owed; `null` when there is none. */
    readonly before: string | null;
    /** `24 Nov 09:15`: `before` for a narrow table. */
    readonly brief: string;
    readonly isLate: boolean;
    readonly beforeDetail: string;
    readonly cause: string;
    readonly ask: string;
    readonly questions: readonly string[];
    readonly possible: readonly GroundRow[];
  };

export type NotOwedRow = Subject & {
  readonly personId: string;
  readonly reason: string;
  readonly notes: readonly string[];
};

/** Finds the event a pair is about. */
export type EventOf = (pair: Pick<Disposition, "eventId" | "revision">) => CustodyEvent | undefined;

export const subjectOf = (pair: Disposition, eventOf: EventOf): Subject => {
  const event = eventOf(pair);
  const release = event?.releaseType ?? null;
  return {
    supervisedPersonId: pair.supervisedPersonId,
    event:
      release === null ? sentence(pair.eventKind) : `${sentence(pair.eventKind)} (${release.replaceAll("-", " ")})`,
    eventWhen: event === undefined ? null : whenOf(event),
  };
};

const whenOf = ({ occurred, scheduled }: CustodyEvent): string | null => {
  const said = [
    ...(occurred === null ? [] : [localMomentWords(occurred.date, occurred.time)]),
    ...(scheduled === null ? [] : [`set for ${localMomentWords(scheduled.date, scheduled.time)}`]),
  ];
  return said.length === 0 ? null : said.join("; ");
};
