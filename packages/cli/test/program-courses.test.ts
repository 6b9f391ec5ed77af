import { describe, expect, test } from "vitest";
import {
  AT,
  desk,
  DIALOGUE_POLICY,
  dialogueAfter,
  dialogueFacts,
  given,
  INTO_THE_BANK,
  letterAfter,
  letterFacts,
  quietScreen,
  SUBMIT,
  APPROACHED,
  INTAKE,
  refused,
} from "./program-cases.ts";

const POLICY = { policy: DIALOGUE_POLICY };

describe("program advance, on a letter", () => {
  test("begins with the author's handing it in, and nothing else", async () => {
    const at = desk("letter");
    expect((await refused(at, () => at.advance(given("bank", "staff")))).err).toContain(
      "a letter case begins with `submit`",
    );
    expect((await refused(at, () => at.advance({ ...SUBMIT, letter: "case-2" }))).exit).toBe(3);
    expect(
      (await refused(at, () => at.advance(given("submit", "staff", { ...SUBMIT, by: { side: "programme", id: "s" } }))))
        .err,
    ).toContain("SideMayNot");
    expect((await at.advance(SUBMIT)).exit).toBe(0);
  });

  test("waits in the bank until the victim has asked about letters", async () => {
    const at = await letterAfter(...INTO_THE_BANK);
    const facts = letterFacts({ optIn: { id: null, how: "custody_notices_only" } });
    const { exit, out } = await refused(at, () => at.advance(given("send-notice", "staff"), { facts }));
    expect(exit).toBe(1);
    expect(out).toContain(
      "G-LB-opt-in hold\n    would lift it: the victim's own wish to hear of letters; silence is no wish",
    );
    expect((await at.advance(given("send-notice", "staff"), { facts: letterFacts() })).exit).toBe(0);
  });

  test("is what its log made it, through freezing, revision, reply and withdrawal", async () => {
    const policy = { authorTold: "victim_decides", reply: "one_screened", notifyPolicy: "opt_in_only" };
    const at = desk("letter");
    const found = { training: "dv_sv_trained", codedThreats: "looked_for", found: ["blame"] };
    const course = [
      ...INTO_THE_BANK.slice(0, 2),
      given("record-reading", "staff", { id: "r-1", ...found }),
      given("record-reading", "facilitator", { id: "r-2", ...found }),
      given("return", "staff", { codes: ["blame"] }),
      given("freeze", "victim", { ground: "victim_request" }),
      given("resubmit", "offender", { document: "letter-text-2" }),
      given("unfreeze", "victim", { ground: "victim_request" }),
      given("start-screening", "staff", { id: "s-2" }),
      ...INTO_THE_BANK.slice(2),
      given("send-notice", "staff"),
      given("request-delivery", "victim", { way: "mail" }),
      given("tell-requested", "victim"),
      given("reconfirm", "staff"),
      given("deliver", "staff", { coverNote: "cover-note" }),
      given("tell-read", "victim"),
      given("submit-reply", "victim", { document: "V-reply" }),
      given("return-reply", "staff", { codes: ["contact_details"] }),
      given("submit-reply", "victim", { id: "c-again", document: "V-reply-2" }),
      given("release-reply", "staff", { read: "reading", found: [], addressFreeCopy: "copy-of-reply" }),
      given("ask-to-withdraw", "offender"),
    ];
    for (const command of course) {
      const { exit, out, err } = await at.advance(command, { facts: letterFacts(), policy });
      expect([command["act"], exit, out, err]).toEqual([command["act"], 0, expect.any(String), ""]);
    }
    const { fromVictim } = JSON.parse((await at.program("status", "--as", "offender-side", "--json")).out);
    expect(fromVictim).toEqual(["requested", "read", { reply: "copy-of-reply" }]);
  });

  test("hears a wish to withdraw that came while it was frozen once it is held again", async () => {
    const frozen = given("freeze", "victim", { ground: "victim_request" });
    const at = await letterAfter(...INTO_THE_BANK, frozen, given("ask-to-withdraw", "offender"));
    expect((await at.program("status")).out).toContain("case-1 (letter): frozen");
    const unfreeze = given("unfreeze", "victim", { ground: "victim_request" });
    expect(await at.advance(unfreeze, { facts: letterFacts() })).toMatchObject({ exit: 0, err: "" });
    expect((await at.program("status")).out).toContain("case-1 (letter): withdrawn_by_author");
  });

  test("hears an early wish to withdraw once it is banked", async () => {
    const [submit, ...others] = INTO_THE_BANK;
    const at = await letterAfter(submit, given("ask-to-withdraw", "offender"), ...others);
    expect((await at.program("status")).out).toContain("case-1 (letter): withdrawn_by_author");
    expect(JSON.parse(at.text()).record).toHaveLength(INTO_THE_BANK.length + 2);
  });
});

describe("program advance, through a whole dialogue", () => {
  test("is what its log made it, pauses and formats included", async () => {
    const session = (side: string) =>
      given("hold-session", "facilitator", { id: `c-session-${side}`, with: side, sessionAt: AT });
    const at = await dialogueAfter(
      ...INTAKE,
      given("choose-format", "victim", { format: "written" }),
      ...APPROACHED.slice(2),
      given("begin-preparation", "staff"),
      session("victim-side"),
      session("offender-side"),
      given("put-on-hold", "victim"),
    );
    expect((await at.program("status")).out).toContain("on_hold");
    const soon = "2025-06-02T16:00:00.000Z";
    const resumed = { facts: dialogueFacts({ screens: [{ ...quietScreen(), at: soon }] }), ...POLICY };
    const checks = { orderChecks: [{ id: "check-2", at: soon, found: "no_active_order" }] };
    const facts = dialogueFacts({ papers: checks, screens: [{ ...quietScreen(), at: soon }] });
    expect((await refused(at, () => at.advance(given("resume", "staff", { at: AT }), resumed))).exit).toBe(3);
    const { exit, out } = await at.advance(given("resume", "staff", { at: soon }), { facts, ...POLICY });
    expect([exit, out]).toEqual([0, expect.stringContaining("from on_hold to preparation")]);
    for (const command of [
      given("review-readiness", "staff", { at: soon }),
      given("schedule", "staff", { at: soon, dialogueAt: soon }),
      given("hold-dialogue", "staff", { at: soon }),
      given("debrief", "staff", { at: soon }),
      given("close", "staff", { at: soon }),
    ])
      expect([command["act"], await at.advance(command, { facts, ...POLICY })]).toEqual([
        command["act"],
        expect.objectContaining({ exit: 0 }),
      ]);
  });
});
