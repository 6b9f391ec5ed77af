import { addHours, instantAt, epochMilliseconds } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { PANEL_RULES } from "../src/panel/advance-panel.ts";
import { AttendanceList, checkAudience, OwnCase } from "../src/panel/audience.ts";
import { openPanelCase, type PanelCase } from "../src/panel/panel-case.ts";
import { OfferToSpeak, type PanelAct, PanelCommand } from "../src/panel/panel-command.ts";
import { PanelFacts } from "../src/panel/panel-facts.ts";
import type { PanelSetting } from "../src/panel/panel-gates.ts";
import { PANEL_MACHINE } from "../src/panel/panel-machine.ts";
import { loadPanelPolicy } from "../src/panel/panel-policy.ts";
import { PANEL_PROFILES, PanelPlan, panelShortfalls } from "../src/panel/panel-profile.ts";
import { PanelState } from "../src/panel/panel-state.ts";
import { speakerView } from "../src/panel/panel-views.ts";
import { readAtDoor } from "../src/programme/read-command.ts";
import { command, house, PEOPLE, quietFacts, speakerIn, START, take, walk } from "./panel-speakers.ts";

const failureOf = (speaker: PanelCase, asked: PanelCommand, setting: Partial<PanelSetting> = {}) => {
  const outcome = take(speaker, asked, setting);
  return Result.isFailure(outcome) ? outcome.failure : null;
};

const stopping = (speaker: PanelCase, asked: PanelCommand, rest: object = {}): readonly string[] => {
  const failure = failureOf(speaker, asked, { facts: quietFacts(asked.at, rest) });
  return failure?._tag === "GatesStop" ? failure.stopping.map(({ gate, outcome }) => `${gate} ${outcome}`) : [];
};

const OPEN: Readonly<Record<PanelState, readonly PanelAct[]>> = {
  interested: ["interview"],
  readiness_interview: ["not-now", "train"],
  not_now: ["ask-again"],
  trained: ["become-available"],
  available: ["match"],
  matched: ["unmatch", "check-audience"],
  audience_checked: ["unmatch", "check-audience", "speak"],
  spoke: ["debrief"],
  debriefed: ["return"],
  paused: ["resume"],
  left: [],
};

const DANGER: readonly PanelAct[] = ["disclose-danger", "address-danger"];

const opened = (state: PanelState): readonly PanelAct[] => {
  if (state === "left") return DANGER;
  return [...DANGER, ...openedBeforeTheEnd(state)];
};

const openedBeforeTheEnd = (state: PanelState): readonly PanelAct[] => {
  return state === "paused" ? [...OPEN.paused, "leave"] : [...OPEN[state], "pause", "leave"];
};

describe("the panels' table", () => {
  test.each(PanelState.options)("from %s lists these steps and no other", (state) => {
    const listed = PANEL_MACHINE.transitions.filter(({ from }) => from.includes(state)).map(({ act }) => act);
    expect(new Set(listed)).toEqual(new Set(opened(state)));
  });

  test("has a rule for every gate, and no rule without a gate; every citation is of a listed source", () => {
    const gates = new Set(PANEL_MACHINE.transitions.flatMap((step) => step.gates));
    expect(new Set(PANEL_RULES.rules.map(({ gate }) => gate))).toEqual(gates);
    const sources = PANEL_RULES.sources.map(({ id }) => id);
    for (const { cites } of PANEL_RULES.rules) for (const { source } of cites) expect(sources).toContain(source);
  });

  test("has no step for the offender side but to disclose danger, and none from matched to spoke", () => {
    const theirs = PANEL_MACHINE.transitions.filter(({ by }) => by.includes("offender-side"));
    expect(new Set(theirs.map(({ act }) => act))).toEqual(new Set(["disclose-danger"]));
    const into = PANEL_MACHINE.transitions.filter(({ from, to }) => to === "spoke" && !from.includes("spoke"));
    expect(into.map(({ act, from }) => [act, from])).toEqual([
      ["speak", ["audience_checked"]],
      ["resume", ["paused"]],
    ]);
    expect(failureOf(walk(speakerIn("matched"), [command("pause"), command("resume")]), command("speak"))?._tag).toBe(
      "StepNotOpen",
    );
  });

  test.each(PanelState.options)("leads to %s, and refuses what is not open there", (state) => {
    const speaker = speakerIn(state);
    expect(speaker.state).toBe(state);
    const acts = [...new Set(PANEL_MACHINE.transitions.map(({ act }) => act)), "offer" as const];
    for (const act of acts.filter((each) => !opened(state).includes(each)))
      expect(failureOf(speaker, command(act))?._tag).toBe(state === "left" ? "CaseEnded" : "StepNotOpen");
  });

  test.each([
    ["interested", "interview", ["speaker", "offender", "court"]],
    ["not_now", "ask-again", ["staff", "facilitator", "offender", "court"]],
    ["trained", "become-available", ["staff", "facilitator", "offender", "court"]],
    ["debriefed", "return", ["staff", "facilitator", "offender", "court"]],
    ["matched", "pause", ["staff", "facilitator", "offender", "court"]],
    ["matched", "leave", ["staff", "facilitator", "offender", "court"]],
    ["paused", "resume", ["staff", "facilitator", "offender", "court"]],
    ["audience_checked", "speak", ["speaker", "offender", "court"]],
  ] as const)("from %s lets nobody else %s", (state, act, others) => {
    for (const other of others)
      expect(failureOf(speakerIn(state), command(act, { by: PEOPLE[other] }))?._tag).toBe("SideMayNot");
  });

  test.each([
    ["interested", "interested"],
    ["trained", "trained"],
    ["matched", "available"],
    ["audience_checked", "available"],
    ["spoke", "spoke"],
    ["debriefed", "debriefed"],
  ] as const)("a pause from %s ends at %s", (from, to) => {
    const speaker = walk(speakerIn(from), [command("pause"), command("resume")]);
    expect(speaker.state).toBe(to);
    expect(speaker.audienceChecked).toBeNull();
    expect(to === "available" ? speaker.session : null).toBeNull();
  });
});

describe("checkAudience", () => {
  const list = (people: readonly string[], extent = "complete") =>
    AttendanceList.parse({ id: "list", at: START, people, extent });
  const own = OwnCase.parse({ id: "own", offender: ["o"], relatives: ["r"], co_defendants: ["c"] });

  test.each([
    [list(["x"]), own, "clear_of_own_case", []],
    [list([]), own, "clear_of_own_case", []],
    [list(["x", "o"]), own, "meets_own_case", ["offender"]],
    [list(["r"]), own, "meets_own_case", ["relatives"]],
    [list(["c", "o"]), own, "meets_own_case", ["offender", "co_defendants"]],
    [list(["o"], "incomplete"), { ...own, relatives: null }, "meets_own_case", ["offender"]],
    [list(["x"], "incomplete"), own, "not_known", []],
    [list(["x"]), { ...own, co_defendants: null }, "not_known", []],
    [list(["x"]), { ...own, offender: [] }, "not_known", []],
    [list(["x"]), null, "not_known", []],
    [null, own, "not_known", []],
  ] as const)("%j against %j is %s", (attendance, ownCase, outcome, meets) => {
    expect(checkAudience(attendance, ownCase)).toEqual({ outcome, meets });
  });
});

describe("the audience check", () => {
  const checked = speakerIn("audience_checked");
  const speakAfter = (minutes: number, rest: object = {}) =>
    stopping(checked, command("speak", { at: instantAt(epochMilliseconds(START) + minutes * 60_000) }), rest);

  test("counts for less than a day", () => {
    expect(speakAfter(1439)).toEqual([]);
    expect(speakAfter(1440)).toEqual(["G-VP-audience-age hold"]);
  });

  test("is of one list, and of the list that is true as the speaker goes in", () => {
    const changed = { id: "list-2", at: START, people: ["p1"], extent: "complete" };
    expect(speakAfter(10, { attendance: changed })).toEqual(["G-VP-audience-age hold"]);
    const came = { id: "list-1", at: START, people: ["p1", "own"], extent: "complete" };
    expect(speakAfter(10, { attendance: came })).toEqual(["G-VP-audience block"]);
  });

  test("is not taken from a list of a later moment", () => {
    const attendance = { id: "list-1", at: addHours(START, 1), people: ["p1"], extent: "complete" };
    expect(stopping(speakerIn("matched"), command("check-audience"), { attendance })).toEqual(["G-VP-audience hold"]);
  });

  test("can be made anew, and ends with the match", () => {
    const again = walk(checked, [command("check-audience", { at: addHours(START, 20) })]);
    expect(stopping(again, command("speak", { at: addHours(START, 43) }))).toEqual([]);
    expect(walk(checked, [command("unmatch"), command("match")]).audienceChecked).toBeNull();
  });

  test("names groups and no people in what it stores", () => {
    const failure = failureOf(speakerIn("matched"), command("check-audience"), {
      facts: quietFacts(START, { attendance: { id: "list-1", at: START, people: ["own"], extent: "complete" } }),
    });
    expect(JSON.stringify(failure)).not.toContain('"own"');
  });
});

describe("readiness", () => {
  test("an open case or suit stops training and speaking; not having looked holds", () => {
    const open = { proceedings: { id: "look", found: "open" } };
    expect(stopping(speakerIn("readiness_interview"), command("train"), open)).toEqual(["G-VP-proceedings block"]);
    expect(stopping(speakerIn("audience_checked"), command("speak"), open)).toEqual(["G-VP-proceedings block"]);
    const unknown = { proceedings: { id: null, found: "unknown" } };
    expect(stopping(speakerIn("available"), command("match"), unknown)).toEqual(["G-VP-proceedings hold"]);
  });

  test("is no calendar: a speaker may be ready on the day of the offer, or years later", () => {
    const [first, years] = [speakerIn("trained"), command("interview", { at: addHours(START, 24 * 365 * 9) })];
    expect(first.record.at(-1)?.at).toBe(START);
    expect(failureOf(speakerIn("interested"), years)).toBeNull();
  });

  test("officers look on only where the speaker agreed", () => {
    const speak = command("speak");
    expect(stopping(speakerIn("audience_checked"), speak, { observers: "not_agreed" })).toEqual([
      "G-VP-observers hold",
    ]);
    expect(stopping(speakerIn("audience_checked"), speak, { observers: "agreed_by_speaker" })).toEqual([]);
  });

  test("nobody is put forward by somebody else", () => {
    const outcome = openPanelCase(OfferToSpeak.parse(command("offer", { by: PEOPLE.staff })));
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("SideMayNot");
  });

  test("the speaker sees the own state and session", () => {
    expect(speakerView(speakerIn("matched"), house)).toMatchObject({ state: "matched", session: { id: "session-1" } });
  });
});

describe("bad input", () => {
  test("a reason for pausing or leaving is refused: there is no place for one", () => {
    for (const act of ["pause", "leave"] as const)
      expect(Result.isFailure(readAtDoor(PanelCommand, { ...command(act), reason: "tired" }))).toBe(true);
  });

  test("clock back, other content and the same again", () => {
    const speaker = speakerIn("trained");
    expect(failureOf(speaker, command("become-available", { at: addHours(START, -1) }))?._tag).toBe("ClockWentBack");
    const id = speaker.commands[1]?.id;
    expect(failureOf(speaker, command("leave", { id }))?._tag).toBe("CommandExistsWithDifferentContent");
    for (const given of speaker.commands)
      expect(take(speaker, structuredClone(given))).toEqual(Result.succeed(speaker));
  });

  test("the schemas take what these tests give", () => {
    for (const state of PanelState.options)
      for (const given of speakerIn(state).commands) expect(PanelCommand.parse(given)).toEqual(given);
    expect(PanelFacts.parse(quietFacts(START))).toEqual(quietFacts(START));
  });
});

describe("loadPanelPolicy", () => {
  test.each([
    [{ audienceCheckExpiresAfterHours: 25 }, "INV-20"],
    [{ skipAudienceCheck: true }, "INV-20"],
    [{ requireReasonToLeave: true }, "INV-04"],
    [{ reportToParole: true }, "INV-05"],
    [{ forgivenessMetric: true }, "INV-15"],
    [{ publishSpeakerName: true }, "INV-11"],
    [{ deleteRecords: true }, "INV-21"],
    [{ "INV-20": false }, "INV-20"],
    [{ "INV-04": false }, "INV-04"],
    [{ "INV-05": false }, "INV-05"],
  ])("refuses %j and names %s", (raw, invariant) => {
    const outcome = loadPanelPolicy(raw);
    expect(Result.isFailure(outcome) && outcome.failure.problems.map((problem) => problem.invariant)).toEqual([
      invariant,
    ]);
  });

  test("is of 24 hours and no profile where nothing is said", () => {
    expect(Result.getOrThrow(loadPanelPolicy({}))).toEqual({
      audienceCheckExpiresAfterHours: 24,
      emergencyGuidance: expect.stringContaining("911"),
      profile: null,
    });
  });
});

describe("panelShortfalls", () => {
  const speaker = (id: string, rest: object = {}) => ({
    id,
    presence: "in_person",
    role: "other",
    story: "verified",
    ...rest,
  });
  const plan = (rest: object = {}) =>
    PanelPlan.parse({
      speakers: [speaker("a", { role: "victim_survivor" }), speaker("b")],
      minutesWithoutAdministration: 60,
      videoMinutes: 15,
      policies: ["recruit", "screen", "train", "support"],
      admission: "nobody_under_the_influence",
      fee: "charged",
      ...rest,
    });
  const shortfalls = (rest: object = {}) => {
    const profile = PANEL_PROFILES.get("WA");
    return profile === undefined ? null : panelShortfalls(profile, plan(rest));
  };

  test.each([
    [{}, []],
    [{ fee: "court_ordered_otherwise" }, []],
    [{ speakers: [speaker("a", { role: "victim_survivor" })] }, ["too-few-in-person-speakers"]],
    [{ speakers: [speaker("a", { role: "victim_survivor" }), speaker("a")] }, ["too-few-in-person-speakers"]],
    [{ speakers: [speaker("a"), speaker("b")] }, ["no-victim-survivor"]],
    [
      { speakers: [speaker("a", { role: "victim_survivor", presence: "recorded" }), speaker("b"), speaker("c")] },
      ["no-victim-survivor"],
    ],
    [{ minutesWithoutAdministration: 59 }, ["too-short"]],
    [{ videoMinutes: 16 }, ["too-much-video"]],
    [{ policies: ["recruit", "screen", "train"] }, ["policies-missing"]],
    [
      { speakers: [speaker("a", { role: "victim_survivor", story: "not_verified" }), speaker("b")] },
      ["story-not-verified"],
    ],
    [{ admission: "not_checked" }, ["admission-not-checked"]],
    [{ fee: "not_charged" }, ["fee-not-charged"]],
    [{ minutesWithoutAdministration: 1, videoMinutes: 99 }, ["too-short", "too-much-video"]],
  ])("%j falls short by %j", (rest, expected) => {
    expect(shortfalls(rest)).toEqual(expected);
  });
});
