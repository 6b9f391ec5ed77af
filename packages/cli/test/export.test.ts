import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

describe("export", () => {
  test("prints rules for a stock json-rules-engine, the questions that are read first", async () => {
    const { exit, out, err } = await run(["export", "notice", ...ON, "--format", "json-rules-engine"]);
    expect([exit, err]).toEqual([0, ""]);
    const { format, jurisdiction, asOf, questions } = JSON.parse(out);
    expect({ format, jurisdiction, asOf }).toEqual({
      format: "json-rules-engine",
      jurisdiction: "xx-cl",
      asOf: "2026-11-23",
    });
    expect(questions.at(-1).question).toBe("notice");
    expect(questions.at(-1).reads.length).toBeGreaterThan(0);
  });

  test("prints DMN 1.5 unless another version is asked for", async () => {
    const newer = await run(["export", "notice", ...ON, "--format", "dmn"]);
    expect(newer.out).toContain('xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"');
    const older = await run(["export", "notice", ...ON, "--format", "dmn", "--dmn-version", "1.3"]);
    expect(older.out).toContain('xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"');
    expect(older.out.trimEnd().endsWith("</definitions>")).toBe(true);
  });

  test("tells another program which input holds which fact", async () => {
    const { out } = await run(["export", "notice", ...ON, "--format", "dmn", "--json"]);
    const { version, inputs, decisions, xml } = JSON.parse(out);
    expect(version).toBe("1.5");
    expect(inputs).toContainEqual({ fact: "event.kind", name: "event_kind" });
    expect(decisions.at(-1)).toMatchObject({ question: "notice", answer: "notice", grounds: "notice_Grounds" });
    expect(xml).toContain("<decisionTable");
  });

  test.each(["dmn", "json-rules-engine"])("writes to a file the %s that it would print", async (format) => {
    const out = join(temporaryFolder(), "notice.txt");
    const asked = ["export", "notice", ...ON, "--format", format];
    const wrote = await run([...asked, "--out", out]);
    expect(wrote.exit).toBe(0);
    expect(wrote.out).toMatch(new RegExp(`^wrote ${out}: .*notice\n$`, "u"));
    expect(readFileSync(out, "utf8")).toBe((await run(asked)).out);
    const told = await run([...asked, "--out", out, "--json"]);
    expect(JSON.parse(told.out)).toMatchObject({ format, out, questions: expect.arrayContaining(["notice"]) });
  });

  test("refuses a format and a version it does not know, and a version of what has none", async () => {
    const refused = async (...flags: readonly string[]): Promise<string> => {
      const { exit, out, err } = await run(["export", "notice", ...ON, ...flags]);
      expect([exit, out]).toEqual([2, ""]);
      return err;
    };
    expect(await refused()).toContain("`--format` is missing");
    expect(await refused("--format", "drools")).toContain("write one of json-rules-engine, dmn");
    expect(await refused("--format", "dmn", "--dmn-version", "1.1")).toContain("write one of 1.5, 1.3");
    expect(await refused("--format", "json-rules-engine", "--dmn-version", "1.5")).toContain("has no DMN version");
  });

  test("refuses a question that the law does not answer, and a place that cannot be written to", async () => {
    const unknown = await run(["export", "none", ...ON, "--format", "dmn"]);
    expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining("no question `none`")]);
    const taken = join(temporaryFiles({ taken: "" }).taken ?? "", "below");
    const { exit, err } = await run(["export", "notice", ...ON, "--format", "dmn", "--out", taken]);
    expect([exit, err]).toEqual([3, expect.stringContaining("the file cannot be written")]);
    expect(existsSync(`${taken}.part`)).toBe(false);
  });
});
