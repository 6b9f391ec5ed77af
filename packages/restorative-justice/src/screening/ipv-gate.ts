import type { Instant } from "@victim-rights/core";
import { ageResult } from "./age-result.ts";
import { type ApprovalCondition, missingConditions } from "./approval-conditions.ts";
import { combine } from "./combine.ts";
import type { ExpirySetting } from "./expiry.ts";
import { INVENTORY_ID } from "./inventory/inventory.ts";
import { type ProfessionalConcern, concernResult } from "./professional-concern.ts";
import { type Relationship, relationshipResult } from "./relationship.ts";
import { resultOf, type ScreenReason, type ScreenResult } from "./screen-result.ts";
import type { ScreeningPolicy } from "./screening-policy.ts";
import type { SpecialistApproval } from "./specialist-approval.ts";
import type { FactChange } from "./fact-change.ts";
import { standingConcerns } from "./standing-concerns.ts";

/** What the gate looks at. */
export type IpvGateInput = {
  readonly relationship: Relationship;
  /** Of this round of screening, each from `evaluateScreen`; empty when nobody was screened. */
  readonly results: readonly ScreenResult[];
  /** Of every earlier round: what they found stands until the fact behind it has changed. */
  readonly earlier: readonly ScreenResult[];
  readonly changes: readonly FactChange[];
  readonly concerns: readonly ProfessionalConcern[];
  readonly approval: SpecialistApproval | null;
  readonly policy: ScreeningPolicy;
};

/** How a gate comes out, worst first. `indeterminate` stops progress as `hold` does. */
export const GATE_OUTCOMES = ["block", "hold", "indeterminate", "pass"] as const;
/** How a gate comes out: see {@link GATE_OUTCOMES}. */
export type GateOutcome = (typeof GATE_OUTCOMES)[number];

/** One thing that keeps the gate shut, and what would lift it. */
export type GateObstacle = {
  readonly outcome: Exclude<GateOutcome, "pass">;
  readonly because:
    | "blocked"
    | "ipv-excluded-by-policy"
    | "needs-specialist-approval"
    | "incomplete"
    | "support-first"
    | "nobody-screened"
    | "inventory-not-screened";
  readonly liftedBy: string;
  readonly reasons: readonly ScreenReason[];
  /** What the specialist track still lacks; empty for every other obstacle. */
  readonly missing: readonly ApprovalCondition[];
};

/** What gate G12 came to. `pass` opens this gate alone: a named person decides, after every other gate. */
export type IpvGate = {
  readonly gate: "G12";
  readonly outcome: GateOutcome;
  /** Every obstacle and not the first. */
  readonly obstacles: readonly GateObstacle[];
  readonly result: ScreenResult;
  readonly at: Instant;
};

/**
 * Gate G12, on intimate-partner and sexual violence: what the screening, the policy and the specialist track come to at
 * a moment. The worst obstacle decides. An approval is the only way past `escalate`; nothing here gets past `blocked`.
 */
export const evaluateIpvGate = (input: IpvGateInput, setting: ExpirySetting): IpvGate => {
  const result = roundResult(input, setting);
  const obstacles = [
    ...blocks(result),
    ...trackObstacles(input, result, setting),
    ...flagObstacles(result),
    ...unscreened(input),
  ];
  const outcome = GATE_OUTCOMES.find((each) => obstacles.some((obstacle) => obstacle.outcome === each)) ?? "pass";
  return { gate: "G12", outcome, obstacles, result, at: setting.now };
};

/** This round as it stands at the moment, with what earlier rounds found. */
const roundResult = (input: IpvGateInput, setting: ExpirySetting): ScreenResult => {
  const { relationship, results, earlier, changes, concerns, policy } = input;
  const found = [relationshipResult(relationship), ...results, ...concerns.map(concernResult)] as const;
  const standing = resultOf({ reasons: standingConcerns(earlier, { changes, now: setting.now }), screens: [] });
  return combine([ageResult(combine(found), { ...setting, policy }), standing]);
};

const obstacle = (
  outcome: GateObstacle["outcome"],
  because: GateObstacle["because"],
  rest: Pick<GateObstacle, "liftedBy"> & Partial<GateObstacle>,
): GateObstacle => ({ reasons: [], missing: [], ...rest, outcome, because });

const raising = ({ reasons }: ScreenResult, ...raises: readonly ScreenReason["raises"][]): readonly ScreenReason[] =>
  reasons.filter((reason) => raises.includes(reason.raises));

const BY_CHANGE = "a change of the fact itself, with evidence on record, and a new screen; nobody can waive it";

const blocks = (result: ScreenResult): readonly GateObstacle[] =>
  result.kind === "blocked"
    ? [obstacle("block", "blocked", { liftedBy: BY_CHANGE, reasons: raising(result, "blocked") })]
    : [];

const trackObstacles = (
  { policy, approval }: IpvGateInput,
  result: ScreenResult,
  setting: ExpirySetting,
): readonly GateObstacle[] => {
  const reasons = raising(result, "escalate", "ipv_track");
  if (result.track === "ipv" && policy.ipvPolicy === "excluded")
    return [
      obstacle("block", "ipv-excluded-by-policy", {
        liftedBy: "nothing, while the policy excludes such cases",
        reasons,
      }),
    ];
  if (reasons.length === 0) return [];
  const concerns = [...new Set(reasons.map(({ from }) => from))];
  const missing = missingConditions(approval, { ...setting, policy, concerns });
  if (missing.length === 0) return [];
  return [
    obstacle("hold", "needs-specialist-approval", {
      liftedBy: "a specialist approval that meets every condition, after a domestic-violence advocate was offered",
      reasons,
      missing,
    }),
  ];
};

const flagObstacles = (result: ScreenResult): readonly GateObstacle[] =>
  result.flags.map((flag) =>
    flag === "incomplete"
      ? obstacle("hold", "incomplete", {
          liftedBy: "a new screen, alone and in private, in the victim's own time; refusing stays fine",
          reasons: raising(result, "incomplete"),
        })
      : obstacle("hold", "support-first", {
          liftedBy: "support, and the victim's wish to go on",
          reasons: raising(result, "support_first"),
        }),
  );

const unscreened = ({ results }: IpvGateInput): readonly GateObstacle[] => {
  if (results.length === 0)
    return [obstacle("indeterminate", "nobody-screened", { liftedBy: "a screen with the built-in inventory" })];
  const isCovered = results.some(({ screens }) => screens.some(({ instrument }) => instrument.id === INVENTORY_ID));
  return isCovered
    ? []
    : [obstacle("hold", "inventory-not-screened", { liftedBy: "a screen with the built-in inventory" })];
};
