import { Citation } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { type PolicyGuard, readPolicy } from "../programme/read-policy.ts";
import {
  loadScreeningPolicy,
  type PolicyProblem,
  PolicyRefused,
  ScreeningPolicy,
} from "../screening/screening-policy.ts";
import parameters from "./dialogue-parameters.json" with { type: "json" };
import { DialogueCustodyStatus, OffenceKind } from "./gate-papers.ts";
import { VictimSideInitiator } from "./request.ts";

const Cites = z.array(Citation).min(1, "cite the law or programme that says so").readonly();
const Requester = z.strictObject({ initiator: VictimSideInitiator, cites: Cites });

const BY_HOUSE = [{ source: "mn-vod" }, { source: "house-design" }] as const;

/**
 * What a jurisdiction sets for dialogues, each choice with its citation. Left out, nothing is in scope: an offence, a
 * custody status or a requester for a victim who died is then for a person to rule on, and never assumed.
 */
export const DialoguePolicy = z.strictObject({
  /** Who may start one while the victim lives. */
  requesters: z
    .array(Requester)
    .min(1)
    .readonly()
    .default([{ initiator: "victim", cites: BY_HOUSE.map((cite) => Citation.parse(cite)) }]),
  /** Who may start one when the victim has died; `null` where law and programme text do not say. */
  whenVictimDied: z.array(Requester).readonly().nullable().default(null),
  offenceScope: z
    .strictObject({ kinds: z.array(OffenceKind).min(1).readonly(), cites: Cites })
    .nullable()
    .default(null),
  /** A programme that takes harms never prosecuted; `null` leaves them out of scope. */
  unprosecutedHarms: z.strictObject({ cites: Cites }).nullable().default(null),
  minAgeYears: z.int().min(1).max(120).default(parameters.minAgeYears),
  allowedStatuses: z
    .strictObject({ statuses: z.array(DialogueCustodyStatus).min(1).readonly(), cites: Cites })
    .nullable()
    .default(null),
  conductLookBackMonths: z.int().min(1).max(600).default(parameters.conductLookBackMonths),
  consentExpiresAfterDays: z.int().min(1).max(365).default(parameters.consentExpiresAfterDays),
  preparationSessionsEach: z.int().min(1).max(60).default(parameters.preparationSessionsEach),
  facilitators: z
    .strictObject({ atLeast: z.int().min(1).max(2), atMost: z.int().min(1).max(2) })
    .refine(({ atLeast, atMost }) => atLeast <= atMost)
    .default({ atLeast: 1, atMost: 2 }),
  maxDialogues: z.literal(1).default(1),
  outreachPolicy: z.enum(["none", "general_information_only"]).default("none"),
  emergencyGuidance: z.string().trim().min(1).default(parameters.emergencyGuidance),
  /** `ipvPolicy`, and how long screens, approvals and order checks stand. */
  screening: ScreeningPolicy.default(ScreeningPolicy.parse({})),
});
export type DialoguePolicy = Readonly<z.infer<typeof DialoguePolicy>>;

const GUARD: PolicyGuard = {
  values: {
    requesters: ["INV-01", "list victim-side requesters, each with a citation: nobody else can start a dialogue"],
    whenVictimDied: ["INV-01", "list victim-side requesters, each with a citation, or write `null`"],
    outreachPolicy: ["INV-02", "write `none` or `general_information_only`: no victim is approached about a case"],
    emergencyGuidance: ["INV-16", "write the words that a disclosure of danger shows first"],
    facilitators: [null, "write one or two"],
    maxDialogues: [null, "write 1: the aim is one dialogue"],
  },
  switches: [
    [/^g0?1$|initiator|requester|startedby/iu, "INV-01"],
    [/outreach|solicit|interest|invite/iu, "INV-02"],
    [/^g0?[78]$|consent/iu, "INV-03"],
    [/withdraw|penalt|reason/iu, "INV-04"],
    [/^g19$|parole|probation|classif|sentence|credit|release|share|export/iu, "INV-05"],
    [/^g12$|clear|safe|screen/iu, "INV-06"],
    [/unknown|declined|incomplete/iu, "INV-07"],
    [/ipv|relationship|track/iu, "INV-09"],
    [/^g10$|order|waive|protect/iu, "INV-10"],
    [/offendersees|offenderview|showoffender|telloffender|victimdata|address|location/iu, "INV-11"],
    [/privacy|alone/iu, "INV-12"],
    [/forg[ia]v|reconcil|apolog/iu, "INV-15"],
    [/danger|emergenc/iu, "INV-16"],
    [/record|append|delete|ground/iu, "INV-21"],
  ],
  unknownKey: "remove it: a policy chooses among what the schema lists, and no gate or invariant can be turned off",
};

const Parts = z.looseObject({ screening: z.unknown().optional() });

/**
 * Reads a jurisdiction's policy on dialogues.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadDialoguePolicy = (raw: unknown): Result.Result<DialoguePolicy, PolicyRefused> => {
  const parts = Parts.safeParse(raw);
  if (!parts.success) return readPolicy(DialoguePolicy, raw, GUARD);
  const { screening = {}, ...rest } = parts.data;
  const own = readPolicy(DialoguePolicy, rest, GUARD);
  const screened = loadScreeningPolicy(screening);
  const problems = [...problemsOf(own), ...problemsOf(screened).map(inScreening)];
  if (problems.length > 0) return Result.fail(new PolicyRefused({ problems }));
  return Result.flatMap(own, (policy) => Result.map(screened, (times) => ({ ...policy, screening: times })));
};

const problemsOf = (outcome: Result.Result<unknown, PolicyRefused>): readonly PolicyProblem[] =>
  Result.isFailure(outcome) ? outcome.failure.problems : [];

const inScreening = (problem: PolicyProblem): PolicyProblem => ({ ...problem, path: `screening.${problem.path}` });
