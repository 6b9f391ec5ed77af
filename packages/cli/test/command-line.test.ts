import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFiles } from "./temporary.ts";

describe("the command line", () => {
  test("prints help and the exit codes", async () => {
    const { exit, out } = await run(["--help"]);
    expect(exit).toBe(0);
    expect(out).toContain("Exit codes:");
    for (const command of ["plan", "decide", "explain", "ask", "facts", "check"])
      expect(out).toContain(`  ${command} `);
  });

  test("prints help of one command", async () => {
    const { exit, out } = await run(["plan", "--help"]);
    expect(exit).toBe(0);
    expect(out).toContain("--registrations <file...>");
  });

  test("prints its version", async () => {
    expect(await run(["--version"])).toEqual({ exit: 0, out: "0.1.0\n", err: "" });
  });

  test.each([
    ["no command", [], "Usage:"],
    ["an unknown command", ["decde"], "unknown command 'decde'"],
    ["an unknown option", ["check", "state", "--covrage"], "Did you mean --coverage?"],
    ["a missing argument", ["decide"], "missing required argument 'question'"],
    ["an option without its value", ["decide", "notice", "--facts"], "argument missing"],
  ])("refuses %s with exit code 2, on standard error", async (_, argv, message) => {
    const { exit, out, err } = await run(argv);
    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
  });

  test("names every missing or malformed option at once", async () => {
    const { exit, err } = await run(["decide", "notice", "--jurisdiction", "Nowhere", "--as-of", "2026-02-30"]);
    expect(exit).toBe(2);
    expect(err.trim().split("\n")).toEqual([
      "error: --jurisdiction: write a jurisdiction as a lower-case country and subdivision, such as `xx-yy`",
      "error: --as-of: write a day that is in the calendar, from `1800-01-01` to `2200-12-31`",
      "error: `--facts` is missing; see --help",
    ]);
  });

  test("names every missing option of plan at once", async () => {
    const { exit, err } = await run(["plan", "--now", "today"]);
    expect(exit).toBe(2);
    expect(err).toContain("`--events` is missing");
    expect(err).toContain("`--registrations` is missing");
    expect(err).toContain("`--out` is missing");
    expect(err).toContain("--now: write a moment as an ISO timestamp with its offset");
  });

  test("offers the choices of an option", async () => {
    const { exit, err } = await run(["decide", "notice", ...ON, "--facts", "x", "--engine", "quantum"]);
    expect(exit).toBe(2);
    expect(err).toContain("--engine");
    expect(err).toContain("write one of diagram, reference");
  });

  test("writes a failure as JSON on standard error when asked", async () => {
    const { exit, out, err } = await run(["facts", "notice", "--json"]);
    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(JSON.parse(err)).toEqual({
      error: {
        exitCode: 2,
        problems: [
          { where: null, problem: "`--jurisdiction` is missing", fix: "see --help" },
          { where: null, problem: "`--as-of` is missing", fix: "see --help" },
        ],
      },
    });
  });
});

describe("colour", () => {
  const argv = ["facts", "notice", ...ON];
  const terminal = { stdin: true, stdout: true, stderr: true };
  const ESCAPE = "\u001B[";

  test("is used when a person reads at a terminal", async () => {
    expect((await run(argv, { isTerminal: terminal })).out).toContain(ESCAPE);
  });

  test("is not used in a pipe, with NO_COLOR, or on a dumb terminal", async () => {
    expect((await run(argv)).out).not.toContain(ESCAPE);
    expect((await run(argv, { isTerminal: terminal, env: { NO_COLOR: "1" } })).out).not.toContain(ESCAPE);
    expect((await run(argv, { isTerminal: terminal, env: { TERM: "dumb" } })).out).not.toContain(ESCAPE);
  });

  test("an empty NO_COLOR counts as not set", async () => {
    expect((await run(argv, { isTerminal: terminal, env: { NO_COLOR: "" } })).out).toContain(ESCAPE);
  });
});

describe("finding the rules", () => {
  test("looks into ./rules without --rules", async () => {
    const { err, exit } = await run(["facts", "notice", "--jurisdiction", "xx-cl", "--as-of", "2026-11-23"]);
    expect(exit).toBe(3);
    expect(err).toContain(
      "no rules for `xx-cl` under `./rules` or among the installed packages; install `@victim-rights/rules-xx-cl`",
    );
  });

  test("says which states there are", async () => {
    const { err, exit } = await run([
      "facts",
      "notice",
      "--rules",
      "state",
      "--jurisdiction",
      "xx-zz",
      "--as-of",
      "2026-11-23",
    ]);
    expect(exit).toBe(3);
    expect(err).toBe("error: no rules for `xx-zz` under the folder given by `--rules`; there are `xx-cl`\n");
  });

  test("names every fault of a rule folder", async () => {
    const { folder } = temporaryFiles({ "jurisdiction.json": '{"id":"xx-zz"}' });
    const { exit, err } = await run(["check", folder]);
    expect(exit).toBe(1);
    expect(err).toBe("");
  });
});
