import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { runMain } from "../src/run-main.ts";
import { capturedIo, run } from "./captured-io.ts";
import { ITEMS, QUIET, quietBut, screen, screenJson } from "./screen-forms.ts";
import { temporaryFolder } from "./temporary.ts";

const LABEL = "NOT A VALIDATED INSTRUMENT";
const ANSWERABLE = QUIET.length - 1;

describe("screen", () => {
  test("finds no indicator at best, and says under its label that this is no clearance", async () => {
    const { exit, out } = await screen(QUIET);
    expect(exit).toBe(0);
    expect(out).toContain(LABEL);
    expect(out).toContain("Experimental: no expert on domestic and sexual violence has reviewed this screening.");
    expect(out).toContain(
      "no_indicator_found\n  No answer that was given raised concern. It does not say that anybody is safe",
    );
    expect(out).not.toMatch(/incomplete|cleared/u);
  });

  test.each([
    ["s06", "escalate"],
    ["s14", "blocked"],
    ["s18", "blocked"],
  ])("takes the answer to %s that raises concern for %s, and ends with 0 all the same", async (item, kind) => {
    const positive = ITEMS.find(({ key }) => key === item)?.positiveWhen ?? "yes";
    const { exit, out } = await screen(quietBut({ [item]: positive }), ["--json"]);
    expect([exit, JSON.parse(out).kind]).toEqual([0, kind]);
    expect(JSON.parse(out).reasons).toContainEqual(expect.objectContaining({ item }));
  });

  test("asks first whether the person is alone, after saying what to do in danger and that all may be skipped", async () => {
    const { err } = await screen(QUIET);
    const order = ["call 911", "You may skip or decline every question", "Are you alone", "Has this person ever been"];
    const places = order.map((words) => err.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test("asks nothing when the person is not alone, and is incomplete", async () => {
    for (const typed of ["no", "not sure", "decline", "skip"]) {
      const { exit, out, err } = await screen([typed, ...QUIET], ["--json"]);
      expect(exit).toBe(0);
      expect(err.match(/^> /gmu)).toHaveLength(1);
      expect(JSON.parse(out)).toMatchObject({ kind: "escalate", flags: ["incomplete"] });
      expect(JSON.parse(out).reasons).toContainEqual(expect.objectContaining({ because: "privacy-not-confirmed" }));
    }
  });

  test.each(["decline", "skip", "", "not sure"])("leaves it incomplete where somebody types `%s`", async (typed) => {
    const { kind, flags, reasons } = await screenJson(quietBut({ s09: typed }));
    expect([kind, flags]).toEqual(["no_indicator_found", ["incomplete"]]);
    expect(reasons.map(({ because, item }) => [because, item])).toContainEqual(["no-answer", "s09"]);
  });

  test("never takes words that it cannot read for an answer", async () => {
    const { err, out } = await screen(["yes", "no, never", ...QUIET.slice(1)], ["--json"]);
    expect(err.match(/That could not be read\./gu)).toHaveLength(1);
    expect(JSON.parse(out).kind).toBe("no_indicator_found");
  });

  test("puts a follow-up only to whoever said yes", async () => {
    const asks = "Was any of those threats made";
    expect((await screen(QUIET)).err).not.toContain(asks);
    const at =
      QUIET.length - 1 - ITEMS.filter(({ exemption }) => exemption === undefined).findIndex(({ key }) => key === "s04");
    const typed = quietBut({ s04: "yes" }).toSpliced(QUIET.length - at + 1, 0, "yes");
    const { err, out } = await screen(typed, ["--json"]);
    expect(err).toContain(asks);
    expect(JSON.parse(out).kind).toBe("blocked");
  });

  test("goes back to the question before, and past a follow-up that was not put", async () => {
    const before = ITEMS.findIndex(({ key }) => key === "s04.recent");
    const typed = [...QUIET.slice(0, before + 1), "back", ...QUIET.slice(before)];
    const { err, out } = await screen(typed, ["--json"]);
    expect(err.match(/Has this person ever threatened to kill/gu)).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({ kind: "no_indicator_found", flags: [] });
  });

  test("shows what to do in danger wherever it is asked for, and puts the question again", async () => {
    const { err, out } = await screen(["danger", "yes", "danger", ...QUIET.slice(1)], ["--json"]);
    expect(err.match(/call 911/gu)).toHaveLength(4);
    expect(JSON.parse(out)).toMatchObject({ kind: "no_indicator_found", flags: [] });
  });

  test("keeps what was said where somebody finishes early or the answers end", async () => {
    const said = ["yes", "no", "no", "yes"];
    for (const typed of [[...said, "finish", "yes"], said])
      expect(await screenJson(typed)).toMatchObject({ kind: "escalate", flags: ["incomplete"] });
  });

  test("never repeats an answer on standard error", async () => {
    const told = await Promise.all([screen(quietBut({ s03: "yes" })), screen(quietBut({ s03: "no" }))]);
    expect(told[0]?.err).toBe(told[1]?.err);
  });

  test("holds a screen of somebody untrained for incomplete", async () => {
    const { out } = await run(["screen", "--by", "temp-1", "--json"], { stdin: QUIET.join("\n") });
    expect(JSON.parse(out)).toMatchObject({ flags: ["incomplete"] });
    expect(out).toContain("screener-not-trained");
  });

  test("prints the label and the experimental notice as JSON and in the file too", async () => {
    const path = join(temporaryFolder(), "screen.json");
    const told = await screenJson(QUIET, "--out", path);
    const written = JSON.parse(readFileSync(path, "utf8"));
    for (const each of [told, written]) {
      expect(each.label).toBe("not-a-validated-instrument");
      expect(each.notice).toContain("not a validated instrument");
      expect(each.experimental).toContain("Do not use it with people yet");
    }
    expect(told).not.toHaveProperty("answers");
    expect(written.screen.answers).toHaveLength(ITEMS.length);
  });

  test("says in its help that no exit code is a clearance", async () => {
    const { exit, out } = await run(["screen", "--help"]);
    expect(exit).toBe(0);
    expect(out).toContain("no exit code is a clearance");
    expect(out).toContain("not a validated instrument");
  });
});

describe("leaving a screen", () => {
  test.each([
    ["at the first prompt", ["quit"]],
    ["in the middle", ["yes", "no", "yes", "quit"]],
    ["at the last question", [...QUIET.slice(0, ANSWERABLE), "exit"]],
  ])("at once, %s, leaves nothing", async (_, typed) => {
    const folder = temporaryFolder();
    const { exit, out } = await screen(typed, ["--out", join(folder, "screen.json")]);
    expect([exit, out]).toEqual([130, ""]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("clears a terminal, and says nothing after that", async () => {
    const isTerminal = { stdin: true, stdout: true, stderr: true };
    const { err } = await screen(["yes", "quit"], [], { isTerminal });
    expect(err.endsWith("\u001B[H\u001B[2J\u001B[3J")).toBe(true);
    expect((await screen(["yes", "quit"])).err).not.toContain("\u001B");
  });

  test("by Ctrl-C leaves nothing, during a question and after the last", async () => {
    for (const typed of [QUIET.slice(0, 3), QUIET]) {
      const folder = temporaryFolder();
      const stop = new AbortController();
      const { io, said } = capturedIo({ signal: stop.signal });
      const stdin = Readable.from(
        (function* () {
          yield typed.map((line) => `${line}\n`).join("");
          stop.abort();
        })(),
      );
      const argv = ["screen", "--by", "advocate-7", "--out", join(folder, "screen.json")];
      expect(await runMain(argv, { ...io, stdin })).toBe(130);
      expect(said.out).toBe("");
      expect(said.err.endsWith("stopped: nothing was written\n")).toBe(true);
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});

describe("screen --out", () => {
  test("writes a file for its owner alone, which --answers reads again", async () => {
    const path = join(temporaryFolder(), "screen.json");
    const told = await screenJson(quietBut({ s06: "yes" }), "--out", path, "--id", "screen-9");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { out } = await run(["screen", "--answers", path, "--json"]);
    expect(JSON.parse(out)).toEqual(told);
  });

  test("refuses a place where nothing can be written before it asks anything", async () => {
    const folder = temporaryFolder();
    const { exit, err } = await screen(QUIET, ["--out", join(folder, "none", "screen.json")]);
    expect(exit).toBe(3);
    expect(err).not.toContain("Are you alone");
    mkdirSync(join(folder, "taken"));
    expect((await screen(QUIET, ["--out", join(folder, "taken")])).exit).toBe(3);
  });

  test("by Ctrl-C once the last answer is given prints and leaves nothing", async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const { io, said } = capturedIo({ signal: stop.signal, stdin: `${QUIET.join("\n")}\n` });
    const err = (text: string): void => {
      if (text.includes("There are no more questions")) stop.abort();
    };
    const argv = ["screen", "--by", "advocate-7", "--out", join(folder, "screen.json")];
    expect([await runMain(argv, { ...io, err }), said.out, readdirSync(folder)]).toEqual([130, "", []]);
  });
});
