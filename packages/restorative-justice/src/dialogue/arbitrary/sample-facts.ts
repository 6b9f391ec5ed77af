import { addHours, Instant } from "@victim-rights/core";
import { ConsentPhase } from "../../gate/consent.ts";
import { DialoguePolicy } from "../../gate/dialogue-policy.ts";
import { type DialogueFacts, type DialogueScreening, GatePapers } from "../../gate/gate-papers.ts";
import type { Gates } from "../../gate/gates.ts";
import { quietAnswer } from "../../screening/arbitrary/arbitrary-answers.ts";
import { screenForms } from "../../screening/arbitrary/arbitrary-screen.ts";
import { evaluateScreen } from "../../screening/evaluate-screen.ts";
import type { Screening } from "../../screening/open-screening.ts";
import { Screen } from "../../screening/screen.ts";
import type { ScreenResult } from "../../screening/screen-result.ts";

const CITES = [{ source: "house-design" }];

/** A policy under which dialogues go on: made up, and no jurisdiction's. */
export const samplePolicy = (rest: Readonly<Record<string, unknown>> = {}): DialoguePolicy =>
  DialoguePolicy.parse({
    requesters: [
      { initiator: "victim", cites: CITES },
      { initiator: "victim-guardian", cites: CITES },
    ],
    whenVictimDied: [{ initiator: "close-relative-of-deceased", cites: CITES }],
    offenceScope: { kinds: ["bodily-injury", "death", "sexual"], cites: CITES },
    allowedStatuses: { statuses: ["custody", "parole"], cites: CITES },
    ...rest,
  });

/** What a screen with the built-in inventory comes to, every item answered with what raises least concern but for those given. */
export const sampleScreened = (
  screening: Screening,
  at: Instant,
  answers: Readonly<Record<string, "yes" | "declined">> = {},
): ScreenResult => {
  const [{ ref, items }] = screenForms(screening);
  return evaluateScreen(
    screening,
    Screen.parse({
      id: `screen-${at}`,
      instrument: ref,
      cutOff: null,
      origin: { kind: "victim_alone", privacy: "confirmed" },
      at,
      by: { id: "advocate-1", training: "trained" },
      language: "en",
      answers: items.map((item) => ({ item: item.key, answer: answers[item.key] ?? quietAnswer(item) })),
    }),
  );
};

/** A round between strangers that came to these results. */
export const sampleRound = (results: readonly ScreenResult[]): DialogueScreening => ({
  relationship: ["stranger"],
  results,
  earlier: [],
  changes: [],
  concerns: [],
  approval: null,
});

/** Facts that harm: stated as not so in the sample. */
const HARMS: readonly string[] = [
  "request.acts-for-offender",
  "overlap.appeal-pending",
  "overlap.civil-suit-pending",
  "overlap.clemency-pending",
  "accountability.shifts-blame",
  "benefit.sought",
];

/** Papers on which every gate passes at a moment, screening apart. */
export const samplePapers = (gates: Gates, now: Instant): GatePapers => {
  const made = MADE.get(gates) ?? makePapers(gates);
  MADE.set(gates, made);
  return dated(made, now);
};

/** Reading papers takes longer than anything else in a test; moving their dates does not. */
const MADE = new WeakMap<Gates, GatePapers>();

const dated = (papers: GatePapers, now: Instant): GatePapers => ({
  ...papers,
  statements: papers.statements.map((each) => ({ ...each, at: now })),
  consents: papers.consents.map((each) => ({ ...each, at: now })),
  orderChecks: papers.orderChecks.map((each) => ({ ...each, at: now })),
  conduct: papers.conduct === null ? null : { ...papers.conduct, reviewedAt: addHours(now, -1) },
});

const makePapers = (gates: Gates): GatePapers => {
  const now = Instant.parse("2026-01-01T00:00:00Z");
  return GatePapers.parse({
    statements: [...gates.statable.keys()].map((fact) => ({
      fact,
      value: !HARMS.includes(fact),
      by: "official-1",
      at: now,
      paper: `paper-${fact}`,
    })),
    participant: { paper: "paper-participant", victim: "living", ageYears: 40 },
    offence: { paper: "paper-judgment", kinds: ["bodily-injury"], prosecuted: true },
    custody: { paper: "paper-custody", status: "custody" },
    counterpart: { paper: "paper-counterpart", is: "own-offender" },
    consents: ConsentPhase.options.flatMap((phase) => consentsTo(phase, now)),
    orderChecks: [{ id: "check-1", at: now, found: "no_active_order" }],
    courtChanges: [],
    conduct: { paper: "paper-conduct", reviewedAt: addHours(now, -1), incidents: [] },
    facilitators: [
      { id: "facilitator-1", training: "dv_sv_trained", service: "active", conflict: "none", ethicsCode: "signed" },
    ],
    triggers: [],
  });
};

const consentsTo = (phase: ConsentPhase, at: Instant) => [
  {
    id: `consent-victim-${phase}`,
    party: "victim",
    phase,
    at,
    status: "given",
    informed: "of-risks-and-that-nothing-is-promised",
  },
  {
    id: `consent-offender-${phase}`,
    party: "offender",
    phase,
    at,
    status: "given",
    pressure: "none",
    reward: "none",
  },
];

/** Facts on which every gate passes at a moment, given a screen that found nothing. */
export const sampleFacts = (gates: Gates, now: Instant, result: ScreenResult): DialogueFacts => ({
  papers: samplePapers(gates, now),
  screening: sampleRound([result]),
});
