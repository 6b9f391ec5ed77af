import { localDateIn } from "@victim-rights/core";
import type { Asked } from "../programme/advance-case.ts";
import { type GateId, type GateResult, worstOf } from "../programme/gate-result.ts";
import { type GateFinding, gateResultOf, type ProgrammeRules } from "../programme/programme-rules.ts";
import type { GateOutcome } from "../screening/ipv-gate.ts";
import type { ServiceCase } from "./service-case.ts";
import type { ServiceCommand } from "./service-command.ts";
import type { ServiceFacts } from "./service-facts.ts";
import type { ServicePolicy } from "./service-policy.ts";
import { type Site, zoneOutcome } from "./site.ts";

/** What an answer about community service depends on, beside the case and the command. */
export type ServiceSetting = { readonly facts: ServiceFacts; readonly policy: ServicePolicy };

/** A command beside the order of service that it is about. */
export type AskedOfService = Asked<ServiceCase, ServiceCommand, ServiceSetting>;

/** The twenty gates of dialogue, all of which direct service passes through. */
const DIALOGUE_GATES: readonly GateId[] = Array.from(
  { length: 20 },
  (_, index): GateId => `G${String(index + 1).padStart(2, "0")}`,
);

const MINUTES_PER_DAY = 1440;

const FINDINGS: Readonly<Record<GateId, (asked: AskedOfService) => GateFinding>> = {
  "G-CS-invited-once": ({ case: { id, record }, setting: { policy } }) => {
    const wasInvited = record.some(({ act }) => act === "invite-input");
    return { outcome: wasInvited || policy.victimInput === "not_invited" ? "block" : "pass", inputs: [id] };
  },
  "G-CS-shelter": (asked) => siteFinding(asked, ({ confidentialShelter }) => SITE_OUTCOMES[confidentialShelter]),
  "G-CS-zones": (asked) => siteFinding(asked, (site) => zoneOutcome(site, asked.setting.facts.victimZones)),
  "G-CS-dv-programme": (asked) =>
    siteFinding(asked, ({ dvSaProgramme }) =>
      asked.setting.facts.offence === "other" ? "pass" : SITE_OUTCOMES[dvSaProgramme],
    ),
  "G-CS-direct": (asked) => directFinding(asked),
  "G-CS-day": (asked) => dayFinding(asked),
};

const SITE_OUTCOMES: Readonly<Record<"yes" | "no" | "unknown", GateOutcome>> = {
  yes: "block",
  no: "pass",
  unknown: "hold",
};

/** A finding about the site at hand; what was looked up about another site says nothing. */
const siteFinding = (
  { case: { site }, setting: { facts } }: AskedOfService,
  outcomeOf: (site: Site) => GateOutcome,
): GateFinding => {
  const isAtHand = facts.site !== null && site !== null && facts.site.id === site.id;
  return { outcome: isAtHand ? outcomeOf(facts.site) : "hold", inputs: [site?.id] };
};

const directFinding = ({ case: { site }, setting: { facts } }: AskedOfService): GateFinding => {
  if (site?.kind !== "direct_to_victim") return { outcome: "pass", inputs: [site?.id] };
  const { victimRequest, dialogueGates } = facts.directService;
  const isAsked = DIALOGUE_GATES.every((gate) => dialogueGates.some((result) => result.gate === gate));
  const isOpen = victimRequest !== null && isAsked && worstOf(dialogueGates) === "pass";
  return { outcome: isOpen ? "pass" : "block", inputs: [victimRequest] };
};

const dayFinding = ({ case: { attended }, command, setting: { policy } }: AskedOfService): GateFinding => {
  if (command.act !== "log-time") return { outcome: "block", inputs: [] };
  const { on, minutes } = command.day;
  const before = attended.reduce((sum, day) => (day.on === on ? sum + day.minutes : sum), 0);
  const isToCome = on > localDateIn(command.at, policy.zone);
  return { outcome: isToCome || before + minutes > MINUTES_PER_DAY ? "block" : "pass", inputs: [command.id] };
};

/** Asks one gate of community service. A gate that nobody wrote stops the step. */
export const serviceGate =
  (rules: ProgrammeRules) =>
  (gate: GateId, asked: AskedOfService): GateResult => {
    const finding = FINDINGS[gate]?.(asked) ?? { outcome: "block", inputs: [] };
    return gateResultOf(rules, { ...finding, gate }, asked.command);
  };
