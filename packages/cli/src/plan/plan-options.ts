import type { Instant } from "@victim-rights/core";
import type { ServicePolicy } from "@victim-rights/notification";
import type { Law } from "@victim-rights/rules";
import type { CompiledMapping } from "../mapping/compile-mapping.ts";
import type { Io } from "../io/io.ts";
import type { FeedFile } from "../feed/feed-file.ts";

/** Everything a plan is made from, checked: only rows can still be wrong. */
export type PlanSetup = {
  readonly law: Law;
  readonly now: Instant;
  readonly policy: ServicePolicy | null;
  readonly mapping: CompiledMapping;
  readonly eventFiles: readonly FeedFile[];
  readonly registrationFiles: readonly FeedFile[];
  /** The folder that the outputs go to, as an absolute path. */
  readonly out: string;
  readonly io: Io;
  readonly limits: PlanLimits;
};

/** How much may wait in memory. The defaults keep a run under a gigabyte whatever the size of the registry. */
export type PlanLimits = {
  /** Characters of waiting rows, for each of the three stores, before they go to temporary files. */
  readonly memory: number;
  readonly buckets: number;
  /** Rows of each list that the report shows; the `.jsonl` files hold them all. */
  readonly reportRows: number;
};

export const DEFAULT_LIMITS: PlanLimits = { memory: 32 * 1024 * 1024, buckets: 128, reportRows: 1000 };
