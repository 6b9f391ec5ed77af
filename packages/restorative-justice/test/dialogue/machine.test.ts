import { addHours } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { DIALOGUE_ACTS } from "../../src/dialogue/arbitrary/arbitrary-moves.ts";
import type { DialogueCase } from "../../src/dialogue/dialogue-case.ts";
import type { DialogueAct } from "../../src/dialogue/dialogue-command.ts";
import { DIALOGUE_MACHINE } from "../../src/dialogue/dialogue-machine.ts";
import { DIALOGUE_ENDS, type DialogueState, isEnded, PAUSABLE } from "../../src/dialogue/dialogue-state.ts";
import { replyToOffenderSide } from "../../src/dialogue/view-offender-side.ts";
import { victimSideView } from "../../src/dialogue/view-victim-side.ts";
import { GATE_IDS } from "../../src/gate/gates.ts";
import type { Side } from "../../src/programme/actor.ts";
import { caseIn, command, emptyCase, give, goodFacts, heldFrom, NOW, outcomeOf, stage, taken } from "./stage.ts";

const VICTIM: readonly Side[] = ["victim-side"];
const OFFENDER: readonly Side[] = ["offender-side"];
const STAFF: readonly Side[] = ["programme", "facilitator"];
const PROGRAMME: readonly Side[] = ["programme"];
const ALL = GATE_IDS.join(" ");

/** The table once more, row by row, written down apart from the code: from, act, to, by, gates. */
const TABLE: readonly (readonly [DialogueState, DialogueAct, DialogueState, readonly Side[], string])[] = [
  ["none", "request", "requested", VICTIM, "G01 G02 G03"],
  ["requested", "begin-intake", "intake", PROGRAMME, "G08 G10.first G12.first"],
  ["intake", "approach-offender", "offender_approach", PROGRAMME, "G04 G05 G06 G08 G10 G11 G12 G14 G20"],
  ["intake", "decline-request", "not_accepted", PROGRAMME, ""],
  ["offender_approach", "decline-approach", "offender_declined", OFFENDER, ""],
  ["offender_approach", "begin-preparation", "preparation", STAFF, "G07 G08 G09 G10 G12 G13 G15 G16 G19"],
  ["preparation", "hold-session", "preparation", STAFF, "G07 G08 G10 G12"],
  ["preparation", "review-readiness", "readiness_review", STAFF, "G07 G08 G17"],
  ["readiness_review", "return-to-preparation", "preparation", STAFF, "G07 G08 G10 G12"],
  ["readiness_review", "schedule", "scheduled", STAFF, ALL],
  ["scheduled", "schedule", "scheduled", STAFF, ALL],
  ["scheduled", "hold-dialogue", "dialogue_held", STAFF, ALL],
  ["dialogue_held", "debrief", "post_dialogue", STAFF, "G07 G08"],
  ["post_dialogue", "follow-up", "post_dialogue", STAFF, "G07 G08 G10 G12"],
  ["post_dialogue", "close", "closed", STAFF, "G07 G08"],
  ...PAUSABLE.map((from) => [from, "choose-format", from, VICTIM, ""] as const),
  ...(["dialogue_held", "post_dialogue"] as const).flatMap((from) => [
    [from, "withdraw", "withdrawn", [...VICTIM, ...OFFENDER], ""] as const,
    [from, "terminate", "terminated", STAFF, ""] as const,
    [from, "disclose-danger", from, [...VICTIM, ...OFFENDER, ...STAFF], ""] as const,
  ]),
  ...PAUSABLE.flatMap((from) => {
    const approached = from !== "requested" && from !== "intake";
    const own = approached ? [...VICTIM, ...OFFENDER] : VICTIM;
    return [
      [from, "withdraw", "withdrawn", own, ""] as const,
      [from, "put-on-hold", "on_hold", [...own, ...STAFF], ""] as const,
      [from, "disclose-danger", "on_hold", [...own, ...STAFF], ""] as const,
      [from, "terminate", "terminated", STAFF, ""] as const,
    ];
  }),
];
const SIDES: readonly Side[] = ["victim-side", "offender-side", "facilitator", "programme", "court"];

const rowFor = (state: DialogueState, act: DialogueAct) => TABLE.find((row) => row[0] === state && row[1] === act);

describe("every step of the table", () => {
  test.each(TABLE)("%s: %s leads to %s", (from, act, to, sides, gates) => {
    for (const side of sides) {
      const after = taken(caseIn(from), act, side);
      expect(after.state).toBe(to);
      expect(
        after.record
          .at(-1)
          ?.gates.map(({ gate }) => gate)
          .join(" "),
      ).toBe(gates);
    }
  });

  const states = DIALOGUE_MACHINE.states.filter((state) => state !== "on_hold");

  test.each(states)("from %s nothing else is taken, by anybody, and the case stays as it is", (state) => {
    const dialogue = caseIn(state);
    for (const act of DIALOGUE_ACTS)
      for (const side of SIDES) {
        const row = rowFor(state, act);
        if (row?.[3].includes(side) === true) continue;
        const expected = row === undefined ? (isEnded(state) ? "CaseEnded" : "StepNotOpen") : "SideMayNot";
        expect([act, side, outcomeOf(give(dialogue, command(act, side, { id: "new" })))]).toEqual([
          act,
          side,
          expected,
        ]);
      }
  });

  test("the code's table lists no step that this one does not", () => {
    const written = new Set(TABLE.map(([from, act, to]) => `${from} ${act} ${to}`));
    const steps = DIALOGUE_MACHINE.transitions.flatMap(({ act, from, to }) =>
      from.filter((each) => each !== "on_hold").map((each) => `${each} ${act} ${to}`),
    );
    // Only while a danger is open, which no case of this table has.
    const attending = ["dialogue_held", "post_dialogue"].map((state) => `${state} address-danger ${state}`);
    expect(steps.filter((step) => !written.has(step))).toEqual(attending);
    expect(DIALOGUE_MACHINE.terminal).toEqual(DIALOGUE_ENDS);
  });

  test("a case that is over needs a new request, in a case of its own", () => {
    for (const end of DIALOGUE_ENDS)
      expect(outcomeOf(give(caseIn(end), command("request", "victim-side", { id: "again" })))).toBe("CaseEnded");
  });
});

describe("a pause", () => {
  const later = addHours(NOW, 48);

  test.each(PAUSABLE)("from %s goes back there and nowhere else, after a new screen", (state) => {
    const paused = heldFrom(state);
    expect(outcomeOf(give(paused, command("resume", "programme", { id: "r" })))).toBe("GatesStop");
    const resumed = taken(paused, "resume", "facilitator", { now: later });
    expect([resumed.state, resumed.held]).toEqual([state, null]);
  });

  test("names the new screen as what lifts it", () => {
    const outcome = give(heldFrom("scheduled"), command("resume", "programme", { id: "r" }));
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
      _tag: "GatesStop",
      stopping: [{ gate: "G12", outcome: "hold", lifts: [expect.stringContaining("after the case was put on hold")] }],
    });
  });

  test("a second pause during the first is taken, and asks for a screen after it", () => {
    const again = taken(heldFrom("preparation"), "put-on-hold", "offender-side", { now: later });
    expect(again.held).toEqual({ from: "preparation", at: later });
    const soon = addHours(later, 1);
    expect(outcomeOf(give(again, command("resume", "programme", { id: "r", now: soon })))).toBe("GatesStop");
  });

  test("is ended by either side that was approached, and by the programme", () => {
    for (const side of ["victim-side", "offender-side"] as const)
      expect(taken(heldFrom("preparation"), "withdraw", side).state).toBe("withdrawn");
    expect(taken(heldFrom("intake"), "terminate", "programme").state).toBe("terminated");
    expect(taken(heldFrom("offender_approach"), "decline-approach", "offender-side").state).toBe("offender_declined");
    expect(outcomeOf(give(heldFrom("preparation"), command("decline-approach", "offender-side")))).toBe("StepNotOpen");
  });

  test("is none of the offender side's before the approach", () => {
    for (const act of ["withdraw", "put-on-hold", "disclose-danger"] as const)
      expect(outcomeOf(give(heldFrom("intake"), command(act, "offender-side")))).toBe("StepNotOpen");
  });
});

describe("danger", () => {
  const alarmed = taken(caseIn("preparation"), "disclose-danger", "victim-side");

  test("stops the case, and comes before every other error but a repeated command", () => {
    expect(alarmed.state).toBe("on_hold");
    const early = command("resume", "programme", { id: "c-0", now: addHours(NOW, -9) });
    expect(outcomeOf(give(alarmed, early))).toBe("DangerComesFirst");
    const [first] = alarmed.commands;
    expect(first === undefined ? "" : outcomeOf(give(alarmed, first))).toBe("taken");
  });

  test("carries the guidance, and names no person", () => {
    const outcome = give(alarmed, command("resume", "programme", { id: "r" }));
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({ guidance: stage.policy.emergencyGuidance });
    expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
      "danger was disclosed in `c-6`: attend to it before `resume` (INV-16)",
    );
  });

  test.each(["dialogue_held", "post_dialogue"] as const)("in %s is attended to where it came up", (state) => {
    const there = taken(caseIn(state), "disclose-danger", "victim-side");
    expect([there.state, there.danger === null]).toEqual([state, false]);
    expect(outcomeOf(give(there, command("close", "programme")))).toBe("DangerComesFirst");
    expect(taken(there, "address-danger", "programme")).toMatchObject({ state, danger: null });
  });

  test("outlives the end of a case", () => {
    const left = taken(alarmed, "withdraw", "victim-side");
    expect(victimSideView(left, stage.policy)).toMatchObject({ first: stage.policy.emergencyGuidance, phase: "ended" });
  });

  test("is shown first to an offender side that discloses it, and the answer tells nothing else", () => {
    for (const dialogue of [emptyCase, alarmed, caseIn("intake")])
      expect(replyToOffenderSide(dialogue, { act: "disclose-danger" }, stage.policy).first).toBe(
        stage.policy.emergencyGuidance,
      );
    expect(replyToOffenderSide(alarmed, { act: "put-on-hold" }, stage.policy)).toEqual({
      first: null,
      answer: "received",
    });
  });

  test("is attended to by the programme's people alone, and then a new screen is needed all the same", () => {
    expect(outcomeOf(give(alarmed, command("address-danger", "victim-side")))).toBe("SideMayNot");
    const seen = taken(alarmed, "address-danger", "facilitator");
    expect([seen.danger, seen.state]).toEqual([null, "on_hold"]);
    expect(outcomeOf(give(seen, command("resume", "programme", { id: "r" })))).toBe("GatesStop");
    expect(outcomeOf(give(seen, command("address-danger", "facilitator", { id: "again" })))).toBe("StepNotOpen");
  });
});

describe("errors, in order of precedence", () => {
  const dialogue = caseIn("preparation");
  const last = dialogue.commands.at(-1);

  test.each<readonly [string, DialogueCase, DialogueAct, Side, string, number]>([
    ["CommandExistsWithDifferentContent", dialogue, "request", "court", "c-0", -1],
    ["ClockWentBack", caseIn("closed"), "request", "court", "new", -1],
    ["CaseEnded", caseIn("closed"), "request", "court", "new", 0],
    ["StepNotOpen", dialogue, "request", "court", "new", 0],
    ["SideMayNot", dialogue, "hold-session", "court", "new", 0],
    ["GatesStop", dialogue, "hold-session", "facilitator", "new", 0],
  ])("%s", (tag, before, act, side, id, hours) => {
    const facts = { ...goodFacts(), papers: { ...goodFacts().papers, consents: [], orderChecks: [] } };
    const outcome = give(before, command(act, side, { id, now: addHours(NOW, hours) }), { facts });
    expect(outcomeOf(outcome)).toBe(tag);
  });

  test("a command given again changes nothing", () => {
    expect(last === undefined ? null : Result.getOrThrow(give(dialogue, last))).toBe(dialogue);
  });

  test("every gate that stops is told, and not the first", () => {
    const { papers, screening } = goodFacts();
    const facts = { papers: { ...papers, consents: [], orderChecks: [] }, screening };
    const outcome = give(dialogue, command("hold-session", "facilitator", { id: "new" }), { facts });
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
      stopping: [{ gate: "G07" }, { gate: "G08" }, { gate: "G10" }],
    });
  });
});

describe("formats and times", () => {
  const choosing = (state: DialogueState, format: string) =>
    outcomeOf(give(caseIn(state), command("choose-format", "victim-side", { id: "f", fields: { format } })));

  test("before the approach the victim chooses freely; after it contact only becomes less, with the same person", () => {
    for (const format of ["surrogate", "written", "same-room"]) expect(choosing("intake", format)).toBe("taken");
    const recorded = taken(caseIn("intake"), "choose-format", "victim-side", { fields: { format: "recorded" } });
    const approached = taken(recorded, "approach-offender", "programme");
    const asked = (format: string) =>
      outcomeOf(give(approached, command("choose-format", "victim-side", { id: "f", fields: { format } })));
    expect(["written", "recorded", "separate-rooms", "same-room", "surrogate"].map(asked)).toEqual([
      "taken",
      "taken",
      "StepNotOpen",
      "StepNotOpen",
      "StepNotOpen",
    ]);
  });

  test("a dialogue with a surrogate goes the whole way with no own offender in it", () => {
    const { papers, screening } = goodFacts();
    const counterpart = { paper: "paper-surrogate", is: "surrogate" } as unknown as typeof papers.counterpart;
    const facts = { papers: { ...papers, counterpart }, screening };
    const intake = taken(caseIn("intake"), "choose-format", "victim-side", { fields: { format: "surrogate" } });
    expect(outcomeOf(give(intake, command("approach-offender", "programme")))).toBe("GatesStop");
    expect(taken(intake, "approach-offender", "programme", { facts }).state).toBe("offender_approach");
    expect(outcomeOf(give(caseIn("intake"), command("approach-offender", "programme"), { facts }))).toBe("GatesStop");
  });

  test("a dialogue is held on its day, twelve hours before or after at most", () => {
    const held = (hours: number) =>
      outcomeOf(
        give(caseIn("scheduled"), command("hold-dialogue", "facilitator", { id: "h", now: addHours(NOW, hours) })),
      );
    expect([0, 12, 13, 24].map(held)).toEqual(["taken", "taken", "StepNotOpen", "StepNotOpen"]);
    const past = command("schedule", "facilitator", { id: "s", fields: { dialogueAt: addHours(NOW, -1) } });
    expect(outcomeOf(give(caseIn("readiness_review"), past))).toBe("StepNotOpen");
  });

  test("a session that is only set does not count as held", () => {
    const begun = taken(caseIn("offender_approach"), "begin-preparation", "facilitator");
    const set = (["victim-side", "offender-side"] as const).reduce(
      (before, side) =>
        taken(before, "hold-session", "facilitator", { fields: { with: side, sessionAt: addHours(NOW, 5) } }),
      begun,
    );
    expect(outcomeOf(give(set, command("review-readiness", "facilitator")))).toBe("GatesStop");
    const later = command("review-readiness", "facilitator", { now: addHours(NOW, 5) });
    expect(outcomeOf(give(set, later))).toBe("taken");
  });

  test("an empty case is refused everything but a request", () => {
    for (const act of DIALOGUE_ACTS.filter((each) => each !== "request"))
      expect(outcomeOf(give(emptyCase, command(act, "victim-side")))).toBe("StepNotOpen");
  });
});
