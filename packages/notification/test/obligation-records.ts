import { Instant } from "@victim-rights/core";
import { foldEntries, NoticeActor, type Obligation, type Openings, openObligations } from "../src/index.ts";
import type { OpenedEntry, PlanInput } from "../src/index.ts";
import { plan } from "./records.ts";

export const SYSTEM = NoticeActor.parse({ role: "system", id: "planner" });
export const STAFF = NoticeActor.parse({ role: "staff", id: "desk-1" });
export const at = (text: string): Instant => Instant.parse(text);

export const foldOf = (entry: OpenedEntry): Obligation => {
  const folded = foldEntries([entry]);
  if (folded === null) throw new Error("an entry opens an obligation");
  return folded;
};

/** What a plan in the made-up state leads to. */
export const openings = (given: Partial<PlanInput> = {}, known: readonly Obligation[] = []): Openings =>
  openObligations({ plan: plan(given), known, by: SYSTEM });

/** The obligations that a plan opens, with nothing done about them. */
export const openedBy = (given: Partial<PlanInput> = {}): readonly Obligation[] =>
  openings(given).obligations.map(foldOf);
