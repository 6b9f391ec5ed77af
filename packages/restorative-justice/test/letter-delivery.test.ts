import { addHours, Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { answerAuthor } from "../src/letter/answer-author.ts";
import { letterState } from "../src/letter/letter-case.ts";
import { LETTER_MACHINE } from "../src/letter/letter-machine.ts";
import { letterNotice } from "../src/letter/letter-notice.ts";
import { authorView, victimLetterView } from "../src/letter/letter-views.ts";
import {
  BEGINNINGS,
  cleanFacts,
  command,
  later,
  letterIn,
  open,
  PEOPLE,
  START,
  stopping,
  strict,
  take,
  walk,
} from "./letter-bank.ts";

describe("notices", () => {
  test.each([
    ["opt_in_only", "asked", []],
    ["opt_in_only", "registered_for_letters", ["G-LB-opt-in hold"]],
    ["opt_in_only", "custody_notices_only", ["G-LB-opt-in hold"]],
    ["opt_in_only", "unknown", ["G-LB-opt-in hold"]],
    ["notify_registered", "asked", []],
    ["notify_registered", "registered_for_letters", []],
    ["notify_registered", "custody_notices_only", ["G-LB-opt-in hold"]],
    ["notify_registered", "none", ["G-LB-opt-in hold"]],
  ] as const)("under `%s` an opt-in of `%s` is stopped by %j", (notifyPolicy, how, gates) => {
    const policy = { ...strict, notifyPolicy };
    const facts = cleanFacts(START, { optIn: { id: "opt-in", how } });
    expect(stopping(letterIn("held"), command("send-notice"), { facts, policy })).toEqual(gates);
  });

  test.each([
    [{ orders: null }, "G10 hold"],
    [{ orders: { id: "o", at: later(-169), found: "no_active_order", service: "unknown" } }, "G10 hold"],
    [{ orders: { id: "o", at: later(1), found: "no_active_order", service: "unknown" } }, "G10 hold"],
    [{ orders: { id: "o", at: START, found: "unknown", service: "unknown" } }, "G10 hold"],
    [{ orders: { id: "o", at: START, found: "active_order", service: "not_served" } }, "G10 block"],
    [{ orders: { id: "o", at: later(-9999), found: "active_order", service: "not_served" } }, "G10 block"],
    [{ conduct: { id: "c", at: START, found: "contact_or_misconduct" } }, "G11 block"],
    [{ conduct: null }, "G11 hold"],
    [{ channel: { id: "s", at: START, found: "not_safe" } }, "G-LB-channel block"],
    [{ channel: null }, "G-LB-channel hold"],
  ])("facts %j are stopped by %s", (rest, gate) => {
    expect(stopping(letterIn("held"), command("send-notice"), { facts: cleanFacts(START, rest) })).toEqual([gate]);
  });

  test("an order check of exactly seven days still counts", () => {
    const facts = cleanFacts(START, {
      orders: { id: "o", at: later(-168), found: "no_active_order", service: "unknown" },
    });
    expect(stopping(letterIn("held"), command("send-notice"), { facts })).toEqual([]);
  });

  test("where a programme names an age, the victim is of it", () => {
    const policy = { ...strict, minimumVictimAge: 18 };
    const at = (victimAge: number | null) => ({ policy, facts: cleanFacts(START, { victimAge }) });
    expect(stopping(letterIn("held"), command("send-notice"), at(17))).toEqual(["G03 block"]);
    expect(stopping(letterIn("held"), command("send-notice"), at(null))).toEqual(["G03 hold"]);
    expect(stopping(letterIn("held"), command("send-notice"), at(18))).toEqual([]);
  });

  test("every gate that stops is told at once, the worst first", () => {
    const facts = cleanFacts(START, {
      optIn: { id: null, how: "none" },
      orders: { id: "o", at: START, found: "active_order", service: "unknown" },
      channel: null,
    });
    expect(stopping(letterIn("held"), command("send-notice"), { facts })).toEqual([
      "G10 block",
      "G-LB-opt-in hold",
      "G-LB-channel hold",
    ]);
  });

  test("a letter that is frozen, or in which a danger is open, has no notice", () => {
    expect(letterNotice(walk(letterIn("notice_sent"), [command("freeze")]))).toBeNull();
    expect(letterNotice(walk(letterIn("notice_sent"), [command("disclose-danger")]))).toBeNull();
  });

  test("silence changes nothing: no step leads from a notice but by somebody's choice", () => {
    const steps = LETTER_MACHINE.transitions.filter(
      ({ from, act }) => from.includes("notice_sent") && act !== "freeze" && !act.endsWith("-danger"),
    );
    expect(steps.flatMap(({ by }) => by).filter((side) => side === "programme")).toEqual([]);
    expect(letterNotice(letterIn("notice_sent"))).toEqual({ kind: "a_letter_waits", letter: "letter-1" });
  });
});

describe("the victim's choices", () => {
  const CHOICES = ["request-delivery", "decline-for-now", "decline-permanently"] as const;
  const pairs = CHOICES.flatMap((one) => CHOICES.map((other) => [one, other] as const));

  test.each(pairs)("%s can be followed by %s at any time", (one, other) => {
    const years = later(24 * 365 * 3);
    const letter = walk(letterIn("notice_sent"), [command(one), command(other, { at: years })]);
    expect(letterState(letter)).toBe(
      {
        "request-delivery": "delivery_requested",
        "decline-for-now": "declined_for_now",
        "decline-permanently": "declined_permanently",
      }[other],
    );
  });

  test("a way that the programme does not offer is refused by its gate", () => {
    const policy = { ...strict, deliveryWays: ["mail"] as const };
    const asked = command("request-delivery", { way: "email" });
    expect(stopping(letterIn("notice_sent"), asked, { policy })).toEqual(["G-LB-way block"]);
  });

  test("a choice counts while the letter is frozen, and nothing is delivered", () => {
    const frozen = walk(letterIn("delivery_requested"), [command("freeze"), command("decline-permanently")]);
    expect(letterState(frozen)).toBe("frozen");
    expect(letterState(walk(frozen, [command("unfreeze")]))).toBe("declined_permanently");
  });

  test("before she was told there is nothing to tell her", () => {
    for (const state of ["submitted", "in_screening", "held", "frozen", "rejected"] as const)
      expect(victimLetterView(letterIn(state), strict)).toEqual({
        first: null,
        letter: "letter-1",
        status: "nothing_to_tell",
      });
    expect(victimLetterView(letterIn("delivered"), strict)).toMatchObject({
      status: "delivered",
      way: "mail",
      reply: "none",
    });
  });
});

describe("delivery", () => {
  test.each([
    ["orders", { id: "o", at: later(-24), found: "no_active_order", service: "unknown" }, "G10 hold"],
    ["conduct", { id: "o", at: later(-24), found: "none_in_look_back" }, "G11 hold"],
    ["identity", { id: "o", at: later(-24), found: "verified" }, "G-LB-identity hold"],
    ["identity", { id: "o", at: START, found: "not_verified" }, "G-LB-identity block"],
    ["channel", { id: "o", at: later(-24), found: "safe" }, "G-LB-channel hold"],
  ])("wants %s looked at on the very day", (key, check, gate) => {
    const facts = cleanFacts(START, { [key]: check });
    expect(stopping(letterIn("delivery_requested"), command("reconfirm"), { facts })).toEqual([gate]);
    expect(stopping(letterIn("reconfirmed"), command("deliver"), { facts })).toEqual([gate]);
  });

  test("the day is the agency's: half past eleven at night is another day than one in the morning", () => {
    const night = Instant.parse("2026-03-11T05:30:00Z");
    const morning = addHours(night, 2);
    const reconfirmed = { ...letterIn("reconfirmed"), commands: [] };
    const deliver = command("deliver", { at: morning });
    expect(stopping(reconfirmed, deliver, { facts: cleanFacts(night) })).toHaveLength(4);
    expect(stopping(reconfirmed, deliver, { facts: cleanFacts(addHours(night, 1)) })).toEqual([]);
  });
});

describe("the author's wish to withdraw", () => {
  test.each(BEGINNINGS)("is received in the same words from %s", (state) => {
    const asked = command("ask-to-withdraw", { id: "withdraw" });
    expect(answerAuthor(letterIn(state), asked, strict)).toEqual({
      first: null,
      kind: "received",
      command: "withdraw",
    });
    const after = Result.getOrThrow(take(letterIn(state), asked));
    expect(letterState(after)).toBe(state === "held" ? "withdrawn_by_author" : state);
  });

  test("made before the letter is banked, takes effect when it is", () => {
    const letter = walk(letterIn("accepted"), [command("ask-to-withdraw"), command("bank")]);
    expect(letterState(letter)).toBe("withdrawn_by_author");
    expect(letter.record.slice(-2).map(({ from, to }) => [from, to])).toEqual([
      ["accepted", "held"],
      ["held", "withdrawn_by_author"],
    ]);
    expect(authorView(letter).status).toBe("accepted");
  });

  test("made while a held letter is frozen, takes effect when it is held again", () => {
    const letter = walk(letterIn("frozen"), [command("ask-to-withdraw")]);
    expect([letterState(letter), letter.stage]).toEqual(["frozen", "held"]);
    expect(letterState(walk(letter, [command("unfreeze")]))).toBe("withdrawn_by_author");
  });

  test("made after the victim was told, changes nothing for her", () => {
    const letter = walk(letterIn("declined_for_now"), [command("ask-to-withdraw"), command("request-delivery")]);
    expect(letterState(letter)).toBe("delivery_requested");
  });
});

describe("unfreezing", () => {
  const frozen = (ground: string) => walk(letterIn("held"), [command("freeze", { ground, by: PEOPLE.staff })]);
  const lifted = (ground: string, rest: object) => command("unfreeze", { ground, ...rest });

  test.each([
    ["new_order", { by: PEOPLE.court, courtDocument: "doc" }, {}, true],
    ["new_order", { by: PEOPLE.staff, courtDocument: "doc" }, {}, true],
    ["new_order", { by: PEOPLE.staff, courtDocument: null }, {}, false],
    ["new_order", { by: PEOPLE.victim, courtDocument: "doc" }, {}, false],
    ["new_order", { by: PEOPLE.court, courtDocument: "doc" }, { orders: null }, false],
    ["unwanted_contact", { by: PEOPLE.staff }, {}, true],
    ["unwanted_contact", { by: PEOPLE.staff }, { conduct: null }, false],
    ["unwanted_contact", { by: PEOPLE.victim }, {}, false],
    ["victim_request", { by: PEOPLE.victim }, {}, true],
    ["victim_request", { by: PEOPLE.staff }, {}, false],
  ])("after %s by %j with facts %j is open: %s", (ground, rest, facts, isOpen) => {
    const setting = { facts: cleanFacts(START, facts) };
    expect(stopping(frozen(ground), lifted(ground, rest), setting)).toEqual(isOpen ? [] : ["G-LB-unfreeze block"]);
  });

  test("a look made before the letter froze lifts no order", () => {
    const setting = { facts: cleanFacts(later(-1)) };
    expect(
      stopping(frozen("new_order"), lifted("new_order", { by: PEOPLE.court, courtDocument: "doc" }), setting),
    ).toEqual(["G-LB-unfreeze block"]);
  });

  test("every ground is lifted by itself, and the last one frees the letter", () => {
    const twice = walk(frozen("new_order"), [command("freeze")]);
    const once = walk(twice, [command("unfreeze")]);
    expect([letterState(once), once.record.at(-1)?.to]).toEqual(["frozen", "frozen"]);
    expect(letterState(walk(once, [lifted("new_order", { by: PEOPLE.court, courtDocument: "doc" })]))).toBe("held");
  });

  test("a ground that does not freeze the letter cannot be lifted", () => {
    expect(stopping(frozen("new_order"), command("unfreeze"))).toEqual(["G-LB-unfreeze block"]);
  });
});

describe("keeping", () => {
  const held = letterIn("held");
  const none = { optIn: { id: null, how: "none" } };

  test("a letter is kept for good unless the agency says otherwise", () => {
    expect(stopping(held, command("expire"), { facts: cleanFacts(START, none) })).toEqual(["G-LB-retention block"]);
  });

  test("after the days of the agency it may go, and not a moment before", () => {
    const expire = (hours: number, rest: object) =>
      stopping(held, command("expire", { at: later(hours) }), { policy: open, facts: cleanFacts(later(hours), rest) });
    expect(expire(48, none)).toEqual(["G-LB-retention hold"]);
    expect(expire(49, none)).toEqual([]);
    expect(expire(49, {})).toEqual(["G-LB-retention hold"]);
  });

  test("a letter that was asked for never goes, even if it were held again", () => {
    const again = { ...letterIn("delivery_requested"), stage: "held" } as const;
    const setting = { policy: open, facts: cleanFacts(later(99), none) };
    expect(stopping(again, command("expire", { at: later(99) }), setting)).toEqual(["G-LB-retention block"]);
  });

  test("until the author's discharge, where nobody opted in", () => {
    const policy = { ...strict, retention: { kind: "until_author_discharge_unless_opted_in" } as const };
    const expire = (rest: object) => stopping(held, command("expire"), { policy, facts: cleanFacts(START, rest) });
    expect(expire({ ...none, authorDischargedAt: START })).toEqual([]);
    expect(expire(none)).toEqual(["G-LB-retention hold"]);
    expect(expire({ authorDischargedAt: START })).toEqual(["G-LB-retention hold"]);
    expect(expire({ ...none, authorDischargedAt: later(1) })).toEqual(["G-LB-retention hold"]);
  });
});

describe("the reply", () => {
  const delivered = letterIn("delivered");
  const replied = walk(delivered, [command("submit-reply")], { policy: open });

  test("is off by default, and so is telling the author", () => {
    expect(stopping(delivered, command("submit-reply"))).toEqual(["G-LB-reply block"]);
    for (const act of ["tell-requested", "tell-received", "tell-read"] as const)
      expect(stopping(delivered, command(act))).toEqual(["G-LB-told block"]);
  });

  test("is read and goes on without the victim's address, once", () => {
    const released = walk(replied, [command("release-reply")], { policy: open });
    expect(authorView(released).fromVictim).toEqual([{ reply: "copy-of-reply" }]);
    expect(stopping(released, command("submit-reply"), { policy: open })).toEqual(["G-LB-reply block"]);
    expect(stopping(released, command("release-reply"), { policy: open })).toContain("G-LB-reply block");
  });

  test.each([
    [{ addressFreeCopy: null }, "G-LB-reply-screened hold"],
    [{ found: ["contact_details"] }, "G-LB-reply-screened block"],
  ])("with %j is stopped", (rest, gate) => {
    expect(stopping(replied, command("release-reply", rest), { policy: open })).toEqual([gate]);
  });

  test("that went back may be written again, and is not seen by the author", () => {
    const back = walk(replied, [command("return-reply"), command("submit-reply")], { policy: open });
    expect(back.reply).toEqual({ status: "submitted", document: "V-reply" });
    expect(authorView(back).fromVictim).toEqual([]);
  });

  test("and whatever else she has the author told is her choice alone", () => {
    const told = walk(delivered, [command("tell-received"), command("tell-received")], { policy: open });
    expect(authorView(told).fromVictim).toEqual(["received"]);
  });
});
