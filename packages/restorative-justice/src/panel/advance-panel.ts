import * as Result from "effect/Result";
import { advanceCase, type Given, type Programme } from "../programme/advance-case.ts";
import { caseFromLog, type LogBroken, notBegun, type StoredLog } from "../programme/case-from-log.ts";
import type { AdvanceError } from "../programme/errors.ts";
import type { GateId, GateResult } from "../programme/gate-result.ts";
import { EvidenceRef } from "../programme/ids.ts";
import { ProgrammeRules } from "../programme/programme-rules.ts";
import { openPanelCase, type PanelCase } from "./panel-case.ts";
import type { PanelCommand } from "./panel-command.ts";
import { AUDIENCE_GATE, panelGate, type PanelSetting } from "./panel-gates.ts";
import { PANEL_MACHINE, PANEL_OPEN_IN_DANGER, resumedAt } from "./panel-machine.ts";
import panelRules from "./panel-rules.json" with { type: "json" };
import type { PanelState } from "./panel-state.ts";

/** The rules of the panels' gates, each with its sources and what would lift it. */
export const PANEL_RULES: ProgrammeRules = ProgrammeRules.parse(panelRules);

/**
 * Takes one command in a speaker's case. Pure: time comes in the command, facts and policy beside it.
 * @errors `AdvanceError`, in its order of precedence, the case unchanged.
 */
export const advancePanel = (
  speaker: PanelCase,
  command: PanelCommand,
  setting: PanelSetting,
): Result.Result<PanelCase, AdvanceError> => {
  const given = { case: speaker, command };
  const gate = (id: GateId): GateResult => askGate(id, { ...given, setting });
  return advanceCase(PROGRAMME, given, { gate, guidance: setting.policy.emergencyGuidance });
};

/**
 * A speaker's case as of its log, with what every gate gave as the record has it.
 * @errors `LogBroken` where the log is none that the programme can have written.
 */
export const panelFromLog = (log: StoredLog<PanelState, PanelCommand>): Result.Result<PanelCase, LogBroken> => {
  const [first] = log.commands;
  if (first?.act !== "offer" || first.speaker !== log.id) return notBegun("offer");
  const begun = Result.orElse(openPanelCase(first), () => notBegun("offer"));
  return Result.flatMap(begun, (speaker) => caseFromLog(PROGRAMME, speaker, log));
};

const askGate = panelGate(PANEL_RULES);

const PROGRAMME: Programme<PanelState, PanelCommand, PanelCase> = {
  machine: PANEL_MACHINE,
  stateOf: ({ state }) => state,
  openInDanger: PANEL_OPEN_IN_DANGER,
  targetOf: ({ case: { pausedFrom }, command }, steps) =>
    command.act === "resume" && pausedFrom !== null ? resumedAt(pausedFrom) : (steps[0] ?? null),
  recordedOnly: () => [],
  applied: (given, line) => appliedTo(given, line),
  settled: (speaker) => speaker,
};

type Line = PanelCase["record"][number];

const appliedTo = ({ case: speaker, command }: Given<PanelCase, PanelCommand>, line: Line): PanelCase => {
  const next = { ...speaker, state: line.to, pausedFrom: pausedFrom(speaker, line) };
  return { ...next, session: sessionAfter(next, command), audienceChecked: checkedAfter(next, line) };
};

/** Danger that comes up in a pause leaves the pause as it is. */
const pausedFrom = (speaker: PanelCase, { from, to }: Line): PanelCase["pausedFrom"] => {
  if (to !== "paused") return null;
  return from === "paused" ? speaker.pausedFrom : from;
};

const sessionAfter = ({ state, session }: PanelCase, command: PanelCommand): PanelCase["session"] => {
  if (command.act === "match") return command.session;
  return state === "available" ? null : session;
};

/** A check belongs to one panel: it ends with the match, and every new one takes the place of the last. */
const checkedAfter = ({ state, audienceChecked }: PanelCase, line: Line): PanelCase["audienceChecked"] => {
  if (line.act === "check-audience") return checkedBy(line);
  return state === "audience_checked" ? audienceChecked : null;
};

/** The list that the gate looked at, as the record names it. */
const checkedBy = ({ at, gates }: Line): PanelCase["audienceChecked"] => {
  const [list] = gates.find(({ gate }) => gate === AUDIENCE_GATE)?.inputs ?? [];
  const { data } = EvidenceRef.safeParse(list);
  return data === undefined ? null : { at, list: data };
};
