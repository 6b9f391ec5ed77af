import type { GateId, GateResult } from "../programme/gate-result.ts";
import { type GateFinding, gateResultOf, type ProgrammeRules } from "../programme/programme-rules.ts";
import type { AskedOfLetter } from "./letter-setting.ts";
import { DELIVERY_FINDINGS } from "./delivery-findings.ts";
import { REPLY_FINDINGS } from "./reply-findings.ts";
import { SCREENING_FINDINGS } from "./screening-findings.ts";

const FINDINGS: Readonly<Record<GateId, (asked: AskedOfLetter) => GateFinding>> = {
  ...SCREENING_FINDINGS,
  ...DELIVERY_FINDINGS,
  ...REPLY_FINDINGS,
};

/** Asks one gate of the letter bank. A gate that nobody wrote stops the step. */
export const letterGate =
  (rules: ProgrammeRules) =>
  (gate: GateId, asked: AskedOfLetter): GateResult => {
    const finding = FINDINGS[gate]?.(asked) ?? { outcome: "block", inputs: [] };
    return gateResultOf(rules, { ...finding, gate }, asked.command);
  };
