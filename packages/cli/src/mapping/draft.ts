import type { JsonObject } from "../feed/json.ts";

/** What one row says, before corrections are settled. Contents are JSON, so that they can wait in a temporary file. */
type Draft<C> = {
  /** Names the record that the row is a state of. */
  readonly key: string;
  /** When the row was last changed, as text whose order is the order of time; blank when it does not say. */
  readonly stamp: string;
  readonly supervisedPersonId: string;
  readonly content: C;
};

/** A custody row: an event, or a code that never is one. `group` and `sequence` order one person's rows. */
export type EventContent = {
  /** Whom and when it concerns: what holds whatever the code says. */
  readonly base: JsonObject;
  /** What the code and the columns say happened; `null` when the code never is an event. */
  readonly said: JsonObject | null;
  /** Why the row is no event. */
  readonly noNotice: string | null;
  readonly withdrawn: boolean;
  readonly code: string | null;
  readonly supervisedPersonId: string;
  readonly group: string;
  readonly sequence: number | null;
  readonly day: string | null;
  readonly recordedAt: string | null;
  /** Set where the file numbers its own revisions. */
  readonly revision: number | null;
  /** The source's place in the mapping, by which its rules on rows that belong together are found. */
  readonly source: number;
};

export type EventDraft = Draft<EventContent>;
export type RecordDraft = Draft<JsonObject>;
