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

/** A row of a custody feed as it waits to be settled, from what matters to a test. */
export const state = (sketch: RowSketch, at = 0): StoredRow<EventContent> => {
  const { kind, key = "s/1", stamp = "", day = "2026-11-21" } = sketch;
  const occurred = { date: day, time: sketch.time ?? null };
  const content: EventContent = {
    base: { jurisdiction: "xx-cl", supervisedPersonId: "1001", caseNumber: null, occurred, scheduled: null },
    said: kind === null ? null : { kind, releaseType: null, custodian: null, phase: null, facts: {} },
    noNotice: kind === null ? "papers only" : null,
    withdrawn: sketch.withdrawn ?? false,
    code: sketch.code ?? null,
    supervisedPersonId: "1001",
    group: "1001/1",
    sequence: sketch.sequence ?? null,
    day,
    recordedAt: null,
    revision: sketch.revision ?? null,
    source: 0,
  };
  return { key, stamp, file: "status.csv", row: sketch.row ?? at + 2, digest: JSON.stringify(content), content };
};
