import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROGRAMMES } from "../src/program/programmes.ts";
import { ON, run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

describe("print --program", () => {
  test.each(PROGRAMMES)("draws the steps of the %s programme from the code's own table", async (program) => {
    const { exit, out } = await run(["print", "--program", program, "--format", "mermaid"]);
    expect(exit).toBe(0);
    expect(out).toContain("flowchart");
    const { machine } = JSON.parse((await run(["print", "--program", program, "--json"])).out);
    expect(machine.transitions.length).toBeGreaterThan(5);
    for (const state of machine.states) expect(out).toContain(state.replaceAll(/[-_]/gu, " "));
  });

  test("is Mermaid where nothing else is said, and SVG when asked", async () => {
    const plain = await run(["print", "--program", "letter"]);
    expect(plain.out).toBe((await run(["print", "--program", "letter", "--format", "mermaid"])).out);
    expect((await run(["print", "--program", "letter", "--format", "svg"])).out).toMatch(/^<svg.*<\/svg>\n?$/su);
  });

  test("writes a file", async () => {
    const path = join(temporaryFolder(), "charts", "dialogue.svg");
    const { exit, out } = await run(["print", "--program", "dialogue", "--format", "svg", "--out", path]);
    expect([exit, out]).toEqual([0, `the steps of the dialogue programme: wrote ${path}\n`]);
    expect(readFileSync(path, "utf8")).toContain("</svg>");
  });

  test.each([
    ["a programme that there is not", ["--program", "mediation"], "write one of dialogue, letter, panel, service"],
    ["a guide", ["--program", "letter", "--format", "guide"], "write one of mermaid, svg"],
    ["a question beside it", ["notice", "--program", "letter"], "--question: a programme's steps have no such thing"],
    ["a day", ["--program", "letter", "--as-of", "2026-01-01"], "--as-of"],
    ["neither a question nor a programme", [...ON], "missing required argument 'question', or --program <name>"],
  ])("refuses %s", async (_, argv, says) => {
    const { exit, out, err } = await run(["print", ...argv]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  test("writes nothing where it is refused", async () => {
    const path = join(temporaryFolder(), "chart.svg");
    await run(["print", "--program", "letter", "--rule", "x/y/z", "--out", path]);
    expect(existsSync(path)).toBe(false);
  });
});
