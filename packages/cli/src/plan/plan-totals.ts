import type { Instant } from "@victim-rights/core";

/** What became of one file's rows; `rows` does not count the header. */
export type FileTally = {
  readonly file: string;
  readonly source: string;
  readonly kind: string;
  readonly rows: number;
  readonly rejected: number;
};

/** What became of every row and every pair. `pairs = owed + needsPerson + notOwed`. */
export type PlanTotals = {
  readonly files: readonly FileTally[];
  readonly rows: number;
  readonly rejectedRows: number;
  /** Rows that repeated another row. */
  readonly duplicates: number;
  /** Corrections that changed nothing that matters here. */
  readonly unchanged: number;
  readonly events: number;
  /** Revisions of events, superseded ones included. */
  readonly eventRevisions: number;
  /** Rows that are no event, by the mapping's reason. */
  readonly noNotice: Readonly<Record<string, number>>;
  /** Rows that were read together with another row of their day, by the mapping's reason. */
  readonly joined: Readonly<Record<string, number>>;
  readonly offenses: number;
  readonly registrations: number;
  /** Registrations about a person of whom these files report no event. */
  readonly registrationsWithoutEvent: number;
  readonly pairs: number;
  readonly owed: number;
  readonly notices: number;
  readonly needsPerson: number;
  readonly notOwed: number;
  readonly late: number;
  /** When the newest record of the custody feed was made, if the feed says. */
  readonly newestRecord: Instant | null;
};
