import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { instrumentFile, ITEMS, QUIET, recorded, screen, screening } from "./screen-forms.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const LABEL = "NOT A VALIDATED INSTRUMENT";

describe("screen --answers", () => {
  const read = (content: string, ...more: readonly string[]) => {
    const files = temporaryFiles({ "screen.json": content });
    return run(["screen", "--answers", files["screen.json"], ...more]);
  };

  test("says what a recorded screen comes to, and asks nothing", async () => {
    const { exit, out, err } = await read(JSON.stringify(recorded()));
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("screen-1: built-in-inventory");
    expect(out).toContain("no_indicator_found");
  });

  test("holds a screen without privacy for incomplete, and keeps its concerns", async () => {
    const origin = { kind: "victim_alone", privacy: "not_confirmed" };
    const { out } = await read(
      JSON.stringify(recorded({ origin, answers: [{ item: "s17", answer: "yes" }] })),
      "--json",
    );
    expect(JSON.parse(out)).toMatchObject({ kind: "blocked", flags: ["incomplete"] });
  });

  test("tells everything that is wrong at once, and never an answer", async () => {
    const answers = [
      { item: "s99", answer: "yes" },
      { item: "s03", answer: { choice: "every Friday" } },
      { item: "s02", answer: "no" },
      { item: "s02", answer: "yes" },
    ];
    const { exit, out, err } = await read(
      JSON.stringify(recorded({ at: "2199-01-01T00:00:00Z", cutOff: "10", answers })),
    );
    expect([exit, out]).toEqual([3, ""]);
    for (const says of [
      "dated after",
      "no cut-off",
      "no item `s99`",
      "`s02` is answered twice",
      "`s03` is not on its scale",
    ])
      expect(err).toContain(says);
    expect(err).not.toContain("Friday");
  });

  test.each([
    ["an empty file", ""],
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["an empty object", "{}"],
    ["a screen that does not say whether it was private", JSON.stringify(recorded({ origin: undefined }))],
    ["an impossible day", JSON.stringify(recorded({ at: "2026-02-30T00:00:00Z" }))],
  ])("refuses %s", async (_, content) => {
    const path = join(temporaryFolder(), "result.json");
    const { exit, out, err } = await read(content, "--out", path);
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toMatch(/^(?:error: .*\n)+$/u);
    expect(existsSync(path)).toBe(false);
  });

  test("refuses a file that is not there", async () => {
    expect((await run(["screen", "--answers", "/no/such/file.json"])).exit).toBe(3);
  });

  test("reads standard input", async () => {
    const { exit, out } = await run(["screen", "--answers", "-"], { stdin: JSON.stringify(recorded()) });
    expect(exit).toBe(0);
    expect(out).toContain(LABEL);
  });
});

describe("screen --instrument", () => {
  const ask = (content: string, typed: readonly string[], ...more: readonly string[]) => {
    const files = temporaryFiles({ "instrument.json": content });
    return screen(typed, ["--instrument", files["instrument.json"], ...more]);
  };

  test("asks in the agency's own words, and keeps the label", async () => {
    const path = join(temporaryFolder(), "screen.json");
    const { err, out } = await ask(instrumentFile(), ["yes", "no", "no", "yes", "no"], "--out", path);
    expect(err).toContain("¿forced-sex?");
    expect(out).toContain(LABEL);
    expect(out).toContain("hark 2007");
    expect(out).toMatch(/^escalate$/mu);
    expect(out).not.toContain("licence-not-on-file");
    expect(JSON.parse(readFileSync(path, "utf8")).screen.language).toBe("es");
  });

  test("takes a translation of the built-in inventory", async () => {
    const instrument = { id: "built-in-inventory", version: screening.inventory.version };
    const questions = ITEMS.map(({ key }) => ({ item: key, asks: `¿${key}?` }));
    const { exit, err } = await ask(instrumentFile({ instrument, questions }), QUIET);
    expect(exit).toBe(0);
    expect(err).toContain("¿s01?");
  });

  test("leaves out what does not apply, where the instrument allows that", async () => {
    const pvs = screening.instruments.find(({ id }) => id === "pvs");
    const [instrument, items] = [{ id: "pvs", version: pvs?.version }, pvs?.items ?? []];
    const questions = items.map(({ key }) => ({ item: key, asks: `¿${key}?` }));
    const typed = ["yes", ...items.flatMap(() => ["does not apply", "no"])];
    const { exit, err, out } = await ask(instrumentFile({ instrument, questions }), typed, "--json");
    expect(exit).toBe(0);
    expect(err).toContain("or `does not apply` (no-current-relationship)");
    expect(err).toContain("That could not be read.");
    expect(JSON.parse(out).kind).toBe("no_indicator_found");
  });

  test.each([
    ["an unknown instrument", { instrument: { id: "hark", version: "1" } }, "no such instrument"],
    ["an item without words", { questions: [{ item: "hurt", asks: "?" }] }, "`afraid` has no question"],
    ["an unknown item", { questions: [{ item: "hurts", asks: "?" }] }, "no item `hurts`"],
    ["no licence", { licence: "" }, "licence"],
    ["a cut-off that it does not have", { cutOff: "10" }, "no cut-off"],
    ["no language tag", { language: "Spanish!" }, "language"],
    ["a field too many", { skipPrivacy: true }, "skipPrivacy"],
  ])("refuses %s before it asks anything", async (_, rest, says) => {
    const { exit, err } = await ask(instrumentFile(rest), QUIET);
    expect(exit).toBe(3);
    expect(err).toContain(says);
    expect(err).not.toContain("Are you alone");
  });

  test("refuses an instrument that is scored from files and not asked", async () => {
    const odara = screening.instruments.find(({ origin }) => origin === "records");
    const questions = (odara?.items ?? []).map(({ key }) => ({ item: key, asks: "?" }));
    const instrument = { id: odara?.id, version: odara?.version };
    const { exit, err } = await ask(
      instrumentFile({ instrument, questions, cutOff: odara?.cutOffs[0]?.id ?? null }),
      QUIET,
    );
    expect(exit).toBe(3);
    expect(err).toContain("answered from `records`");
  });
});

describe("screen, called wrongly", () => {
  test.each([
    ["without saying who asks", [], "`--by` is missing"],
    [
      "with a recorded screen and who asks",
      ["--answers", "x.json", "--by", "a"],
      "--by: a recorded screen says this itself",
    ],
    ["with a recorded screen and training", ["--answers", "x.json", "--trained"], "--trained"],
    ["with the instrument where the answers come from", ["--by", "a", "--instrument", "-"], "--instrument"],
    ["with a flag that does not exist", ["--by", "a", "--cleared"], "--cleared"],
  ])("%s", async (_, argv, says) => {
    const { exit, out, err } = await run(["screen", ...argv]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  test("where a person would type and not see the questions", async () => {
    const isTerminal = { stdin: true, stdout: true, stderr: false };
    const { exit, err } = await screen(QUIET, [], { isTerminal });
    expect(exit).toBe(2);
    expect(err).not.toContain("Are you alone");
  });
});
