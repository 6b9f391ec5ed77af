import type { Citation, Instant } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import { GATE_OUTCOMES, type GateOutcome } from "../screening/ipv-gate.ts";
import type { ActorId } from "./ids.ts";

/** A gate of the domain page, such as `G10`. */
export type GateId = `G${string}`;

/** What a gate gave, with all that a reader needs to check it years later. */
export type GateResult = {
  readonly gate: GateId;
  readonly outcome: GateOutcome;
  /** The rules that gave it, each with the edition of the file it stands in. */
  readonly rules: readonly { readonly rule: RuleId; readonly edition: string; readonly cites: readonly Citation[] }[];
  /** What would let it pass, in words; empty where it passes. */
  readonly lifts: readonly string[];
  /** Ids of the records that it was read from. */
  readonly inputs: readonly string[];
  readonly decidedBy: ActorId;
  readonly at: Instant;
};

/** The gates that stop a step, the worst first. */
export const failing = (results: readonly GateResult[]): readonly GateResult[] =>
  results.filter(({ outcome }) => outcome !== "pass").toSorted((one, other) => rank(other) - rank(one));

/** The worst outcome of several gates: `block` over `hold` over `indeterminate` over `pass`. */
export const worstOf = (results: readonly GateResult[]): GateOutcome =>
  results.reduce<GateOutcome>(
    (worst, result) => (rank(result) > rank({ outcome: worst }) ? result.outcome : worst),
    "pass",
  );

/** The outcomes are listed worst first. */
const rank = ({ outcome }: Pick<GateResult, "outcome">): number => -GATE_OUTCOMES.indexOf(outcome);
