import { formatCitation, type Source } from "@victim-rights/core";
import type { Ground } from "@victim-rights/rules";
import type { GroundRow } from "./report-row.ts";

/** A ground as a reader sees it: what it says, where it stands, how well it was checked, on which reading it rests. */
export const groundRow = (ground: Ground, sources: readonly Source[]): GroundRow => ({
  title: ground.title,
  cites: ground.cites.map((cite) => formatCitation(cite, sources)).join("; "),
  verified: ground.verified.status,
  notes: [
    ...(ground.basis === "policy" ? ["The agency's own choice, not law: this rule is off by default."] : []),
    ...(ground.reading === null ? [] : [`Rests on one reading: ${ground.reading.chosen}`]),
  ],
});
