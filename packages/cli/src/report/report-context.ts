import type { Instant, Source } from "@victim-rights/core";
import type { MomentWords } from "./moment-words.ts";
import type { EventOf } from "./report-row.ts";

/** What every row of a report is written with. */
export type ReportContext = {
  readonly now: Instant;
  readonly words: MomentWords;
  readonly sources: readonly Source[];
  readonly eventOf: EventOf;
};
