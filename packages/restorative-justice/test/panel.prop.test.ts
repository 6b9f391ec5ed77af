import { epochMilliseconds } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonRef } from "../src/panel/audience.ts";
import type { PanelFacts } from "../src/panel/panel-facts.ts";
import { panelOffenderView } from "../src/panel/panel-views.ts";
import { PanelState } from "../src/panel/panel-state.ts";
import { answerOffender } from "../src/programme/offender-answer.ts";
import { statusConsumerView } from "../src/programme/status-consumer-view.ts";
import { command, house, play, rolls, speakerIn, START, take } from "./panel-speakers.ts";
import { stepsTaken } from "./random-steps.ts";

const RUNS = { numRuns: 1000 };
const DAY = 24 * 60 * 60 * 1000;

const starts = fc.constantFrom<PanelState>(
  "interested",
  "available",
  "matched",
  "matched",
  "audience_checked",
  "spoke",
);
const known = new Map(PanelState.options.map((state) => [state, speakerIn(state)]));
const plays = fc.tuple(starts, rolls).map(([state, steps]) => play(known.get(state) ?? speakerIn(state), steps));

/** Who of the speaker's own case is on the list; everybody, where a group was not looked up. */
const metOwnCase = ({ attendance, ownCase }: PanelFacts): readonly PersonRef[] => {
  const own = [ownCase?.offender, ownCase?.relatives, ownCase?.co_defendants];
  const people = attendance?.people ?? [];
  return own.every(Array.isArray) ? people.filter((person) => own.flat().includes(person)) : people;
};

describe("INV-20: nobody speaks before an audience of the own case", () => {
  test("each time somebody speaks, the list holds nobody of the own case, and was checked less than a day before", () => {
    let spoken = 0;
    fc.assert(
      fc.property(plays, ({ last, played }) => {
        for (const step of stepsTaken(played).filter(({ command: { act } }) => act === "speak")) {
          spoken += 1;
          expect(step.before.state).toBe("audience_checked");
          expect(metOwnCase(step.facts)).toEqual([]);
          expect(step.facts.attendance?.extent).toBe("complete");
          const checked = step.before.record.findLast(({ act }) => act === "check-audience");
          const since = epochMilliseconds(checked?.at ?? START) - epochMilliseconds(step.command.at);
          expect(-since).toBeLessThan(DAY);
          expect(checked?.gates.flatMap(({ inputs }) => inputs)).toContain(step.facts.attendance?.id);
        }
        const spoke = last.record.filter(({ from, to }) => to === "spoke" && from !== "spoke");
        for (const { act, from } of spoke)
          expect(["speak from audience_checked", "resume from paused"]).toContain(`${act} from ${from}`);
      }),
      RUNS,
    );
    expect(spoken).toBeGreaterThan(50);
  });
});

describe("debriefing follows every appearance", () => {
  test("nobody is matched again before the debriefing that is owed", () => {
    let debriefed = 0;
    fc.assert(
      fc.property(plays, ({ last }) => {
        const acts = last.record.map(({ act }) => act).filter((act) => ["speak", "debrief", "match"].includes(act));
        debriefed += acts.filter((act) => act === "debrief").length;
        const after = acts.flatMap((act, at) => (act === "speak" ? acts.slice(at + 1, at + 2) : []));
        expect(after.filter((act) => act !== "debrief")).toEqual([]);
      }),
      RUNS,
    );
    expect(debriefed).toBeGreaterThan(50);
  });
});

describe("INV-04: a speaker stops at any time, without a reason", () => {
  test("pausing and leaving work from every state but the end, whatever the facts", () => {
    fc.assert(
      fc.property(plays, fc.constantFrom("pause", "leave"), ({ last }, act) => {
        if (last.state === "left" || (act === "pause" && last.state === "paused")) return;
        const at = last.commands.at(-1)?.at;
        const after = Result.getOrThrow(take(last, command(act as "pause", { at })));
        expect(after.state).toBe(act === "pause" ? "paused" : "left");
        expect(after.record.at(-1)).toMatchObject({ gates: [], evidence: [] });
      }),
      RUNS,
    );
  });
});

describe("INV-05 and INV-11: others learn nothing of a speaker", () => {
  test("the offender side's view and answer, and the view for decisions on status, depend on no case", () => {
    fc.assert(
      fc.property(plays, ({ played }) => {
        expect([panelOffenderView.length, statusConsumerView.length]).toEqual([0, 0]);
        expect(JSON.stringify([panelOffenderView(), statusConsumerView()])).toBe("[{},{}]");
        for (const { command: asked, outcome } of played) {
          if (asked.by.side !== "offender-side") continue;
          expect(Result.isSuccess(outcome) && asked.act !== "disclose-danger").toBe(false);
          expect(answerOffender(asked, house)).toEqual(answerOffender({ id: asked.id, act: asked.act }, house));
        }
      }),
      RUNS,
    );
  });
});

describe("INV-21: a speaker's record is only added to", () => {
  test("each step adds one line with its grounds, and none that fails adds any", () => {
    fc.assert(
      fc.property(plays, ({ played }) => {
        for (const { before, command: asked, outcome } of played) {
          if (Result.isFailure(outcome)) continue;
          const { record } = outcome.success;
          expect(record.slice(0, -1)).toEqual(before.record);
          expect(record.at(-1)).toMatchObject({ seq: before.record.length + 1, command: asked.id, by: asked.by });
          for (const gate of record.at(-1)?.gates ?? [])
            expect(gate).toMatchObject({ decidedBy: asked.by.id, at: asked.at, rules: [{ edition: "2026-11-29" }] });
        }
      }),
      RUNS,
    );
  });
});
