import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LocalDate } from "@victim-rights/core";
import { JurisdictionFile, type RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { AllocationFile } from "../src/allocation/allocation-file.ts";
import type { ChoiceId } from "../src/allocation/distribution.ts";
import { loadAllocation } from "../src/allocation/load-allocation.ts";

const ROOT = join(import.meta.dirname, "../../../rules");

const read = (state: string, file: string): string => readFileSync(join(ROOT, state, file), "utf8");

/** A state's own file, as it is published. */
export const fileOf = (state: string): AllocationFile => {
  const profile = JurisdictionFile.parse(JSON.parse(read(state, "jurisdiction.json")));
  return Result.getOrThrow(loadAllocation(read(state, "restitution.json"), { id: profile.id, profile }));
};

export const day = (text: string): LocalDate => LocalDate.parse(text);

export const FELONY = { grade: "felony", asOf: day("2026-11-22") } as const;
export const MISDEMEANOR = { grade: "misdemeanor", asOf: day("2026-11-22") } as const;
export const JUVENILE = { grade: "juvenile", asOf: day("2026-11-22") } as const;

export const choosing = (choices: Readonly<Record<string, string>>): ReadonlyMap<ChoiceId, ChoiceId> =>
  new Map(Object.entries(choices));

/** A term as a file writes it. */
export const term = (name: string, own: object): Readonly<Record<string, unknown>> & { readonly id: RuleId } => ({
  id: `xx-yy/restitution/${name}`,
  title: name,
  cites: [{ source: "sample-act", at: "1" }],
  verified: { status: "read", on: "2026-11-22" },
  inForce: { from: "2020-01-01", until: null },
  reviewedOn: "2026-11-22",
  ...own,
});
