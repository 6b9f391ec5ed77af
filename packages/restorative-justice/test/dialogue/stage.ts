import { Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import type { DialogueCase } from "../../src/dialogue/dialogue-case.ts";
import { newDialogue } from "../../src/dialogue/dialogue-case.ts";
import { type DialogueAct, DialogueCommand } from "../../src/dialogue/dialogue-command.ts";
import type { DialogueState, Pausable } from "../../src/dialogue/dialogue-state.ts";
import { advanceDialogue, type DialogueError } from "../../src/dialogue/advance-dialogue.ts";
import {
  type DialogueMove,
  type PlayedStep,
  playMoves,
  sampleCommand,
  setStage,
} from "../../src/dialogue/arbitrary/play-moves.ts";
import { sampleFacts } from "../../src/dialogue/arbitrary/sample-facts.ts";
import type { DialoguePolicy } from "../../src/gate/dialogue-policy.ts";
import type { DialogueFacts } from "../../src/gate/gate-papers.ts";
import { openGates } from "../../src/gate/gates.ts";
import type { Side } from "../../src/programme/actor.ts";
import { CaseId } from "../../src/programme/ids.ts";
import { openScreening } from "../../src/screening/open-screening.ts";

export const NOW = Instant.parse("2026-11-22T12:00:00Z");
export const gates = openGates();
export const screening = openScreening();
export const stage = setStage(gates, screening, NOW);

/** Facts on which every gate passes. */
export const goodFacts = (now: Instant = NOW): DialogueFacts => sampleFacts(gates, now, stage.quiet(now));

export const emptyCase = newDialogue(CaseId.parse("dialogue-1"));

type Given = {
  readonly now?: Instant;
  readonly facts?: DialogueFacts;
  readonly policy?: DialoguePolicy;
  readonly id?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** A command by a side. */
export const command = (
  act: DialogueAct,
  side: Side,
  { now = NOW, id = `${act}-${side}`, fields = {} }: Given = {},
): DialogueCommand => DialogueCommand.parse({ ...sampleCommand(act, { id, side, now, pick: 0 }), ...fields });

/** What a command comes to, on good facts where none are given. */
export const give = (
  dialogue: DialogueCase,
  given: DialogueCommand,
  { facts = goodFacts(given.at), policy = stage.policy }: Given = {},
): Result.Result<DialogueCase, DialogueError> => advanceDialogue(dialogue, given, { gates, facts, policy });

/** The case after a command that is taken. */
export const taken = (dialogue: DialogueCase, act: DialogueAct, side: Side, given: Given = {}): DialogueCase => {
  const number = dialogue.commands.length;
  return Result.getOrThrow(give(dialogue, command(act, side, { ...given, id: given.id ?? `c-${number}` }), given));
};

/** The name of the error that a command comes to, or `taken`. */
export const outcomeOf = (outcome: Result.Result<DialogueCase, DialogueError>): string =>
  Result.isSuccess(outcome) ? "taken" : outcome.failure._tag;

const PATH: readonly (readonly [DialogueState, (before: DialogueCase) => DialogueCase])[] = [
  ["none", (before) => before],
  ["requested", (before) => taken(before, "request", "victim-side")],
  ["intake", (before) => taken(before, "begin-intake", "programme")],
  ["offender_approach", (before) => taken(before, "approach-offender", "programme")],
  ["preparation", (before) => withSessions(taken(before, "begin-preparation", "facilitator"))],
  ["readiness_review", (before) => taken(before, "review-readiness", "facilitator")],
  ["scheduled", (before) => taken(before, "schedule", "facilitator")],
  ["dialogue_held", (before) => taken(before, "hold-dialogue", "facilitator")],
  ["post_dialogue", (before) => taken(before, "debrief", "facilitator")],
  ["closed", (before) => taken(before, "close", "facilitator")],
];

const withSessions = (before: DialogueCase): DialogueCase =>
  (["victim-side", "offender-side"] as const).reduce(
    (dialogue, side) => taken(dialogue, "hold-session", "facilitator", { fields: { with: side } }),
    before,
  );

/** A case that came to a state by the straight way. */
export const caseIn = (state: DialogueState): DialogueCase => {
  if (state === "on_hold") return heldFrom("preparation");
  if (state === "not_accepted") return taken(caseIn("intake"), "decline-request", "programme");
  if (state === "offender_declined") return taken(caseIn("offender_approach"), "decline-approach", "offender-side");
  if (state === "withdrawn") return taken(caseIn("preparation"), "withdraw", "victim-side");
  if (state === "terminated") return taken(caseIn("preparation"), "terminate", "programme");
  const end = PATH.findIndex(([name]) => name === state);
  return PATH.slice(0, end + 1).reduce((dialogue, [, step]) => step(dialogue), emptyCase);
};

/** A case that was put on hold from a state. */
export const heldFrom = (state: Pausable): DialogueCase => taken(caseIn(state), "put-on-hold", "victim-side");

const played = new Map<string, readonly PlayedStep[]>();

/** A course of events, played once however many tests look at it. */
export const play = (moves: readonly DialogueMove[]): readonly PlayedStep[] => {
  const key = JSON.stringify(moves);
  const steps = played.get(key) ?? playMoves(stage, moves);
  played.set(key, steps);
  return steps;
};

/** One seed for all the tests of a run, so that they share what was played; a failure prints it. */
export const RUNS = { numRuns: 1000, seed: Math.trunc(Math.random() * 2 ** 31) };
