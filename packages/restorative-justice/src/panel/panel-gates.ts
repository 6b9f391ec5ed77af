import { minutesBetween } from "@victim-rights/core";
import type { Asked } from "../programme/advance-case.ts";
import type { GateId, GateResult } from "../programme/gate-result.ts";
import { type GateFinding, gateResultOf, type ProgrammeRules } from "../programme/programme-rules.ts";
import type { GateOutcome } from "../screening/ipv-gate.ts";
import { type AudienceCheck, checkAudience } from "./audience.ts";
import type { PanelCase } from "./panel-case.ts";
import type { PanelCommand } from "./panel-command.ts";
import type { PanelFacts } from "./panel-facts.ts";
import type { PanelPolicy } from "./panel-policy.ts";

/** What an answer about a speaker depends on, beside the case and the command. */
export type PanelSetting = { readonly facts: PanelFacts; readonly policy: PanelPolicy };

/** A command beside the speaker's case that it is about. */
export type AskedOfPanel = Asked<PanelCase, PanelCommand, PanelSetting>;

/** The gate that looks at an audience; its first input is the list that it looked at. */
export const AUDIENCE_GATE = "G-VP-audience";

const AUDIENCE: Readonly<Record<AudienceCheck["outcome"], GateOutcome>> = {
  clear_of_own_case: "pass",
  meets_own_case: "block",
  not_known: "hold",
};

const PROCEEDINGS: Readonly<Record<PanelFacts["proceedings"]["found"], GateOutcome>> = {
  none_open: "pass",
  open: "block",
  unknown: "hold",
};

const FINDINGS: Readonly<Record<GateId, (asked: AskedOfPanel) => GateFinding>> = {
  // INVARIANT (INV-20): asked at the check and again as the speaker goes in, by the list that is true then.
  [AUDIENCE_GATE]: ({ command, setting: { facts } }) => ({
    outcome: isDatedLater(facts, command) ? "hold" : AUDIENCE[checkAudience(facts.attendance, facts.ownCase).outcome],
    inputs: [facts.attendance?.id, facts.ownCase?.id],
  }),
  "G-VP-audience-age": (asked) => ({
    outcome: isCheckFresh(asked) ? "pass" : "hold",
    inputs: [asked.case.audienceChecked?.list],
  }),
  "G-VP-proceedings": ({ setting: { facts } }) => ({
    outcome: PROCEEDINGS[facts.proceedings.found],
    inputs: [facts.proceedings.id],
  }),
  "G-VP-observers": ({ case: { id }, setting: { facts } }) => ({
    outcome: facts.observers === "not_agreed" ? "hold" : "pass",
    inputs: [id],
  }),
};

const isDatedLater = ({ attendance }: PanelFacts, { at }: PanelCommand): boolean =>
  attendance !== null && attendance.at > at;

/** Less than the hours of the policy ago, and by the very list that stands now. */
const isCheckFresh = ({ case: { audienceChecked }, command, setting: { facts, policy } }: AskedOfPanel): boolean =>
  audienceChecked !== null &&
  audienceChecked.list === facts.attendance?.id &&
  minutesBetween(audienceChecked.at, command.at) < policy.audienceCheckExpiresAfterHours * 60;

/** Asks one gate of the panels. A gate that nobody wrote stops the step. */
export const panelGate =
  (rules: ProgrammeRules) =>
  (gate: GateId, asked: AskedOfPanel): GateResult => {
    const finding = FINDINGS[gate]?.(asked) ?? { outcome: "block", inputs: [] };
    return gateResultOf(rules, { ...finding, gate }, asked.command);
  };
