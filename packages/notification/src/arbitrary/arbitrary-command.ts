import * as fc from "fast-check";
import type { ObligationAct, ObligationCommand } from "../obligation/obligation-command.ts";
import type { Obligation } from "../obligation/obligation.ts";
import { possibleFrom } from "../obligation/obligation-machine.ts";
import { minute, sampleCommand } from "../store/contract/sample-records.ts";

/** A choice of what is done next: by its number among what is possible, or any act at all; with its attempt and its time. */
export type ArbitraryStep = {
  readonly pick: number;
  readonly anyAct: boolean;
  readonly role: "system" | "staff" | "registrant";
  readonly minutes: number;
  readonly variant: number;
};

/** Choices for a life of an obligation, most of them possible when their turn comes. */
export const arbitrarySteps: fc.Arbitrary<readonly ArbitraryStep[]> = fc.array(
  fc.record({
    pick: fc.nat(1000),
    anyAct: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    role: fc.constantFrom("system", "staff", "staff", "registrant"),
    minutes: fc.integer({ min: 0, max: 40 }),
    variant: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 24 },
);

/** The command that a choice makes of where an obligation stands. Steps with one number have one id. */
export const commandOfStep = (obligation: Obligation, step: ArbitraryStep, number: number): ObligationCommand => {
  const possible = possibleFrom(obligation.state);
  const acts = step.anyAct || possible.length === 0 ? ACTS : possible;
  const act = acts[step.pick % acts.length] ?? "confirm";
  const now = Math.min(minutesOf(obligation) + step.minutes, 1400);
  const shape = SHAPES[act]({ obligation, now, variant: step.variant });
  return sampleCommand(act, now, { id: `step-${number}`, by: { role: step.role, id: "somebody" }, ...shape });
};

const minutesOf = ({ lastAt }: Obligation): number => Number(lastAt.slice(11, 13)) * 60 + Number(lastAt.slice(14, 16));

type Chosen = { readonly obligation: Obligation; readonly now: number; readonly variant: number };
type Shape = Readonly<Record<string, unknown>>;

const AUTHORITY = { kind: "agency-policy", policy: "policy-1" };
const DECISION = { kind: "person-decision", reason: "decided", authority: AUTHORITY, record: "note-1" };
const REASON = { reason: "some-reason" };

const next = ({ obligation, variant }: Chosen): Shape => ({
  attempt: obligation.attempts.length + 1,
  method: "phone",
  contact: `contact-${(variant % 3) + 1}`,
  ...REASON,
});

const made = ({ obligation, variant }: Chosen): number => (variant % Math.max(obligation.attempts.length, 1)) + 1;

const receipt = (kind: string, chosen: Chosen): Shape => ({
  kind,
  at: minute(chosen.now),
  attempt: made(chosen),
  record: "receipt-1",
});

const SHAPES: Readonly<Record<ObligationAct, (chosen: Chosen) => Shape>> = {
  schedule: (chosen) => ({ ...next(chosen), for: minute(chosen.now) }),
  attempt: (chosen) => {
    const { attempt, method, contact } = chosen.obligation.scheduled ?? next(chosen);
    return { attempt, method, contact, safeContactCheckedAt: minute(chosen.now), ...REASON };
  },
  "note-outcome": (chosen) => ({
    attempt: made(chosen),
    outcome: OUTCOMES[chosen.variant % OUTCOMES.length],
    ...REASON,
  }),
  "record-delivery": (chosen) => ({ evidence: receipt("delivery-receipt", chosen) }),
  confirm: (chosen) => ({
    evidence:
      chosen.variant % 2 === 0
        ? { kind: "staff-call", at: minute(chosen.now), reached: "the-person", record: "call-1" }
        : { kind: "confirmed-by-person", how: "voice", at: minute(chosen.now), attempt: null, record: "call-1" },
  }),
  "accept-delivery": (chosen) => ({
    evidence: { kind: "delivery-accepted", attempt: made(chosen), authority: AUTHORITY, record: "receipt-1" },
  }),
  "report-undeliverable": (chosen) => ({
    evidence:
      chosen.variant % 3 === 0
        ? { kind: "no-usable-contact", at: minute(chosen.now), why: "no-safe-method" }
        : { ...receipt("channel-failure", chosen), why: "blocked" },
  }),
  "begin-search": () => REASON,
  "record-search-step": ({ now }) => ({
    step: { at: minute(now), looked: "court", outcome: "nothing-found", record: "note-1" },
  }),
  "contact-found": () => ({ contact: "contact-9", record: "note-1", ...REASON }),
  "hand-to-person": () => ({ queue: "victim-services", ...REASON }),
  "return-to-plan": () => ({ evidence: DECISION }),
  "close-search": ({ obligation: { search } }) => ({
    evidence: {
      kind: "documented-search",
      steps:
        search.length > 0 ? search : [{ at: minute(0), looked: "court", outcome: "nothing-found", record: "note-1" }],
      authority: AUTHORITY,
      record: "note-1",
    },
  }),
  decline: () => ({
    evidence: { kind: "lawful-decline", on: "2026-03-02", declined: "this-notice", writing: "letter-1" },
  }),
  supersede: () => ({ evidence: { kind: "superseded-by-revision", event: "E1", revision: 2 } }),
  withdraw: () => ({ evidence: { kind: "event-withdrawn", event: "E1", revision: 2 } }),
  decide: () => ({ evidence: DECISION }),
  correct: () => ({ evidence: { kind: "correction-owed", correction: "its-correction", ...REASON } }),
  reopen: () => ({ evidence: DECISION }),
};

const OUTCOMES = ["no-answer", "message-left", "not-sent", "unknown"];
const ACTS = Object.keys(SHAPES) as readonly ObligationAct[];
