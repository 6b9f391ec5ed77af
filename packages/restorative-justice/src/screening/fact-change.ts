import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { ItemKey } from "./answer.ts";

/** What shows that a fact has changed. */
export const Evidence = z.strictObject({
  kind: z.enum(["court-document", "advocate-record", "custody-record", "other-record"]),
  id: z.string().min(1),
});
export type Evidence = z.infer<typeof Evidence>;

/** That the fact behind one answer of an earlier screen has changed, as a document shows. Nobody waives a concern. */
export const FactChange = z.strictObject({
  screen: z.string().min(1),
  item: ItemKey,
  at: Instant,
  recordedBy: z.string().min(1),
  evidence: Evidence,
});
export type FactChange = z.infer<typeof FactChange>;
