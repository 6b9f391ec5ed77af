import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import {
  desk,
  type Desk,
  DIALOGUE_POLICY,
  dialogueAfter,
  dialogueFacts,
  given,
  INTO_THE_BANK,
  letterAfter,
  quietScreen,
  REQUEST,
} from "./program-cases.ts";

const INTAKE = [REQUEST, given("begin-intake", "staff")] as const;
const APPROACHED = [...INTAKE, given("approach-offender", "staff")] as const;

const FILES = { facts: dialogueFacts(), policy: DIALOGUE_POLICY };

/** All that the offender side can get out of a case: its view, what it is answered, and what goes wrong. */
const offenderSees = async (
  at: Desk,
  command: object = given("disclose-danger", "offender"),
  files: object = FILES,
) => {
  const asOffender = ["--as", "offender-side"] as const;
  return [
    await at.program("status", ...asOffender),
    await at.program("status", ...asOffender, "--json"),
    await at.advance(command, files, ...asOffender),
    await at.program("status", ...asOffender, "--policy", "/no/such/file"),
  ];
};

describe("program status", () => {
  test("says to the programme where a case stands and what the table has from there", async () => {
    const { exit, out } = await (await dialogueAfter(...INTAKE)).program("status");
    expect(exit).toBe(0);
    expect(out).toContain("case-1 (dialogue): intake");
    expect(out).toContain("approach-offender by programme: to offender_approach (G04, G05,");
    expect(out).toContain("withdraw by victim-side: to withdrawn");
  });

  test("begins with what to do while a danger is open, for the programme and the victim side", async () => {
    const at = await dialogueAfter(...INTAKE, given("disclose-danger", "victim"));
    expect((await at.program("status")).out).toMatch(/^If anybody is in danger now/u);
    expect((await at.program("status", "--as", "victim-side")).out).toMatch(/^first: If anybody is in danger now/u);
    const policy = at.write("policy.json", { emergencyGuidance: "Go to the front desk." });
    expect((await at.program("status", "--policy", policy)).out).toMatch(/^Go to the front desk\./u);
  });

  test("shows the victim side its view, and nothing of what the gates found", async () => {
    const { out } = await (await dialogueAfter(...APPROACHED)).program("status", "--as", "victim-side", "--json");
    expect(JSON.parse(out)).toEqual({
      first: null,
      phase: "offender-approached",
      format: "separate-rooms",
      sessions: [],
      dialogueAt: null,
      notAccepted: null,
    });
  });

  test("shows the offender side the closed list alone", async () => {
    const at = await dialogueAfter(...APPROACHED);
    expect((await at.program("status", "--as", "offender-side")).out).toBe("signals: approached\n");
    await at.advance(given("withdraw", "victim"));
    expect((await at.program("status", "--as", "offender-side")).out).toBe("signals: approached, ended\n");
  });

  test("shows the same to the offender side whether anybody asked for a dialogue or not", async () => {
    const told = [
      desk("dialogue"),
      await dialogueAfter(REQUEST),
      await dialogueAfter(...INTAKE, given("withdraw", "victim")),
    ];
    const [none, ...others] = await Promise.all(told.map((at) => offenderSees(at)));
    for (const other of others) expect(other).toEqual(none);
    expect(none?.[0]?.out).toBe("signals: none\n");
  });

  test("shows the same to the offender side of two dialogues that differ in the victim's side alone", async () => {
    const quiet = await dialogueAfter(...APPROACHED);
    const other = desk("dialogue");
    const facts = dialogueFacts({ screens: [{ ...quietScreen(), id: "V-screen-2" }] });
    const asked = { ...REQUEST, id: "c-99", by: { side: "victim-side", id: "victim-2" }, format: "written" };
    for (const command of [
      asked,
      ...APPROACHED.slice(1),
      given("put-on-hold", "victim"),
      given("disclose-danger", "victim"),
    ])
      expect((await other.advance(command, { facts, policy: DIALOGUE_POLICY })).exit).toBe(0);
    expect(await offenderSees(other)).toEqual(await offenderSees(quiet));
  });

  test("shows the same to a letter's author whatever the victim chose or lives with", async () => {
    const held = await letterAfter(...INTO_THE_BANK);
    const chosen = await letterAfter(
      ...INTO_THE_BANK,
      given("send-notice", "staff"),
      given("request-delivery", "victim", { way: "email" }),
      given("freeze", "victim", { ground: "unwanted_contact" }),
    );
    const wish = given("ask-to-withdraw", "offender");
    const seen = await offenderSees(held, wish, {});
    expect(await offenderSees(chosen, wish, {})).toEqual(seen);
    expect(seen[2]).toMatchObject({ exit: 0, out: "first: none\nkind: received\ncommand: c-ask-to-withdraw\n" });
  });

  test("answers the offender side the same whether its step was taken or not", async () => {
    const open = await dialogueAfter(...APPROACHED);
    const paused = await dialogueAfter(...APPROACHED, given("put-on-hold", "victim"));
    const move = given("begin-preparation", "offender");
    const [one, other] = [await offenderSees(open, move), await offenderSees(paused, move)];
    expect(other).toEqual(one);
    expect(one[2]).toMatchObject({ exit: 0, err: "" });
  });

  test("answers nobody but the offender side so", async () => {
    const at = await dialogueAfter(REQUEST);
    const before = at.text();
    const { exit } = await at.advance(given("withdraw", "victim"), {}, "--as", "offender-side");
    expect([exit, at.text()]).toEqual([2, before]);
  });

  test("tells the offender side nothing of what is wrong with a case file", async () => {
    const whole = await dialogueAfter(...APPROACHED);
    const told = await Promise.all(
      [whole.text().replace("separate-rooms", "V-secret"), whole.text().slice(0, -9), "", "[]"].map((text) => {
        const at = desk("dialogue");
        writeFileSync(at.path, text);
        return at.program("status", "--as", "offender-side");
      }),
    );
    for (const each of told)
      expect(each).toEqual({
        exit: 3,
        out: "",
        err: "error: the view cannot be shown; see the programme's own status\n",
      });
  });

  test("says of a letter that was not handed in that it can be", async () => {
    const { out } = await desk("letter").program("status");
    expect(out).toContain("case-1 (letter): not handed in yet");
    expect(out).toContain("submit by offender-side");
  });

  test.each([
    [
      "a side that there is not",
      ["status", "x.json", "--as", "parole-board"],
      "write one of programme, victim-side, offender-side",
    ],
    ["no file", ["status"], "missing required argument 'file'"],
    ["an unknown verb", ["approve", "x.json"], "unknown command 'approve'"],
    ["an option that there is not", ["advance", "x.json", "--force"], "--force"],
  ])("refuses %s", async (_, argv, says) => {
    const { exit, out, err } = await run(["program", ...argv]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });
});

describe("a case file", () => {
  type Stored = { readonly commands: readonly object[]; readonly record: readonly Record<string, unknown>[] };
  type Change = (stored: Stored) => object;
  const line =
    (at: number, change: object): Change =>
    (stored) => ({
      ...stored,
      record: stored.record.map((each, index) => (index === at ? { ...each, ...change } : each)),
    });

  test.each<readonly [string, Change, string]>([
    ["a state written into it", (stored) => ({ ...stored, state: "scheduled" }), "state"],
    ["a step that there is none", line(2, { to: "scheduled" }), "record line 3 is not what its command does"],
    ["a gate that did not pass", line(2, { gates: [] }), "record line 3 is no step"],
    [
      "a line left out",
      (stored) => ({ ...stored, record: stored.record.slice(1) }),
      "record line 1 is not of its command",
    ],
    [
      "a command left out",
      (stored) => ({ ...stored, commands: stored.commands.slice(1) }),
      "record line 1 is not of its command",
    ],
    ["lines of another command", line(1, { command: "c-other" }), "record line 2 is not of its command"],
    [
      "another hand",
      line(1, { by: { side: "programme", id: "V-somebody" } }),
      "record line 2 is not what its command does",
    ],
    ["a gap", line(1, { seq: 7 }), "record line 2 is not what its command does"],
    ["lines that do not follow", line(1, { from: "none" }), "record line 2 is not what its command does"],
    ["another programme", (stored) => ({ ...stored, programme: "mediation" }), "programme"],
    ["an id left out", (stored) => ({ ...stored, id: undefined }), "id"],
  ])("with %s is refused", async (_, change, says) => {
    const at = await dialogueAfter(...APPROACHED);
    writeFileSync(at.path, JSON.stringify(change(JSON.parse(at.text()))));
    const { exit, out, err } = await at.program("status");
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toContain(says);
    expect(err).not.toContain("V-");
  });

  test.each(["", "{", "null", "[]", "{}"])("that holds `%s` is refused", async (text) => {
    const at = desk("dialogue");
    writeFileSync(at.path, text);
    for (const verb of ["status", "explain"]) expect((await at.program(verb)).exit).toBe(3);
    expect((await at.advance(REQUEST)).exit).toBe(3);
    expect(at.text()).toBe(text);
  });

  test("of a letter that begins elsewhere is refused", async () => {
    const at = await letterAfter(...INTO_THE_BANK);
    const stored = JSON.parse(at.text());
    writeFileSync(at.path, JSON.stringify({ ...stored, id: "case-2" }));
    expect((await at.program("status")).err).toContain("does not begin with its own `submit`");
  });
});

describe("program explain", () => {
  test("tells the record with the ground of every step", async () => {
    const at = await dialogueAfter(...INTAKE);
    const { exit, out } = await at.program("explain");
    expect(exit).toBe(0);
    expect(out).toContain(
      "2. begin-intake by staff-1 (programme) at 2025-06-02T15:00:00.000Z: from requested to intake",
    );
    expect(out).toContain("  rests on paper-begin-intake\n  G08 pass\n    xx-rj/gate/g08-victim-consent/");
    expect(JSON.parse((await at.program("explain", "--json")).out).record).toHaveLength(2);
  });

  test("tells a letter's record, and that nothing was done yet", async () => {
    const { out } = await (await letterAfter(...INTO_THE_BANK)).program("explain");
    expect(out).toContain("6. bank by staff-1 (programme)");
    expect(out).toContain("G-LB-unanimous pass");
    expect((await desk("letter").program("explain")).out).toContain("Nothing was done yet.");
  });
});
