import { addHours, Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { advancePanel } from "../src/panel/advance-panel.ts";
import { openPanelCase, type PanelCase } from "../src/panel/panel-case.ts";
import { OfferToSpeak, type PanelAct, type PanelCommand } from "../src/panel/panel-command.ts";
import type { PanelFacts } from "../src/panel/panel-facts.ts";
import type { PanelSetting } from "../src/panel/panel-gates.ts";
import { PANEL_MACHINE } from "../src/panel/panel-machine.ts";
import { loadPanelPolicy } from "../src/panel/panel-policy.ts";
import type { PanelState } from "../src/panel/panel-state.ts";
import type { AdvanceError } from "../src/programme/errors.ts";
import { arbitraryRolls, type PlayedStep, playRolls, type Roll, rolledAct, rolledGiver } from "./random-steps.ts";

/** When the speaker of every test offers to speak. */
export const START = Instant.parse("2026-03-02T15:00:00Z");
/** The house's settings. */
export const house = Result.getOrThrow(loadPanelPolicy({}));

/** Somebody of each kind. */
export const PEOPLE = {
  speaker: { side: "victim-side", id: "speaker" },
  staff: { side: "programme", id: "staff" },
  facilitator: { side: "facilitator", id: "facilitator" },
  offender: { side: "offender-side", id: "offender" },
  court: { side: "court", id: "court" },
} as const;

const SPEAKERS: readonly PanelAct[] = [
  "offer",
  "ask-again",
  "become-available",
  "return",
  "pause",
  "resume",
  "leave",
  "disclose-danger",
];

const FIELDS: Partial<Readonly<Record<PanelAct, object>>> = {
  offer: { speaker: "speaker-1" },
  train: { readinessAttested: "attested" },
  "become-available": { agreement: "agreement" },
  "address-danger": { evidence: ["attended"] },
  match: { session: { id: "session-1", at: addHours(START, 100) } },
};

let counted = 0;

/** A command with an id of its own. */
export const command = (act: PanelAct, rest: object = {}): PanelCommand => {
  counted += 1;
  const by = SPEAKERS.includes(act) ? PEOPLE.speaker : PEOPLE.staff;
  return {
    id: `${act}-${counted}`,
    act,
    by,
    at: START,
    evidence: [],
    ...FIELDS[act],
    ...rest,
  } as unknown as PanelCommand;
};

/** Facts with a complete list of an audience of strangers, and everything looked up. */
export const quietFacts = (at: Instant, rest: object = {}): PanelFacts =>
  ({
    attendance: { id: "list-1", at, people: ["p1", "p2"], extent: "complete" },
    ownCase: { id: "own-case", offender: ["own"], relatives: [], co_defendants: ["co"] },
    proceedings: { id: "look", found: "none_open" },
    observers: "none",
    ...rest,
  }) as unknown as PanelFacts;

/** Somebody who has just offered to speak. */
export const offered = (): PanelCase => Result.getOrThrow(openPanelCase(OfferToSpeak.parse(command("offer"))));

/** Takes a command with quiet facts of its own moment. */
export const take = (
  speaker: PanelCase,
  asked: PanelCommand,
  setting: Partial<PanelSetting> = {},
): Result.Result<PanelCase, AdvanceError> =>
  advancePanel(speaker, asked, { facts: quietFacts(asked.at), policy: house, ...setting });

/** Takes commands that must all be taken. */
export const walk = (speaker: PanelCase, asked: readonly PanelCommand[]): PanelCase =>
  asked.reduce((each, next) => Result.getOrThrow(take(each, next)), speaker);

const LINE = ["interview", "train", "become-available", "match", "check-audience", "speak", "debrief"] as const;

/** The way to each state, as short as it gets. */
export const WAYS: Readonly<Record<PanelState, readonly PanelAct[]>> = {
  interested: [],
  readiness_interview: LINE.slice(0, 1),
  not_now: ["interview", "not-now"],
  trained: LINE.slice(0, 2),
  available: LINE.slice(0, 3),
  matched: LINE.slice(0, 4),
  audience_checked: LINE.slice(0, 5),
  spoke: LINE.slice(0, 6),
  debriefed: LINE,
  paused: ["pause"],
  left: ["leave"],
};

/** A speaker who came to a state. */
export const speakerIn = (state: PanelState): PanelCase =>
  walk(
    offered(),
    WAYS[state].map((act) => command(act)),
  );

/** The same case with a danger open in it. */
export const alarmed = (speaker: PanelCase): PanelCase => walk(speaker, [command("disclose-danger")]);

/** Random steps. */
export const rolls = arbitraryRolls({ minutes: [0, 10, 60, 300, 1000, 1439, 1440, 2000, -10], facts: 27 });

const list = (rest: object) => ({ id: "list-1", at: START, people: ["p1", "p2"], extent: "complete", ...rest });

/** Facts that are quiet more often than not, and otherwise wrong in one way. */
export const rolledFacts = (roll: number, at: Instant): PanelFacts => {
  const wrong: readonly object[] = [
    { attendance: list({ people: ["p1", "own"] }) },
    { attendance: list({ people: ["co"] }) },
    { attendance: list({ id: "list-2" }) },
    { attendance: list({ extent: "incomplete" }) },
    { attendance: list({ at: addHours(at, 1) }) },
    { attendance: null },
    { ownCase: { id: "own-case", offender: ["own"], relatives: ["p2"], co_defendants: [] } },
    { ownCase: { id: "own-case", offender: ["own"], relatives: null, co_defendants: [] } },
    { proceedings: { id: "look", found: "open" } },
    { observers: "not_agreed" },
  ];
  return quietFacts(at, wrong[roll] ?? {});
};

/** One step that was played in a speaker's case. */
export type Played = PlayedStep<PanelCase, PanelCommand, PanelFacts>;

const SELDOM: readonly PanelAct[] = ["pause", "leave", "unmatch", "not-now"];

const rolledCommand = ({ state, danger }: PanelCase, roll: Roll, at: Instant): PanelCommand => {
  const act = rolledAct({ machine: PANEL_MACHINE, state, danger, seldom: SELDOM, stray: "speak" }, roll);
  return command(act, { at, ...rolledGiver(PEOPLE, roll) });
};

/** Plays random steps for a speaker, whatever comes of each. */
export const play = (speaker: PanelCase, steps: readonly Roll[]) =>
  playRolls<PanelCase, PanelCommand, PanelFacts>(speaker, steps, {
    start: START,
    command: rolledCommand,
    facts: (roll, at) => rolledFacts(roll.facts, at),
    advance: (each, asked, facts) => advancePanel(each, asked, { facts, policy: house }),
  });
