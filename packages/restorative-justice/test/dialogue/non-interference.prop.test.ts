import { addHours } from "@victim-rights/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryMoves, DIALOGUE_ACTS } from "../../src/dialogue/arbitrary/arbitrary-moves.ts";
import type { PlayedStep } from "../../src/dialogue/arbitrary/play-moves.ts";
import { isEnded } from "../../src/dialogue/dialogue-state.ts";
import type { DialogueCase } from "../../src/dialogue/dialogue-case.ts";
import { offenderSideRecord, offenderSideView, replyToOffenderSide } from "../../src/dialogue/view-offender-side.ts";
import { victimSideView } from "../../src/dialogue/view-victim-side.ts";
import { caseIn, emptyCase, NOW, play, RUNS, stage, taken } from "./stage.ts";

/** All that the offender side can ever see of a case, in bytes: view, record, and the answer to whatever it asks. */
const seenByOffender = (dialogue: DialogueCase): string =>
  JSON.stringify([
    offenderSideView(dialogue),
    offenderSideRecord(dialogue),
    DIALOGUE_ACTS.map((act) => replyToOffenderSide(dialogue, { act }, stage.policy)),
  ]);

/** The closed list once more, written down apart from the code: what a step declares to the offender side. */
const declaredBy = ({ before, after, command }: PlayedStep): readonly string[] => {
  if (after === before) return [];
  if (command.act === "approach-offender") return ["approached"];
  if (command.act === "schedule") return [`session ${command.dialogueAt}`];
  if (command.act === "hold-session") return command.with === "offender-side" ? [`session ${command.sessionAt}`] : [];
  return isEnded(after.state) && after.approached ? ["ended"] : [];
};

describe("INV-11: the offender side sees its declared signals, and nothing else depends on anything", () => {
  test("any two cases with the same declared signals look the same to the offender side, byte for byte", () => {
    const bySignals = new Map<string, string>();
    const sharers = new Map<string, Set<string>>();
    fc.assert(
      fc.property(arbitraryMoves, (moves) => {
        const declared: string[] = [];
        for (const step of play(moves)) {
          const { after } = step;
          declared.push(...declaredBy(step));
          const key = declared.join("; ");
          const seen = seenByOffender(after);
          expect(bySignals.get(key) ?? seen).toBe(seen);
          bySignals.set(key, seen);
          sharers.set(key, (sharers.get(key) ?? new Set()).add(JSON.stringify(after.record.map(({ act }) => act))));
        }
      }),
      RUNS,
    );
    const shared = [...sharers.values()].filter(({ size }) => size > 1);
    expect(shared.length).toBeGreaterThan(20);
  });

  test("two cases that differ in everything of the victim's and agree in what was declared", () => {
    const plain = caseIn("offender_approach");
    const asked = taken(emptyCase, "request", "victim-side", {
      fields: { initiator: "victim-guardian", authority: "court-paper", format: "written" },
    });
    const chosen = taken(asked, "choose-format", "victim-side", { fields: { format: "recorded" } });
    const paused = taken(chosen, "put-on-hold", "victim-side");
    const later = addHours(NOW, 48);
    const resumed = taken(paused, "resume", "programme", { now: later });
    const intake = taken(resumed, "begin-intake", "programme", { now: later });
    const approached = taken(intake, "approach-offender", "programme", { now: later });
    const alarmed = taken(approached, "disclose-danger", "victim-side", { now: later });
    for (const other of [approached, alarmed, taken(alarmed, "put-on-hold", "victim-side", { now: later })])
      expect(seenByOffender(other)).toBe(seenByOffender(plain));
    expect(victimSideView(alarmed, stage.policy)).not.toEqual(victimSideView(plain, stage.policy));
  });

  test("before the approach a case looks like none at all, however it ends", () => {
    const nothing = seenByOffender(emptyCase);
    for (const state of ["requested", "intake", "not_accepted"] as const)
      expect(seenByOffender(caseIn(state))).toBe(nothing);
    for (const act of ["withdraw", "put-on-hold"] as const)
      expect(seenByOffender(taken(caseIn("intake"), act, "victim-side"))).toBe(nothing);
    expect(seenByOffender(taken(caseIn("intake"), "terminate", "programme"))).toBe(nothing);
  });

  test("an end looks the same whoever brought it about", () => {
    const approach = caseIn("offender_approach");
    const ends = [
      taken(approach, "withdraw", "victim-side"),
      taken(approach, "withdraw", "offender-side"),
      taken(approach, "decline-approach", "offender-side"),
      taken(approach, "terminate", "facilitator"),
      taken(taken(approach, "put-on-hold", "victim-side"), "withdraw", "victim-side"),
    ].map(seenByOffender);
    expect(new Set(ends).size).toBe(1);
  });

  test("the signals are of three kinds and hold a moment at most", () => {
    fc.assert(
      fc.property(arbitraryMoves, (moves) => {
        for (const { after } of play(moves))
          for (const signal of offenderSideView(after).signals) {
            expect(["approached", "session", "ended"]).toContain(signal.kind);
            expect(Object.keys(signal)).toEqual(signal.kind === "session" ? ["kind", "at"] : ["kind"]);
          }
      }),
      RUNS,
    );
  });
});

describe("the victim side in turn", () => {
  test("is told that it ended, and not who ended it", () => {
    const approach = caseIn("offender_approach");
    const ends = [
      taken(approach, "withdraw", "offender-side"),
      taken(approach, "decline-approach", "offender-side"),
      taken(approach, "terminate", "programme"),
    ].map((dialogue) => JSON.stringify(victimSideView(dialogue, stage.policy)));
    expect(new Set(ends).size).toBe(1);
    expect(ends[0]).toContain('"phase":"ended"');
  });

  test("a pause of the offender side looks like one of hers", () => {
    const approach = caseIn("offender_approach");
    const [his, hers] = (["offender-side", "victim-side"] as const).map((side) =>
      JSON.stringify(victimSideView(taken(approach, "put-on-hold", side), stage.policy)),
    );
    expect(his).toBe(hers);
  });
});
