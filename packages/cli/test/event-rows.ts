import type { EventContent } from "../src/mapping/draft.ts";
import type { StoredRow } from "../src/plan/settle.ts";

export type RowSketch = {
  readonly kind: string | null;
  readonly key?: string;
  readonly stamp?: string;
  readonly withdrawn?: boolean;
  readonly revision?: number;
  readonly sequence?: number;
  readonly day?: string;
  readonly time?: string;
  readonly code?: string;
  readonly row?: number;
};

const DEFAULTS = {
  key: "s/1",
  stamp: "",
  withdrawn: false,
  day: "2026-11-21",
  time: null,
  code: null,
  sequence: null,
  revision: null,
};

/** A row of a custody feed as it waits to be settled, from what matters to a test. */
export const state = (sketch: RowSketch, at = 0): StoredRow<EventContent> => {
  const { kind, key, stamp, day, time, row = at + 2, ...rest } = { ...DEFAULTS, ...sketch };
  const { withdrawn, code, sequence, revision } = rest;
  const base = {
    jurisdiction: "xx-cl",
    supervisedPersonId: "1001",
    caseNumber: null,
    occurred: { date: day, time },
    scheduled: null,
  };
  const said = kind === null ? null : { kind, releaseType: null, custodian: null, phase: null, facts: {} };
  const noNotice = kind === null ? "papers only" : null;
  const content: EventContent = {
    base,
    said,
    noNotice,
    withdrawn,
    code,
    supervisedPersonId: "1001",
    group: "1001/1",
    sequence,
    day,
    recordedAt: null,
    revision,
    source: 0,
  };
  return { key, stamp, file: "status.csv", row, digest: JSON.stringify(content), content };
};
