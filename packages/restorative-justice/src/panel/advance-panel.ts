import type * as Result from "effect/Result";
import { advanceCase, type Programme } from "../programme/advance-case.ts";
import type { AdvanceError } from "../programme/errors.ts";
import { ProgrammeRules } from "../programme/programme-rules.ts";
import type { PanelCase } from "./panel-case.ts";
import type { PanelCommand } from "./panel-command.ts";
import { type AskedOfPanel, panelGate, type PanelSetting } from "./panel-gates.ts";
import { PANEL_MACHINE, resumedAt } from "./panel-machine.ts";
import panelRules from "./panel-rules.json" with { type: "json" };
import type { PanelState } from "./panel-state.ts";

/** The rules of the panels' gates, each with its sources and what would lift it. */
export const PANEL_RULES: ProgrammeRules = ProgrammeRules.parse(panelRules);

const PROGRAMME: Programme<PanelState, PanelCommand, PanelCase, PanelSetting> = {
  machine: PANEL_MACHINE,
  stateOf: ({ state }) => state,
  targetOf: ({ case: { pausedFrom }, command }, steps) =>
    command.act === "resume" && pausedFrom !== null ? resumedAt(pausedFrom) : (steps[0] ?? null),
  gate: panelGate(PANEL_RULES),
  recordedOnly: () => [],
  applied: (asked, to) => appliedTo(asked, to),
};

/**
 * Takes one command in a speaker's case. Pure: time comes in the command, facts and policy beside it.
 * @errors `AdvanceError`, in its order of precedence, the case unchanged.
 */
export const advancePanel = (
  speaker: PanelCase,
  command: PanelCommand,
  setting: PanelSetting,
): Result.Result<PanelCase, AdvanceError> => advanceCase(PROGRAMME, { case: speaker, command, setting });

const appliedTo = ({ case: speaker, command, setting }: AskedOfPanel, to: PanelState): PanelCase => {
  const next = { ...speaker, state: to, pausedFrom: command.act === "pause" ? speaker.state : null };
  return { ...next, session: sessionAfter(next, command), audienceChecked: checkedAfter(next, { command, setting }) };
};

const sessionAfter = ({ state, session }: PanelCase, command: PanelCommand): PanelCase["session"] => {
  if (command.act === "match") return command.session;
  return state === "available" ? null : session;
};

/** A check belongs to one panel: it ends with the match, and every new one takes the place of the last. */
const checkedAfter = (
  { state, audienceChecked }: PanelCase,
  { command, setting }: Pick<AskedOfPanel, "command" | "setting">,
): PanelCase["audienceChecked"] => {
  const list = setting.facts.attendance?.id;
  if (command.act === "check-audience" && list !== undefined) return { at: command.at, list };
  return state === "audience_checked" ? audienceChecked : null;
};
