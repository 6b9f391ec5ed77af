import type { Instant } from "@victim-rights/core";
import type * as Result from "effect/Result";
import type { DialoguePolicy } from "../gate/dialogue-policy.ts";
import { askGates, type GateAsker } from "../gate/evaluate-gates.ts";
import type { GateInput } from "../gate/fact-entry.ts";
import type { DialogueFacts } from "../gate/gate-papers.ts";
import type { Gates } from "../gate/gates.ts";
import { advanceCase, type Programme } from "../programme/advance-case.ts";
import { caseFromLog, type LogBroken, type StoredLog } from "../programme/case-from-log.ts";
import type { AdvanceError } from "../programme/errors.ts";
import type { GateId, GateResult } from "../programme/gate-result.ts";
import { applyCommand } from "./apply-command.ts";
import { consentPhaseOf } from "./consent-phase-of.ts";
import { type DialogueCase, newDialogue } from "./dialogue-case.ts";
import type { DialogueCommand } from "./dialogue-command.ts";
import { DIALOGUE_MACHINE, DIALOGUE_OPEN_IN_DANGER } from "./dialogue-machine.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { type DialogueAsked, openTarget } from "./open-target.ts";

/** All that an answer depends on beside the case and the command. */
export type DialogueSetting = {
  readonly gates: Gates;
  readonly facts: DialogueFacts;
  readonly policy: DialoguePolicy;
};

/** Why a step of a dialogue is not taken. */
export type DialogueError = AdvanceError;

/**
 * Takes one command in a dialogue. A command given again with the same content changes nothing; any other adds one line
 * to the record, with every gate that was asked, or leaves the case as it is.
 * @errors `AdvanceError` in its order, `DangerComesFirst` before all else; every gate that stops is told, and not the first.
 */
export const advanceDialogue = (
  dialogue: DialogueCase,
  command: DialogueCommand,
  setting: DialogueSetting,
): Result.Result<DialogueCase, DialogueError> => {
  // The gates' facts are read off the papers once, and only if a gate is asked: nothing is read for a withdrawal.
  let ask: GateAsker | null = null;
  const gate = (id: GateId): GateResult => {
    ask ??= askGates(setting.gates, gateInputOf({ case: dialogue, command }, setting));
    return ask(id);
  };
  return advanceCase(PROGRAMME, { case: dialogue, command }, { gate, guidance: setting.policy.emergencyGuidance });
};

/**
 * A dialogue as of its log, with what every gate gave as the record has it.
 * @errors `LogBroken` where the log is none that the programme can have written.
 */
export const dialogueFromLog = (
  log: StoredLog<DialogueState, DialogueCommand>,
): Result.Result<DialogueCase, LogBroken> => caseFromLog(PROGRAMME, newDialogue(log.id), log);

const PROGRAMME: Programme<DialogueState, DialogueCommand, DialogueCase> = {
  machine: DIALOGUE_MACHINE,
  stateOf: ({ state }) => state,
  openInDanger: DIALOGUE_OPEN_IN_DANGER,
  targetOf: openTarget,
  recordedOnly: () => [],
  applied: (given, { to }) => applyCommand(given, to),
  settled: (dialogue) => dialogue,
};

/** What the gates are asked about a case for one command. */
export const gateInputOf = (
  { case: dialogue, command }: DialogueAsked,
  { facts, policy }: Pick<DialogueSetting, "facts" | "policy">,
): GateInput => {
  const { request, format } = asRequested(dialogue, command);
  return {
    dialogue: {
      request,
      format,
      startedAt: dialogue.record[0]?.at ?? command.at,
      heldAt: dialogue.held?.at ?? null,
      sessions: {
        victim: sessionsWith("victim-side", dialogue, command.at),
        offender: sessionsWith("offender-side", dialogue, command.at),
      },
      papers: (dialogue.commands[0] ?? command).evidence,
    },
    phase: consentPhaseOf(command.act, dialogue),
    facts,
    policy,
    decidedBy: command.by.id,
    at: command.at,
  };
};

/** A request is asked about before it is stored. */
const asRequested = (dialogue: DialogueCase, command: DialogueCommand): Pick<DialogueCase, "request" | "format"> =>
  command.act === "request" ? { request: command, format: command.format } : dialogue;

/** The sessions that one side has had by a moment; one that is only set does not count. */
const sessionsWith = (
  side: "victim-side" | "offender-side",
  { commands }: DialogueCase,
  by: Instant,
): readonly string[] =>
  commands.flatMap((each) =>
    each.act === "hold-session" && each.with === side && each.sessionAt <= by ? [each.id] : [],
  );
