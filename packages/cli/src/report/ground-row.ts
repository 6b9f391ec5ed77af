import { formatCitation } from "@victim-rights/core";
import type { Ground } from "@victim-rights/rules";
import type { ReportContext } from "./report-context.ts";
import type { GroundRow } from "./report-row.ts";

/** A ground as a reader sees it: what it says, where it stands, how well it was checked, on which reading it rests. */
export const groundRow = (
  ground: Ground,
  { sources }: ReportContext,
  basis: "law" | "policy" = ground.basis,
): GroundRow => ({
  title: ground.title,
  cites: ground.cites.map((cite) => formatCitation(cite, sources)).join("; "),
  verified: ground.verified.status,
  notes: [
    ...(basis === "policy"
      ? [{ label: "The agency's own choice", text: "This rule is off by default; the agency's policy turned it on." }]
      : []),
    ...(ground.reading === null ? [] : [{ label: "Rests on one reading of the law", text: ground.reading.chosen }]),
  ],
});
