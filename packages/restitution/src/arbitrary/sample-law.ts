import { type JurisdictionId, LocalDate, ZoneId } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import { AllocationFile } from "../allocation/allocation-file.ts";
import type { ChoiceId, Distribution } from "../allocation/distribution.ts";
import type { LedgerLaw } from "../ledger/ledger.ts";
import { SAMPLE_CHOICES } from "./arbitrary-distribution.ts";

/** The one order of payment of a sample law. */
export const SAMPLE_POLICY = "xx-yy/restitution/sample" as RuleId;

/** The provision of a sample law that says where unclaimed money goes. */
export const SAMPLE_ROUTE = "xx-yy/restitution/unclaimed" as RuleId;

const DAY = LocalDate.parse("2026-01-01");

const READ = {
  cites: [{ source: "sample" }],
  verified: { status: "read", on: DAY, edition: "sample" },
  inForce: { from: null, until: null },
  reviewedOn: DAY,
};

/** A law whose only order of payment is the one given, for every payment, with the choices that its agency recorded. */
export const sampleLaw = (distribute: Distribution, choices: Readonly<Record<ChoiceId, ChoiceId>> = {}): LedgerLaw => ({
  file: AllocationFile.parse({
    jurisdiction: "xx-yy",
    edition: "sample",
    interest: null,
    choices: SAMPLE_CHOICES,
    policies: [
      {
        id: SAMPLE_POLICY,
        title: "the order of payment of the sample",
        ...READ,
        distribute,
      },
    ],
    unclaimed: [
      {
        id: SAMPLE_ROUTE,
        title: "where unclaimed money of the sample goes",
        ...READ,
        heldBy: "corrections",
        route: "to the fund of the sample",
        needsCourtOrder: false,
        afterDays: null,
        ifFound: null,
      },
    ],
    uses: [{ for: {}, policies: [SAMPLE_POLICY] }],
  }),
  policy: {
    jurisdiction: "xx-yy" as JurisdictionId,
    choices: Object.entries(choices).map(([choice, option]) => ({
      choice,
      option,
      decidedBy: "sample officer",
      decidedOn: DAY,
    })),
    enable: [],
  },
  zone: ZoneId.parse("America/Denver"),
});
