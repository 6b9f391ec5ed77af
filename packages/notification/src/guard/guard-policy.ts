import { EventKind, JurisdictionId, LocalDate } from "@victim-rights/core";
import { z } from "zod";
import { FeedId } from "./feed-id.ts";

const MINUTES_OF_A_YEAR = 527_040;

/** When so many people change at once that a person must look first. */
export const BulkLimit = z.strictObject({
  feed: FeedId,
  /** How many people a feed may change within the window before it is held. */
  people: z.int().min(1),
  windowMinutes: z.int().min(1).max(MINUTES_OF_A_YEAR),
  /** Kinds of event that are counted by themselves, so that a refresh of everything else does not hold them. */
  urgentKinds: z.array(EventKind).readonly().default([]),
});
export type BulkLimit = Readonly<z.infer<typeof BulkLimit>>;

/** How long a feed may be silent before somebody is told. */
export const SilenceLimit = z.strictObject({ feed: FeedId, minutes: z.int().min(1).max(MINUTES_OF_A_YEAR) });
export type SilenceLimit = Readonly<z.infer<typeof SilenceLimit>>;

/** Who answers for a queue, and how soon. */
export const QueueOwner = z.strictObject({
  queue: z.string().min(1),
  owner: z.string().min(1),
  withinMinutes: z.int().min(1).max(MINUTES_OF_A_YEAR),
});
export type QueueOwner = Readonly<z.infer<typeof QueueOwner>>;

const oncePer = <Item>(name: string, keyOf: (item: Item) => string) =>
  [(items: readonly Item[]) => new Set(items.map(keyOf)).size === items.length, `give each ${name} once`] as const;

/**
 * `guard-policy.json`: what keeps a feed's faults from reaching anybody. All of it is an agency's own choice and no law; there
 * are no numbers that stand when it gives none, so that a feed without a limit is held whole.
 */
export const GuardPolicy = z
  .strictObject({
    $schema: z.string().optional(),
    jurisdiction: JurisdictionId,
    decidedBy: z.string().min(1),
    decidedOn: LocalDate,
    bulk: z
      .array(BulkLimit)
      .refine(...oncePer<BulkLimit>("feed", ({ feed }) => feed))
      .readonly(),
    silence: z
      .array(SilenceLimit)
      .refine(...oncePer<SilenceLimit>("feed", ({ feed }) => feed))
      .readonly(),
    queues: z
      .array(QueueOwner)
      .refine(...oncePer<QueueOwner>("queue", ({ queue }) => queue))
      .readonly(),
  })
  .meta({ id: "GuardPolicy" });
export type GuardPolicy = Readonly<z.infer<typeof GuardPolicy>>;
