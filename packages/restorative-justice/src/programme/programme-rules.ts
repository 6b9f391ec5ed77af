import { Citation, invariant, Source } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import type { ProgrammeCommand } from "./command.ts";
import type { GateId, GateResult } from "./gate-result.ts";
import type { GateOutcome } from "../screening/ipv-gate.ts";

const Words = z.string().min(1);
const Stops = z.strictObject({ block: Words.optional(), hold: Words.optional(), indeterminate: Words.optional() });

/** One gate's rule as data: what it asks, where that stands, how well it was checked, and what would lift each outcome. */
export const ProgrammeRule = z.strictObject({
  gate: z.templateLiteral(["G", z.string()]),
  rule: RuleId,
  title: Words,
  mark: z.enum(["house-design", "read-by-the-domain-page", "house-design-from-sources"]),
  cites: z.array(Citation).min(1).readonly(),
  lifts: Stops,
});
export type ProgrammeRule = Readonly<z.infer<typeof ProgrammeRule>>;

/** The rules of a programme's gates, with the sources that they cite. */
export const ProgrammeRules = z.strictObject({
  edition: Words,
  sources: z.array(Source).readonly(),
  rules: z.array(ProgrammeRule).readonly(),
});
export type ProgrammeRules = Readonly<z.infer<typeof ProgrammeRules>>;

/** What a gate found: its outcome, and the ids of the records that it looked at. */
export type GateFinding = { readonly outcome: GateOutcome; readonly inputs: readonly (string | null | undefined)[] };

/** Makes a finding into a result that can be checked years later: the rule, its edition, who decided and when. */
export const gateResultOf = (
  { edition, rules }: ProgrammeRules,
  finding: GateFinding & { readonly gate: GateId },
  { by, at }: ProgrammeCommand,
): GateResult => {
  const rule = rules.find(({ gate }) => gate === finding.gate);
  invariant(rule !== undefined, "every gate of a programme's table has its rule");
  const { outcome } = finding;
  const lifts = outcome === "pass" ? undefined : rule.lifts[outcome];
  return {
    gate: rule.gate,
    outcome,
    rules: [{ rule: rule.rule, edition, cites: rule.cites }],
    lifts: lifts === undefined ? [] : [lifts],
    inputs: finding.inputs.filter((input) => typeof input === "string"),
    decidedBy: by.id,
    at,
  };
};
