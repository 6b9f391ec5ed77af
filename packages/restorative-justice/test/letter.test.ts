import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { dueFreezes } from "../src/letter/due-freezes.ts";
import { LETTER_RULES } from "../src/letter/advance-letter.ts";
import { letterState, openLetter } from "../src/letter/letter-case.ts";
import { type LetterAct, LetterCommand, SubmitLetter } from "../src/letter/letter-command.ts";
import { LetterFacts } from "../src/letter/letter-facts.ts";
import { LETTER_MACHINE } from "../src/letter/letter-machine.ts";
import { letterNotice } from "../src/letter/letter-notice.ts";
import { LetterStage, LetterState } from "../src/letter/letter-state.ts";
import { authorView } from "../src/letter/letter-views.ts";
import { readAtDoor } from "../src/programme/read-command.ts";
import {
  type Beginning,
  BEGINNINGS,
  cleanFacts,
  command,
  failureOf,
  handedIn,
  later,
  letterIn,
  PEOPLE,
  START,
  stopping,
  strict,
  take,
  walk,
  WAYS,
} from "./letter-bank.ts";

describe("vectors of the domain page", () => {
  test("T14: a letter is accepted and the victim not registered: it is held, nobody is told, the author sees accepted", () => {
    const letter = letterIn("held");
    const facts = cleanFacts(START, { optIn: { id: null, how: "none" } });
    expect(stopping(letter, command("send-notice"), { facts })).toEqual(["G-LB-opt-in hold"]);
    expect(letterState(letter)).toBe("held");
    expect(letterNotice(letter)).toBeNull();
    expect(authorView(letter)).toMatchObject({ status: "accepted", reasons: [], fromVictim: [] });
  });

  test("T15: a letter is held and a new protection order comes: it is frozen", () => {
    const orders = { id: "order", at: START, found: "active_order", service: "not_served" };
    const facts = cleanFacts(START, { orders });
    expect(dueFreezes(letterIn("held"), facts)).toEqual(["new_order"]);
    const frozen = walk(letterIn("held"), [command("freeze", { ground: "new_order", by: PEOPLE.court })]);
    expect([letterState(frozen), dueFreezes(frozen, facts)]).toEqual(["frozen", []]);
    expect(
      dueFreezes(frozen, cleanFacts(START, { conduct: { id: "c", at: START, found: "contact_or_misconduct" } })),
    ).toEqual(["unwanted_contact"]);
    expect(authorView(frozen)).toEqual(authorView(letterIn("held")));
    expect(failureOf(frozen, command("send-notice"))?._tag).toBe("StepNotOpen");
  });
});

/** Every act that is open from each state; from all of them the author may ask to withdraw and somebody may freeze. */
const OPEN: Readonly<Record<LetterState, readonly LetterAct[]>> = {
  submitted: ["pass-on", "start-screening"],
  in_screening: ["record-reading", "accept", "return", "reject"],
  returned_for_revision: ["resubmit"],
  rejected: [],
  accepted: ["bank"],
  held: ["send-notice", "supersede", "expire"],
  notice_sent: ["request-delivery", "decline-for-now", "decline-permanently"],
  delivery_requested: ["request-delivery", "decline-for-now", "decline-permanently", "reconfirm", "tell-requested"],
  declined_for_now: ["request-delivery", "decline-for-now", "decline-permanently"],
  declined_permanently: ["request-delivery", "decline-for-now", "decline-permanently"],
  reconfirmed: ["request-delivery", "decline-for-now", "decline-permanently", "reconfirm", "deliver", "tell-requested"],
  delivered: ["submit-reply", "return-reply", "release-reply", "tell-requested", "tell-received", "tell-read"],
  withdrawn_by_author: [],
  superseded: [],
  expired: [],
  passed_on: [],
  frozen: ["resubmit", "request-delivery", "decline-for-now", "decline-permanently", "unfreeze"],
};

const EVERYWHERE: readonly LetterAct[] = ["ask-to-withdraw", "freeze", "disclose-danger", "address-danger"];

describe("the letter bank's table", () => {
  test.each(LetterState.options)("from %s lists these steps and no other", (state) => {
    const listed = LETTER_MACHINE.transitions.filter(({ from }) => from.includes(state)).map(({ act }) => act);
    expect(new Set(listed)).toEqual(new Set([...OPEN[state], ...EVERYWHERE]));
  });

  test("has a rule for every gate, and no rule without a gate", () => {
    const gates = new Set(LETTER_MACHINE.transitions.flatMap((step) => step.gates));
    expect(new Set(LETTER_RULES.rules.map(({ gate }) => gate))).toEqual(gates);
    const sources = LETTER_RULES.sources.map(({ id }) => id);
    for (const { cites } of LETTER_RULES.rules) for (const { source } of cites) expect(sources).toContain(source);
  });

  test.each(BEGINNINGS)("leads to %s", (state) => {
    expect(letterState(letterIn(state))).toBe(state);
  });

  const acts = [...new Set(LETTER_MACHINE.transitions.map(({ act }) => act)), "submit" as const];
  const illegal = BEGINNINGS.flatMap((state) =>
    acts.filter((act) => ![...OPEN[state], ...EVERYWHERE].includes(act)).map((act) => [state, act] as const),
  );

  test.each(illegal)("refuses, from %s, to %s, and says why", (state, act) => {
    const letter = letterIn(state);
    const ended = LETTER_MACHINE.terminal.includes(state);
    expect(failureOf(letter, command(act))?._tag).toBe(ended ? "CaseEnded" : "StepNotOpen");
  });

  test.each([
    ["submitted", "start-screening", ["author", "victim", "court", "reader"]],
    ["held", "send-notice", ["author", "victim", "court", "reader"]],
    ["notice_sent", "request-delivery", ["author", "staff", "court", "reader"]],
    ["notice_sent", "decline-permanently", ["author", "staff", "court", "reader"]],
    ["reconfirmed", "deliver", ["author", "victim", "court", "reader"]],
    ["held", "ask-to-withdraw", ["victim", "staff", "court", "reader"]],
    ["held", "freeze", ["author", "reader"]],
    ["frozen", "unfreeze", ["author", "reader"]],
  ] as const)("from %s lets nobody else %s", (state, act, others) => {
    for (const other of others)
      expect(failureOf(letterIn(state), command(act, { by: PEOPLE[other] }))?._tag).toBe("SideMayNot");
  });

  test.each(LetterStage.options)("freezes from %s, and unfreezes to it", (stage) => {
    const letter = stage in WAYS ? letterIn(stage as Beginning) : { ...letterIn("held"), stage };
    const frozen = walk(letter, [command("freeze")]);
    expect(letterState(frozen)).toBe("frozen");
    expect(letterState(walk(frozen, [command("unfreeze")]))).toBe(stage);
  });
});

describe("readers", () => {
  const screened = () => walk(handedIn(), [command("start-screening")]);

  test("one reader is not enough, and the same person is no second reader", () => {
    const once = walk(screened(), [command("record-reading")]);
    expect(stopping(once, command("accept"))).toEqual(["G-LB-readers hold"]);
    expect(stopping(once, command("record-reading"))).toEqual(["G-LB-other-reader block"]);
  });

  test("a co-reader has read, and is no second reader either", () => {
    const together = walk(screened(), [command("record-reading", { coReaders: [PEOPLE.reader.id] })]);
    expect(stopping(together, command("record-reading", { by: PEOPLE.reader }))).toEqual(["G-LB-other-reader block"]);
    expect(stopping(together, command("accept"))).toEqual(["G-LB-readers hold"]);
  });

  test("one reader's reason keeps a letter from being accepted", () => {
    const [, ...readings] = WAYS.returned_for_revision().slice(0, 3);
    expect(stopping(walk(screened(), readings), command("accept"))).toEqual(["G-LB-unanimous block"]);
  });

  test("a reason that no reader found is not told", () => {
    const read = walk(screened(), WAYS.accepted().slice(1, 3));
    expect(stopping(read, command("reject", { codes: ["wrong_victim"] }))).toEqual(["G-LB-codes hold"]);
  });

  test("an order is named to the author only once it was served on him", () => {
    const found = [
      command("record-reading", { found: ["order_in_force"] }),
      command("record-reading", { by: PEOPLE.reader }),
    ];
    const read = walk(screened(), found);
    const rejected = command("reject", { codes: ["order_in_force"] });
    const facts = (service: string) =>
      cleanFacts(START, { orders: { id: "order", at: START, found: "active_order", service } });
    expect(stopping(read, rejected, { facts: facts("not_served") })).toEqual(["G-LB-order-known hold"]);
    expect(stopping(read, rejected, { facts: facts("unknown") })).toEqual(["G-LB-order-known hold"]);
    expect(failureOf(read, rejected, { facts: facts("served_on_author") })).toBeNull();
  });

  test.each(["ipv", "unknown"] as const)("on the track `%s` somebody trained looked for coded threats", (track) => {
    const untrained = { training: "other" };
    const read = walk(screened(), [
      command("record-reading", untrained),
      command("record-reading", { ...untrained, by: PEOPLE.reader }),
    ]);
    expect(stopping(read, command("accept"), { facts: cleanFacts(START, { track }) })).toEqual([
      "G-LB-trained-reader hold",
    ]);
    expect(stopping(read, command("accept"))).toEqual([]);
  });

  test("a new version is read anew", () => {
    const again = walk(letterIn("returned_for_revision"), [command("resubmit"), command("start-screening")]);
    expect(again.readings).toEqual([]);
    expect(authorView(again)).toMatchObject({ status: "submitted", reasons: [] });
    expect(stopping(again, command("accept"))).toEqual(["G-LB-readers hold"]);
  });
});

describe("where a letter goes", () => {
  const ordered = handedIn({ origin: "court_ordered" });

  test.each([
    ["voluntary", null, "start-screening", []],
    ["voluntary", "county_victim_witness_coordinator", "pass-on", ["G-LB-route block"]],
    ["court_ordered", null, "start-screening", ["G-LB-route indeterminate"]],
    ["court_ordered", null, "pass-on", ["G-LB-route indeterminate"]],
    ["court_ordered", "bank", "start-screening", []],
    ["court_ordered", "county_victim_witness_coordinator", "start-screening", ["G-LB-route block"]],
    ["court_ordered", "county_victim_witness_coordinator", "pass-on", []],
  ] as const)("%s with the route %s: %s is stopped by %j", (origin, courtOrderedRoute, act, gates) => {
    expect(stopping(handedIn({ origin }), command(act), { policy: { ...strict, courtOrderedRoute } })).toEqual(gates);
  });

  test("passed on, it is ended here", () => {
    const policy = { ...strict, courtOrderedRoute: "county_victim_witness_coordinator" } as const;
    const passed = walk(ordered, [command("pass-on")], { policy });
    expect(failureOf(passed, command("start-screening"))?._tag).toBe("CaseEnded");
    expect(authorView(passed).status).toBe("submitted");
  });
});

describe("bad input", () => {
  test("only the author hands a letter in", () => {
    const outcome = openLetter(SubmitLetter.parse(command("submit", { by: PEOPLE.victim })));
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("SideMayNot");
  });

  test("a clock that went back leaves the case as it is", () => {
    expect(failureOf(letterIn("held"), command("send-notice", { at: later(-1) }))?._tag).toBe("ClockWentBack");
  });

  test("an id that was used is refused before a clock that went back", () => {
    const [, started] = letterIn("held").commands;
    const other = command("freeze", { id: started?.id, at: later(-1) });
    expect(failureOf(letterIn("held"), other)?._tag).toBe("CommandExistsWithDifferentContent");
  });

  test("the same command again changes nothing", () => {
    const letter = letterIn("held");
    for (const given of letter.commands) expect(take(letter, structuredClone(given))).toEqual(Result.succeed(letter));
  });

  test.each([
    [{ at: "2026-02-30T10:00:00Z" }, "at"],
    [{ at: "yesterday" }, "at"],
    [{ act: "return", codes: [] }, "codes"],
    [{ act: "return", codes: ["rude"] }, "codes.0"],
    [{ act: "send-directly" }, "act"],
    [{ by: { side: "lawyer", id: "x" } }, "by.side"],
    [{ id: " " }, "id"],
    [{ address: "12 Elm Street" }, "$"],
  ])("%j is refused by name and without its value", (rest, path) => {
    const outcome = readAtDoor(LetterCommand, { ...command("bank"), ...rest });
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("CommandUnreadable");
    expect(Result.isFailure(outcome) && outcome.failure.problems.map((problem) => problem.path)).toEqual([path]);
    expect(Result.isFailure(outcome) && outcome.failure.message).not.toContain("Elm");
  });

  test("the schemas take what these tests give", () => {
    for (const state of BEGINNINGS)
      for (const given of letterIn(state).commands) expect(LetterCommand.parse(given)).toEqual(given);
    expect(LetterFacts.parse(cleanFacts(START))).toEqual(cleanFacts(START));
  });
});
