import { addHours, minutesBetween } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIALOGUE_ACTS, arbitraryMoves } from "../../src/dialogue/arbitrary/arbitrary-moves.ts";
import { flawed } from "../../src/dialogue/arbitrary/flaws.ts";
import type { PlayedStep } from "../../src/dialogue/arbitrary/play-moves.ts";
import type { DialogueAct } from "../../src/dialogue/dialogue-command.ts";
import { DIALOGUE_MACHINE, FORWARD_ACTS } from "../../src/dialogue/dialogue-machine.ts";
import { isEnded } from "../../src/dialogue/dialogue-state.ts";
import { wantsToHearOfLaterAgreement } from "../../src/dialogue/offender-interest.ts";
import { programmeView } from "../../src/dialogue/view-programme.ts";
import { victimSideView } from "../../src/dialogue/view-victim-side.ts";
import type { Consent } from "../../src/gate/consent.ts";
import { VICTIM_SIDE_INITIATORS } from "../../src/gate/request.ts";
import { statusConsumerView } from "../../src/programme/status-consumer-view.ts";
import { command, emptyCase, give, play, RUNS, stage } from "./stage.ts";

/**
 * Checks every step of many courses of events, and that enough of them were of the kind in question. What is rare is held
 * to no number here: that it comes up at all is tested on a fixed seed.
 */
const expectOfEveryStep = (check: (step: PlayedStep) => boolean, least = 300, runs = RUNS): void => {
  let checked = 0;
  fc.assert(
    fc.property(arbitraryMoves, (moves) => {
      for (const step of play(moves)) if (check(step)) checked += 1;
    }),
    runs,
  );
  expect(checked).toBeGreaterThanOrEqual(least);
};

const isTaken = ({ outcome }: PlayedStep): boolean => Result.isSuccess(outcome);
/** A command's step changed something: it was taken, and for the first time. */
const isOnward = (step: PlayedStep): boolean => isTaken(step) && step.after !== step.before;

/** A command's step was stopped by gates. */
const isStopped = (outcome: PlayedStep["outcome"]): boolean =>
  Result.isFailure(outcome) && outcome.failure._tag === "GatesStop";

describe("INV-01: only the victim's side starts a dialogue", () => {
  test("no case is beyond `none` without a stored request of the victim's side", () => {
    expectOfEveryStep(({ after }) => {
      if (after.state === "none") return false;
      expect(after.commands[0]).toMatchObject({ act: "request", by: { side: "victim-side" } });
      expect(after.record[0]).toMatchObject({ from: "none", to: "requested", act: "request" });
      expect(VICTIM_SIDE_INITIATORS).toContain(after.request?.initiator);
      return true;
    });
  });

  test("nobody else's request is taken, in whosever name it comes", () => {
    const others = ["offender", "offender-representative", "lawyer", "chaplain", "parole-board", "staff"];
    for (const initiator of others)
      for (const side of ["victim-side", "offender-side", "programme", "facilitator", "court"] as const)
        expect(Result.isFailure(give(emptyCase, command("request", side, { fields: { initiator } })))).toBe(true);
  });
});

describe("INV-02: an offender's interest reaches no victim", () => {
  test("whatever the offender side asks for, short of an end, a pause or an alarm, the case stays as it is", () => {
    const OWN: readonly DialogueAct[] = ["withdraw", "decline-approach", "put-on-hold", "disclose-danger"];
    expectOfEveryStep(({ before, after, command: { act, by } }) => {
      if (by.side !== "offender-side" || OWN.includes(act)) return false;
      expect(after).toBe(before);
      return true;
    }, 20);
  });

  test("only a victim who asked, and asked to be told, is told of a later agreement", () => {
    expectOfEveryStep(({ after }) => {
      if (!wantsToHearOfLaterAgreement(after)) return false;
      expect(after.state).toBe("offender_declined");
      expect(after.commands[0]).toMatchObject({ act: "request", tellIfOffenderAgreesLater: true });
      return true;
    }, 0);
  });
});

/** The phases once more, written down apart from the code. */
const PHASE_OF: Readonly<Partial<Record<DialogueAct, Consent["phase"]>>> = {
  "begin-intake": "intake",
  "approach-offender": "approach",
  "begin-preparation": "preparation",
  "hold-session": "preparation",
  "review-readiness": "preparation",
  "return-to-preparation": "preparation",
  schedule: "dialogue",
  "hold-dialogue": "dialogue",
  debrief: "dialogue",
  "follow-up": "follow-up",
  close: "follow-up",
};
const BEFORE_PREPARATION: readonly string[] = ["requested", "intake", "offender_approach"];

const stands = (
  { facts, command: { at } }: PlayedStep,
  party: Consent["party"],
  phase: string | undefined,
): boolean => {
  const own = facts.papers.consents.filter((consent) => consent.party === party);
  return (
    own.every(({ status }) => status === "given") &&
    own.some((each) => each.phase === phase && minutesBetween(each.at, at) < 90 * 1440 && each.at <= at)
  );
};

describe("INV-03: consents are given, for this phase, and lately", () => {
  test("no step forward is taken without the consent of every side that was approached", () => {
    expectOfEveryStep((step) => {
      const { act } = step.command;
      if (!isOnward(step) || !FORWARD_ACTS.includes(act) || act === "resume") return false;
      expect(stands(step, "victim", PHASE_OF[act])).toBe(true);
      expect(BEFORE_PREPARATION.includes(step.after.state) || stands(step, "offender", PHASE_OF[act])).toBe(true);
      return true;
    });
  });

  test("going on after a pause needs them too", () => {
    expectOfEveryStep((step) => {
      if (!isOnward(step) || step.command.act !== "resume") return false;
      const given = (who: string): boolean =>
        step.facts.papers.consents.some(({ party, status }) => party === who && status === "given");
      expect(given("victim")).toBe(true);
      expect(BEFORE_PREPARATION.includes(step.after.state) || given("offender")).toBe(true);
      return true;
    }, 0);
  });

  test("taking a consent away never lets a step through", () => {
    expectOfEveryStep(({ before, command: given, facts, outcome }) => {
      if (!isStopped(outcome)) return false;
      const without = (["victim-silent", "offender-silent"] as const).map((flaw) =>
        give(before, given, { facts: flawed(facts, flaw, stage.loud) }),
      );
      expect(without.every(Result.isFailure)).toBe(true);
      return true;
    });
  });
});

describe("INV-04: either side may leave, at once, without a reason", () => {
  test("a withdrawal is taken in every state that is not an end, whatever is on file and whatever danger is open", () => {
    expectOfEveryStep((step) => {
      const { after: dialogue, facts } = step;
      const { at } = step.command;
      if (!isOnward(step) || dialogue.state === "none" || isEnded(dialogue.state)) return false;
      const sides = dialogue.approached ? (["victim-side", "offender-side"] as const) : (["victim-side"] as const);
      for (const side of sides) {
        const given = command("withdraw", side, { now: at, id: `leave-${side}` });
        const left = Result.getOrThrow(give(dialogue, given, { facts: flawed(facts, "nothing-stated", stage.loud) }));
        expect(left.state).toBe("withdrawn");
        expect(left.record.at(-1)).toMatchObject({ gates: [], evidence: [], act: "withdraw" });
      }
      return true;
    });
  });

  test("before the approach there is nothing of the offender side to withdraw", () => {
    expectOfEveryStep(({ after: dialogue, command: { at } }) => {
      if (dialogue.approached) return false;
      const given = command("withdraw", "offender-side", { now: at, id: "leave" });
      expect(Result.isFailure(give(dialogue, given))).toBe(true);
      return true;
    });
  });
});

describe("INV-05: status decisions see nothing", () => {
  test("the view is empty, whatever the case", () => {
    expectOfEveryStep(() => {
      expect(Object.keys(statusConsumerView())).toEqual([]);
      return true;
    });
  });
});

const NEAR_CONTACT: readonly DialogueAct[] = [
  "approach-offender",
  "begin-preparation",
  "hold-session",
  "return-to-preparation",
  "schedule",
  "hold-dialogue",
  "follow-up",
];

describe("INV-10: an order in force bars every step towards contact", () => {
  test("no such step is taken while one is on file", () => {
    expectOfEveryStep((step) => {
      if (!NEAR_CONTACT.includes(step.command.act) || step.after === step.before) return false;
      expect(step.facts.papers.orderChecks.some(({ found }) => found === "active_order")).toBe(false);
      expect(step.facts.papers.orderChecks).not.toEqual([]);
      return true;
    });
  });

  test("an order found never lets a step through that was stopped without it", () => {
    expectOfEveryStep(({ before, command: given, facts, outcome }) => {
      if (!isStopped(outcome)) return false;
      const withOrder = give(before, given, { facts: flawed(facts, "order-active", stage.loud) });
      expect(Result.isFailure(withOrder)).toBe(true);
      return true;
    });
  });

  test("an order found shuts what was open, and a later check does not undo it: the court's document does", () => {
    expectOfEveryStep(({ before, after, command: given, facts }) => {
      if (after === before || !NEAR_CONTACT.includes(given.act)) return false;
      const { papers } = facts;
      const found = { ...papers.orderChecks[0], id: "earlier", at: addHours(given.at, -48), found: "active_order" };
      const orderChecks = [found, ...papers.orderChecks] as unknown as typeof papers.orderChecks;
      const withOrder = { ...facts, papers: { ...papers, orderChecks } };
      expect(Result.isFailure(give(before, given, { facts: withOrder }))).toBe(true);
      const courtChanges = [
        { document: found.id, at: addHours(given.at, -24) },
      ] as unknown as typeof papers.courtChanges;
      const lifted = { ...facts, papers: { ...papers, orderChecks, courtChanges } };
      expect(Result.isSuccess(give(before, given, { facts: lifted }))).toBe(true);
      return true;
    });
  });
});

describe("INV-16: danger comes first", () => {
  test("a disclosure is shown before all else, and nothing goes on until it was attended to", () => {
    expectOfEveryStep((step) => {
      const { before, after, command: given, outcome } = step;
      const [[key, shown] = []] = Object.entries(victimSideView(after, stage.policy));
      const guidance = after.danger === null ? null : stage.policy.emergencyGuidance;
      expect([key, shown, programmeView(after, stage.policy).first]).toEqual(["first", guidance, guidance]);
      expect(given.act !== "disclose-danger" || !isOnward(step) || after.danger === given.id).toBe(true);
      if (before.danger === null) return false;
      const stops = ["withdraw", "decline-approach", "terminate", "put-on-hold", "disclose-danger", "address-danger"];
      if (stops.includes(given.act)) return false;
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("DangerComesFirst");
      expect(after).toBe(before);
      return true;
    }, 0);
  });
});

describe("INV-21: the record is complete, and only added to", () => {
  test("each step adds one line with every gate of its row and all that a reader needs; anything else adds nothing", () => {
    expectOfEveryStep((step) => {
      const { before, after, command: given } = step;
      expect(isOnward(step) || after === before).toBe(true);
      if (!isOnward(step)) return false;
      expect(after.record).toHaveLength(before.record.length + 1);
      expect(before.record.every((old, place) => after.record[place] === old)).toBe(true);
      const line = after.record.at(-1);
      expect(line).toMatchObject({ seq: before.record.length + 1, from: before.state, to: after.state, by: given.by });
      const row = DIALOGUE_MACHINE.transitions.find(
        ({ act, from, to }) => act === given.act && from.includes(before.state) && to === after.state,
      );
      expect(line?.gates.map(({ gate }) => gate)).toEqual(row?.gates);
      for (const { rules, inputs, decidedBy, at, outcome, lifts } of line?.gates ?? []) {
        expect(rules.every(({ rule, edition, cites }) => rule !== "" && edition !== "" && cites.length > 0)).toBe(true);
        expect([rules.length > 0, inputs.length > 0, decidedBy, at, outcome, lifts]).toEqual([
          true,
          true,
          given.by.id,
          given.at,
          "pass",
          [],
        ]);
      }
      return true;
    });
  });

  test("no step without a ground: a paper, or a person's own word for what needs none", () => {
    const OWN_WORD = ["choose-format", "decline-approach", "put-on-hold", "withdraw", "disclose-danger"];
    expectOfEveryStep(({ after }) => {
      for (const { act, evidence } of after.record) expect(evidence.length > 0).toBe(!OWN_WORD.includes(act));
      return after.record.length > 0;
    });
  });

  test("every act and every state comes up in what is played", () => {
    const acts = new Set<string>();
    const states = new Set<string>();
    const look = (step: PlayedStep): boolean => {
      if (isOnward(step)) acts.add(step.command.act);
      states.add(step.after.state);
      return true;
    };
    expectOfEveryStep(look, 300, { numRuns: 1000, seed: 20 });
    expect([...acts].toSorted()).toEqual(DIALOGUE_ACTS.toSorted());
    expect([...states].toSorted()).toEqual(DIALOGUE_MACHINE.states.toSorted());
  });
});
