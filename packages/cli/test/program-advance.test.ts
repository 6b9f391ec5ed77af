import { readdirSync, statSync, symlinkSync, writeFileSync, lstatSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import {
  AT,
  desk,
  DIALOGUE_POLICY,
  dialogueAfter,
  dialogueFacts,
  given,
  INTO_THE_BANK,
  letterAfter,
  quietScreen,
  REQUEST,
  APPROACHED,
  INTAKE,
  refused,
} from "./program-cases.ts";

const POLICY = { policy: DIALOGUE_POLICY };
const GOOD = { facts: dialogueFacts(), ...POLICY };

describe("program advance", () => {
  test("takes a step, and writes the case for its owner alone", async () => {
    const at = desk("dialogue");
    const { exit, out } = await at.advance(REQUEST, GOOD);
    expect([exit, out]).toEqual([0, "case-1: request, from none to requested; 3 gates passed\n"]);
    expect(statSync(at.path).mode & 0o777).toBe(0o600);
    const { commands, record, ...rest } = JSON.parse(at.text());
    expect(rest).toEqual({ programme: "dialogue", id: "case-1" });
    expect([commands.length, record[0].to, record[0].gates.length]).toEqual([1, "requested", 3]);
    expect(readdirSync(dirname(at.path)).toSorted()).toEqual([
      "case.json",
      "command.json",
      "facts.json",
      "policy.json",
    ]);
  });

  test("tells every gate that stops, with its rule, its sources and what would lift it, and leaves the file", async () => {
    const at = await dialogueAfter(...APPROACHED);
    const facts = dialogueFacts({
      papers: { facilitators: [], orderChecks: [] },
      screens: [quietScreen({ s06: "yes" })],
    });
    const { exit, out } = await refused(at, () =>
      at.advance(given("begin-preparation", "staff"), { facts, ...POLICY }),
    );
    expect(exit).toBe(1);
    expect(out).toMatch(/G15 block.*G10 hold.*G12 hold/su);
    expect(out).toContain("would lift it: a new check for orders");
    expect(out).toContain("would lift it: a specialist approval that meets every condition");
    expect(out).toContain("xx-rj/gate/g10-check-recent/check-recent (House design rules");
    expect(out).not.toContain("G07");
  });

  test("gives a program the same as JSON", async () => {
    const at = await dialogueAfter(...INTAKE);
    const { exit, out } = await refused(at, () => at.advance(given("approach-offender", "staff"), POLICY, "--json"));
    expect(exit).toBe(1);
    const { taken, error } = JSON.parse(out);
    expect([taken, error.name]).toEqual([false, "GatesStop"]);
    for (const gate of error.stopping) {
      expect(gate.outcome).not.toBe("pass");
      expect(gate.lifts.length).toBeGreaterThan(0);
      expect(gate.rules.every(({ cites }: { readonly cites: readonly unknown[] }) => cites.length > 0)).toBe(true);
    }
  });

  test("opens no gate without facts or with the house's policy, and takes a withdrawal without any", async () => {
    const at = await dialogueAfter(...APPROACHED);
    expect((await refused(at, () => at.advance(given("begin-preparation", "staff")))).exit).toBe(1);
    expect((await at.advance(given("withdraw", "victim"))).out).toBe(
      "case-1: withdraw, from offender_approach to withdrawn; no gate is asked\n",
    );
    const other = await dialogueAfter(...APPROACHED);
    expect((await other.advance(given("withdraw", "offender"))).exit).toBe(0);
  });

  test("lets no file that cannot be read hold up a withdrawal", async () => {
    const at = await dialogueAfter(...APPROACHED);
    const { exit, err } = await at.advance(given("withdraw", "victim"), { facts: "{", policy: { waive: true } });
    expect([exit, err]).toEqual([0, expect.stringContaining("the step asks no gate and goes on without it")]);
    const letter = await letterAfter(...INTO_THE_BANK);
    const freeze = given("freeze", "victim", { ground: "victim_request" });
    expect((await letter.advance(freeze, { facts: "", policy: "" })).exit).toBe(0);
  });

  test("speaks of danger before anything else, and goes on once it was attended to", async () => {
    const at = await dialogueAfter(...INTAKE, given("disclose-danger", "victim"));
    const soon = "2025-06-02T16:00:00.000Z";
    const checks = { orderChecks: [{ id: "check-2", at: soon, found: "no_active_order" }] };
    const files = { facts: dialogueFacts({ papers: checks, screens: [{ ...quietScreen(), at: soon }] }), ...POLICY };
    const resume = given("resume", "staff", { at: soon });
    const { exit, out } = await refused(at, () => at.advance(resume, files));
    expect(exit).toBe(1);
    expect(out).toMatch(/^If anybody is in danger now, call 911/u);
    const attended = given("address-danger", "staff", { at: "2025-06-02T15:30:00.000Z" });
    expect((await at.advance(attended)).exit).toBe(0);
    expect((await at.advance(resume, files)).exit).toBe(0);
  });

  test("changes nothing when a command is given again", async () => {
    const at = await dialogueAfter(REQUEST);
    const { exit, out } = await refused(at, () => at.advance(REQUEST, GOOD));
    expect([exit, out]).toEqual([0, "the command was given before, with the same content: nothing changed\n"]);
  });

  test.each([
    ["CommandExistsWithDifferentContent", { ...REQUEST, format: "written" }],
    ["ClockWentBack", given("begin-intake", "staff", { at: "2025-06-02T14:59:00Z" })],
    ["StepNotOpen", given("schedule", "staff", { dialogueAt: AT })],
    ["SideMayNot", given("begin-intake", "victim")],
    ["SideMayNot", given("withdraw", "staff")],
  ])("refuses %s by name", async (name, command) => {
    const at = await dialogueAfter(REQUEST);
    const { exit, out, err } = await refused(at, () => at.advance(command, POLICY));
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toMatch(new RegExp(`^error: ${name}: .*; the case is unchanged\n$`, "u"));
  });

  test("refuses any step of a case that has ended", async () => {
    const at = await dialogueAfter(REQUEST, given("withdraw", "victim"));
    const { exit, err } = await refused(at, () => at.advance(given("begin-intake", "staff"), GOOD));
    expect([exit, err]).toEqual([3, expect.stringContaining("CaseEnded")]);
  });

  test("refuses a request of anybody but the victim side", async () => {
    const at = desk("dialogue");
    const asked = given("request", "offender", { initiator: "offender", format: "written" });
    expect((await refused(at, () => at.advance(asked, GOOD))).err).toContain("SideMayNot");
    const said = given("request", "victim", { initiator: "offender", format: "written" });
    const { exit, out } = await refused(at, () => at.advance(said, GOOD));
    expect([exit, out]).toEqual([1, expect.stringContaining("G01 block")]);
  });
});

describe("program advance, with what cannot be read", () => {
  test.each([
    ["an empty file", ""],
    ["no JSON", "{"],
    ["null", "null"],
    ["an impossible day", { ...REQUEST, at: "2025-02-30T15:00:00Z" }],
    ["an unknown act", { ...REQUEST, act: "waive-order" }],
    ["a request without a paper", { ...REQUEST, evidence: [] }],
    ["a withdrawal with a reason", given("withdraw", "victim", { reason: "Friday" })],
    ["a field for forgiveness", { ...REQUEST, forgave: true }],
  ])("refuses a command that is %s", async (_, command) => {
    const at = desk("dialogue");
    const { exit, out, err } = await refused(at, () => at.advance(command, GOOD));
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toMatch(/^(?:error: .*command\.json.*\n)+$/u);
    expect(err).not.toContain("Friday");
  });

  test.each([
    [
      "a screen that does not fit, without its answers",
      { screens: [quietScreen({ s03: "Friday" })] },
      "$.screening.screens[0]",
    ],
    ["a screen of the future", { screens: [{ ...quietScreen(), at: "2025-06-03T00:00:00Z" }] }, "dated after"],
    ["papers that do not fit", { papers: { consents: [{ party: "victim", phase: "Friday" }] } }, "$.papers.consents.0"],
    ["a tie that there is not", { screening: { relationship: ["Friday"] } }, "$.screening.relationship[0]"],
    ["a result written by hand", { screening: { results: [{ kind: "no_indicator_found" }] } }, "results"],
    [
      "a statement of what is read off the records",
      { papers: { statements: [{ fact: "screening.blocked", value: false, by: "x", at: AT, paper: "p" }] } },
      "is refused",
    ],
  ])("refuses facts with %s", async (_, rest, says) => {
    const at = desk("dialogue");
    const { exit, err } = await refused(at, () => at.advance(REQUEST, { facts: dialogueFacts(rest), ...POLICY }));
    expect([exit, err]).toEqual([3, expect.stringContaining(says)]);
    expect(err).not.toContain("Friday");
  });

  test.each([
    ["dialogue" as const, { allowWithoutConsent: true }, "would switch INV-03 off"],
    ["dialogue" as const, { screening: { ipvPolicy: "standard" } }, "would switch INV-09 off"],
    ["letter" as const, { authorTold: "always" }, "would switch INV-13 off"],
    ["letter" as const, [], "$"],
  ])("refuses a policy on a %s that switches an invariant off, and names it", async (programme, policy, says) => {
    const at = desk(programme);
    const command = programme === "dialogue" ? REQUEST : given("start-screening", "staff");
    const { exit, err } = await refused(at, () => at.advance(command, { policy }));
    expect([exit, err]).toEqual([3, expect.stringContaining(says)]);
  });

  test("names the command when it is not given, and files that are not there", async () => {
    const at = desk("dialogue");
    expect(await refused(at, () => at.program("advance"))).toMatchObject({
      exit: 2,
      err: expect.stringContaining("`--command` is missing"),
    });
    for (const name of ["command", "facts", "policy"]) {
      const files = { command: at.write("command.json", REQUEST), [name]: "/no/such/file" };
      const argv = Object.entries(files).flatMap(([flag, path]) => [`--${flag}`, path]);
      expect((await refused(at, () => at.program("advance", ...argv))).exit).toBe(3);
    }
  });

  test("leaves the case when it is stopped by Ctrl-C", async () => {
    const at = desk("dialogue");
    const argv = ["program", "advance", at.path, "--command", at.write("command.json", given("request", "victim"))];
    const { exit, out } = await refused(at, () => run(argv, { signal: AbortSignal.abort() }));
    expect(exit).not.toBe(0);
    expect(out).toBe("");
    const whole = ["--command", at.write("c.json", REQUEST), "--facts", at.write("f.json", GOOD.facts)];
    const stopped = await refused(at, () =>
      run(["program", "advance", at.path, ...whole, "--policy", at.write("p.json", DIALOGUE_POLICY)], {
        signal: AbortSignal.abort(),
      }),
    );
    expect(stopped).toEqual({ exit: 130, out: "", err: "stopped: nothing was written\n" });
  });

  test("waits for nobody who writes to the case, and says so", async () => {
    const at = desk("dialogue");
    const lock = { pid: process.pid, host: hostname(), startedAt: AT, token: "0".repeat(32) };
    writeFileSync(`${at.path}.lock`, JSON.stringify(lock));
    const before = at.text();
    const { exit, err } = await at.advance(REQUEST, GOOD);
    expect([exit, err]).toEqual([3, expect.stringContaining("another process is writing to the case")]);
    expect(at.text()).toBe(before);
  });

  test("follows a link to the case, and leaves the link", async () => {
    const at = desk("dialogue");
    const link = join(dirname(at.path), "link.json");
    symlinkSync(at.path, link);
    const { exit } = await run([
      "program",
      "advance",
      link,
      "--command",
      at.write("command.json", given("withdraw", "victim")),
    ]);
    expect(exit).toBe(3);
    const files = ["--facts", at.write("f.json", GOOD.facts), "--policy", at.write("p.json", DIALOGUE_POLICY)];
    expect((await run(["program", "advance", link, "--command", at.write("c.json", REQUEST), ...files])).exit).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(JSON.parse(at.text()).commands).toHaveLength(1);
  });
});
