import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { ObligationId } from "./ids.ts";
import { ObligationCommand } from "./obligation-command.ts";
import { ObligationState } from "./obligation-state.ts";
import { ObligationTerms } from "./obligation-terms.ts";

/** The first entry of an obligation: it is owed from here on. */
export const OpenedEntry = z.strictObject({
  entry: z.literal("opened"),
  obligation: ObligationId,
  seq: z.literal(1),
  at: Instant,
  terms: ObligationTerms,
});
export type OpenedEntry = Readonly<z.infer<typeof OpenedEntry>>;

/** One step of an obligation's life: only ever added, never changed. */
export const AdvancedEntry = z.strictObject({
  entry: z.literal("advanced"),
  obligation: ObligationId,
  seq: z.int().min(2),
  from: ObligationState,
  to: ObligationState,
  command: ObligationCommand,
});
export type AdvancedEntry = Readonly<z.infer<typeof AdvancedEntry>>;

/** One line of an obligation's record. Its state is the fold of its entries. */
export const ObligationEntry = z.discriminatedUnion("entry", [OpenedEntry, AdvancedEntry]);
export type ObligationEntry = Readonly<z.infer<typeof ObligationEntry>>;
