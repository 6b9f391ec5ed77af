import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

const STATE = ["--rules", "state", "--jurisdiction", "xx-cl"];
const HEARING = "xx-cl/notice/parole-hearing";

describe("print", () => {
  test("writes a guide in plain English, with what follows in the words of a notice", async () => {
    const { exit, out, err } = await run(["print", "notice", ...ON]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(/^# /u);
    for (const words of [
      "Clearwater, law as it stood on 2026-11-23.",
      "It holds when all of these are so:\n\n- kind of event: parole hearing scheduled\n",
      "- who must tell: the ",
      "- by when: ",
      "## Facts",
      "```mermaid\n",
      "## What this guide does not decide",
    ])
      expect(out).toContain(words);
    expect(out.split(`\`${HEARING}\``)).toHaveLength(2);
  });

  test("tells the law of the last review when no day is given, and leaves the charts out when asked", async () => {
    const { out } = await run(["print", "notice", ...STATE, "--no-charts"]);
    expect(out).toMatch(/law as it stood on \d{4}-\d{2}-\d{2}\./u);
    expect(out).not.toContain("```");
  });

  test("tells one rule alone", async () => {
    const { out } = await run(["print", "notice", ...ON, "--rule", HEARING]);
    expect(out.match(/^### /gmu)).toHaveLength(1);
    expect(out).not.toContain("## In short");
  });

  test.each([
    ["mermaid", /^---\ntitle: .*\nflowchart LR\n/su],
    ["svg", /^<svg [^>]*role="img"[^>]*>\n<title>.*<\/svg>\n$/su],
  ])("draws the question as %s: an overview that says how large the full chart is", async (format, shape) => {
    const { exit, out } = await run(["print", "notice", ...ON, "--format", format, "--max-nodes", "3"]);
    expect(exit).toBe(0);
    expect(out).toMatch(shape);
    expect(out.replaceAll(/\s+|<[^>]*>/gu, " ")).toMatch(/would have \d+ nodes; at most 3 are drawn/u);
  });

  test("draws one rule, and the whole question when it may", async () => {
    const rule = await run(["print", "notice", ...ON, "--format", "mermaid", "--rule", HEARING]);
    expect(rule.out).toContain('(["The rule holds"])');
    const question = await run(["print", "notice", ...ON, "--format", "mermaid", "--max-nodes", "2000"]);
    expect(question.out).toContain('(["The answer is yes"])');
  });

  test("writes the guide and every chart to a folder, and the same bytes again", async () => {
    const folder = join(temporaryFolder(), "deep", "guide");
    const { exit, out } = await run(["print", "notice", ...ON, "--out", folder]);
    expect(exit).toBe(0);
    const files = () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => /\.\w+$/u.test(path))
        .toSorted()
        .map((path) => [path, readFileSync(join(folder, path), "utf8")] as const);
    const written = files();
    expect(written.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        "guide.md",
        "question.mmd",
        "question.svg",
        "rules/parole-hearing.mmd",
        "rules/parole-hearing.svg",
      ]),
    );
    expect(out).toContain(`wrote ${written.length} files to ${folder}`);
    await run(["print", "notice", ...ON, "--out", folder]);
    expect(files()).toEqual(written);
  });

  test("writes all of a folder or none of it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "rules"), "a file where the charts of the rules go");
    const { exit } = await run(["print", "notice", ...ON, "--out", folder]);
    expect(exit).toBe(3);
    expect(readdirSync(folder)).toEqual(["rules"]);
  });

  test("gives another program the guide, the charts and their steps", async () => {
    const { out } = await run(["print", "notice", ...ON, "--json"]);
    const { jurisdiction, asOf, guide, answer, rules } = JSON.parse(out);
    expect([jurisdiction, asOf]).toEqual(["xx-cl", "2026-11-23"]);
    expect(guide).toContain("# ");
    expect(answer).toMatchObject({
      chart: { nodes: expect.any(Array) },
      mermaid: expect.stringContaining("flowchart"),
    });
    expect(rules.map(({ rule }: { readonly rule: string }) => rule)).toContain(HEARING);
    const folder = temporaryFolder();
    const written = await run(["print", "notice", ...ON, "--json", "--out", folder]);
    for (const file of JSON.parse(written.out).files) expect(existsSync(join(folder, file))).toBe(true);
  });

  test.each([
    [["no-such"], "no question `no-such`"],
    [["notice", "--rule", "xx-cl/notice/parole-hearin"], `did you mean \`${HEARING}\``],
    [["notice", "--format", "pdf"], "write one of guide, mermaid, svg"],
    [["notice", "--max-nodes", "0"], "--max-nodes"],
  ])("refuses %j", async (args, says) => {
    const { exit, err } = await run(["print", ...args, ...ON]);
    expect([exit, err]).toEqual([2, expect.stringContaining(says)]);
  });
});
