import { addHours, epochMilliseconds, type Instant, instantAt } from "@victim-rights/core";
import type * as Result from "effect/Result";
import * as Outcome from "effect/Result";
import { DIALOGUE_FORMATS } from "../../gate/request.ts";
import type { DialogueFacts } from "../../gate/gate-papers.ts";
import type { DialoguePolicy } from "../../gate/dialogue-policy.ts";
import type { Gates } from "../../gate/gates.ts";
import type { Side } from "../../programme/actor.ts";
import { CaseId } from "../../programme/ids.ts";
import type { Screening } from "../../screening/open-screening.ts";
import type { ScreenResult } from "../../screening/screen-result.ts";
import { advanceDialogue, type DialogueError } from "../advance-dialogue.ts";
import { type DialogueCase, newDialogue } from "../dialogue-case.ts";
import { type DialogueAct, DialogueCommand } from "../dialogue-command.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { type Flaw, flawed } from "./flaws.ts";
import { sampleFacts, samplePolicy, sampleScreened } from "./sample-facts.ts";

/** One move of a made-up course of events: an act by a side, or whatever leads on from here. */
export type DialogueMove = {
  readonly act: DialogueAct | "onward";
  readonly side: Side | "rightful";
  readonly hours: number;
  readonly flaw: Flaw | null;
  readonly pick: number;
};

/** A command that was given, in which case, on which facts, and what it came to. */
export type PlayedStep = {
  readonly before: DialogueCase;
  readonly command: DialogueCommand;
  readonly facts: DialogueFacts;
  readonly outcome: Result.Result<DialogueCase, DialogueError>;
  readonly after: DialogueCase;
};

/** What courses of events are played with. Screens are made once a day, since making them takes the longest. */
export type Stage = {
  readonly gates: Gates;
  readonly policy: DialoguePolicy;
  readonly start: Instant;
  /** A screen of the moment that found no indicator. */
  readonly quiet: (now: Instant) => ScreenResult;
  readonly loud: { readonly escalating: ScreenResult; readonly blocked: ScreenResult };
};

const DAY_MS = 86_400_000;

/** Sets the stage. */
export const setStage = (gates: Gates, screening: Screening, start: Instant): Stage => {
  const made = new Map<number, ScreenResult>();
  const quiet = (now: Instant): ScreenResult => {
    const day = Math.floor((epochMilliseconds(now) - epochMilliseconds(start)) / DAY_MS);
    const result = made.get(day) ?? sampleScreened(screening, instantAt(epochMilliseconds(start) + day * DAY_MS));
    made.set(day, result);
    return result;
  };
  const loud = {
    escalating: sampleScreened(screening, start, { s06: "yes" }),
    blocked: sampleScreened(screening, start, { s17: "yes" }),
  };
  return { gates, policy: samplePolicy(), start, quiet, loud };
};

/** The act that leads on from a state. */
const ONWARD: Readonly<Record<DialogueState, DialogueAct>> = {
  none: "request",
  requested: "begin-intake",
  intake: "approach-offender",
  offender_approach: "begin-preparation",
  preparation: "hold-session",
  readiness_review: "schedule",
  scheduled: "hold-dialogue",
  dialogue_held: "debrief",
  post_dialogue: "close",
  on_hold: "resume",
  not_accepted: "request",
  offender_declined: "request",
  closed: "request",
  withdrawn: "request",
  terminated: "request",
};

/** Who does what, where a move leaves it to the rightful side. */
const RIGHTFUL: Readonly<Partial<Record<DialogueAct, Side>>> = {
  request: "victim-side",
  "choose-format": "victim-side",
  withdraw: "victim-side",
  "decline-approach": "offender-side",
};

/** Plays a course of events from the request on, each move on facts as of its moment. */
export const playMoves = (stage: Stage, moves: readonly DialogueMove[]): readonly PlayedStep[] => {
  const steps: PlayedStep[] = [];
  let [dialogue, now] = [newDialogue(CaseId.parse("dialogue-1")), stage.start];
  for (const [at, move] of moves.entries()) {
    now = addHours(now, move.hours);
    const command = commandOf(move, { dialogue, now, at });
    const facts = flawed(sampleFacts(stage.gates, now, stage.quiet(now)), move.flaw, stage.loud);
    const outcome = advanceDialogue(dialogue, command, { gates: stage.gates, facts, policy: stage.policy });
    const after = Outcome.isSuccess(outcome) ? outcome.success : dialogue;
    steps.push({ before: dialogue, command, facts, outcome, after });
    dialogue = after;
  }
  return steps;
};

type Moment = { readonly dialogue: DialogueCase; readonly now: Instant; readonly at: number };

const commandOf = (move: DialogueMove, { dialogue, now, at }: Moment): DialogueCommand => {
  const act = move.act === "onward" ? onwardFrom(dialogue, move) : move.act;
  const side = move.side === "rightful" ? (RIGHTFUL[act] ?? "programme") : move.side;
  return sampleCommand(act, { id: `command-${at}`, side, now, pick: move.pick });
};

/** Two sessions are enough: one with each side, and on. Danger is attended to before going on. */
const onwardFrom = ({ state, danger, commands }: DialogueCase, { pick }: DialogueMove): DialogueAct => {
  if (danger !== null) return "address-danger";
  const sessions = commands.flatMap((command) => (command.act === "hold-session" ? [command.with] : []));
  if (state === "preparation" && new Set(sessions).size === 2 && pick % 3 > 0) return "review-readiness";
  return ONWARD[state];
};

/** What a made-up command is given with. */
export type CommandSetting = {
  readonly id: string;
  readonly side: Side;
  readonly now: Instant;
  readonly pick: number;
};

const OWN_FIELDS: Readonly<
  Partial<Record<DialogueAct, (setting: CommandSetting) => Readonly<Record<string, unknown>>>>
> = {
  request: ({ pick }) => ({ initiator: "victim", format: formatAt(pick), tellIfOffenderAgreesLater: pick % 2 === 0 }),
  "choose-format": ({ pick }) => ({ format: formatAt(pick) }),
  "decline-request": () => ({ reasons: ["safety-first"], alternatives: ["support-referral"] }),
  "hold-session": ({ pick, now }) => ({ with: pick % 2 === 0 ? "victim-side" : "offender-side", sessionAt: now }),
  schedule: ({ now, pick }) => ({ dialogueAt: addHours(now, pick % 12) }),
};

/** A person met is the own offender in the sample: the surrogate's format is left out. */
const formatAt = (pick: number): string => DIALOGUE_FORMATS[1 + (pick % (DIALOGUE_FORMATS.length - 1))] ?? "written";

const UNGROUNDED: readonly DialogueAct[] = [
  "choose-format",
  "decline-approach",
  "put-on-hold",
  "withdraw",
  "disclose-danger",
];

/** A command of an act, filled in so that it can be read. */
export const sampleCommand = (act: DialogueAct, setting: CommandSetting): DialogueCommand =>
  DialogueCommand.parse({
    id: setting.id,
    act,
    by: { side: setting.side, id: `${setting.side}-1` },
    at: setting.now,
    ...(UNGROUNDED.includes(act) ? {} : { evidence: [`paper-${setting.id}`] }),
    ...OWN_FIELDS[act]?.(setting),
  });
