import { addHours, type Instant } from "@victim-rights/core";
import fc from "fast-check";
import { evaluateScreen } from "../evaluate-screen.ts";
import type { IpvGateInput } from "../ipv-gate.ts";
import type { ScreeningPolicy } from "../screening-policy.ts";
import { Tie } from "../relationship.ts";
import type { Screen } from "../screen.ts";
import { SpecialistApproval } from "../specialist-approval.ts";
import { arbitraryScreen, arbitraryScreenBy, type ScreenShape, screenForms } from "./arbitrary-screen.ts";

/** A round of screening before it is evaluated. */
export type Round = {
  readonly screens: readonly Screen[];
  readonly earlier: readonly Screen[];
  readonly relationship: IpvGateInput["relationship"];
  readonly concerns: IpvGateInput["concerns"];
  readonly ipvPolicy: ScreeningPolicy["ipvPolicy"];
  readonly approval: SpecialistApproval | null;
};

/** An approval that meets every condition of the specialist track for these concerns. */
export const sampleApproval = (now: Instant, covers: readonly string[]): SpecialistApproval =>
  SpecialistApproval.parse({
    id: "approval-1",
    approvedAt: addHours(now, -1),
    covers,
    restatement: { at: addHours(now, -48), setting: "alone", risksHeardAt: addHours(now, -49) },
    advocate: { organisation: "Harbour House", kind: "community_based_independent", presence: "present" },
    facilitator: { id: "facilitator-1", training: "dv_sv_trained" },
    riskAssessment: { document: "doc-1", instrument: { id: "any", version: "1" }, assessorLicence: "licence-1" },
    safetyPlan: { document: "doc-2", phases: ["before", "during", "after", "release"] },
    orderCheck: { at: addHours(now, -24), found: "no_active_order" },
    format: { chosen: "separate-rooms", weighed: ["written", "recorded"] },
    approvers: [
      { id: "approver-1", organisation: "Department", kind: "other" },
      { id: "approver-2", organisation: "Harbour House", kind: "dv-sv-organisation" },
    ],
    releaseDatePlan: { document: "doc-3" },
    stopSignal: { knownTo: "victim" },
  });

/** The parts of an approval that may not be there yet. */
const PARTS = [
  "restatement",
  "advocate",
  "facilitator",
  "riskAssessment",
  "safetyPlan",
  "orderCheck",
  "format",
  "releaseDatePlan",
  "stopSignal",
] as const;

const without = (approval: SpecialistApproval, parts: readonly (typeof PARTS)[number][]): SpecialistApproval => ({
  ...approval,
  ...Object.fromEntries(parts.map((part) => [part, null])),
});

/** A round: an inventory screen and perhaps others, earlier ones, ties, concerns, a policy and perhaps an approval. */
export const arbitraryRound = (shape: ScreenShape): fc.Arbitrary<Round> => {
  const [inventory] = screenForms(shape.screening);
  const others = fc.array(arbitraryScreen(shape), { maxLength: 1 });
  return fc
    .record({
      first: arbitraryScreenBy(inventory, shape),
      others,
      earlier: fc.array(arbitraryScreen(shape), { maxLength: 1 }),
      relationship: fc.oneof(
        fc.constant<Tie[]>(["stranger"]),
        fc.uniqueArray(fc.constantFrom(...Tie.options), { minLength: 1, maxLength: 3 }),
      ),
      concerned: fc.nat({ max: 4 }),
      ipvPolicy: fc.constantFrom<ScreeningPolicy["ipvPolicy"]>("excluded", "specialist_only"),
      isApproved: fc.boolean(),
      lacking: fc.oneof(fc.constant([]), fc.subarray([...PARTS], { maxLength: 2 })),
    })
    .map(({ first, others: more, earlier, relationship, concerned, ipvPolicy, isApproved, lacking }) => {
      const screens = [first, ...more];
      const covers = [...screens, ...earlier].map(({ id }) => String(id)).concat("relationship", "concern-1");
      return {
        screens,
        earlier,
        relationship,
        concerns: concerned === 0 ? [{ id: "concern-1", by: "advocate-1", at: shape.now }] : [],
        ipvPolicy,
        approval: isApproved ? without(sampleApproval(shape.now, covers), lacking) : null,
      };
    });
};

/** A round as the gate takes it, with every licence on file. */
export const gateInputOf = (
  { screens, earlier, ipvPolicy, ...rest }: Round,
  { screening }: ScreenShape,
): IpvGateInput => {
  const licences = screening.instruments.map(({ id, version }) => ({
    instrument: { id, version },
    licence: "licence-1",
    training: "training-1",
  }));
  const evaluated = (screen: Screen) => evaluateScreen(screening, screen, licences);
  return {
    ...rest,
    results: screens.map(evaluated),
    earlier: earlier.map(evaluated),
    changes: [],
    policy: {
      ipvPolicy,
      screenExpiresAfterDays: 90,
      specialistApprovalExpiresAfterDays: 30,
      orderCheckExpiresAfterDays: 7,
    },
  };
};
