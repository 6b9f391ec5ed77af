import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const FACTS = {
  "event.kind": "parole-hearing-scheduled",
  "claimant.kind": "natural-person",
  "claimant.relation": "self",
  "claimant.took-part": false,
  "direct-victim.age": 40,
  "harm.directness": "direct",
  "offense.on-the-list": false,
};

describe("compile", () => {
  test("writes each question as a module that answers as `decide` does", async () => {
    const out = temporaryFolder();
    const { exit, out: said } = await run(["compile", ...ON, "--out", out]);
    expect(exit).toBe(0);
    expect(said.split("\n")[0]).toBe(`Clearwater on 2026-11-23: wrote 3 modules to ${out}`);
    const { answer } = await import(pathToFileURL(join(out, "notice.js")).href);
    const { missing } = answer(FACTS);
    const decided = await run([
      "decide",
      "notice",
      ...ON,
      "--json",
      "--facts",
      temporaryFiles({ "facts.json": JSON.stringify(FACTS) })["facts.json"],
    ]);
    expect(missing).toEqual(JSON.parse(decided.out).missing);
    expect(missing).toHaveLength(1);
  });

  test("writes only the questions named, and the same bytes again", async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    for (const out of [one, two]) await run(["compile", ...ON, "--question", "notice", "--out", out]);
    const files = readdirSync(one).toSorted();
    expect(files).toEqual([
      "answered.d.ts",
      "facts.d.ts",
      "index.d.ts",
      "index.js",
      "notice.d.ts",
      "notice.js",
      "package.json",
    ]);
    for (const file of files) expect(readFileSync(join(two, file), "utf8")).toBe(readFileSync(join(one, file), "utf8"));
  });

  test("tells another program what it wrote", async () => {
    const { out } = await run(["compile", ...ON, "--json", "--question", "notice", "--out", temporaryFolder()]);
    expect(JSON.parse(out)).toMatchObject({ jurisdiction: "xx-cl", asOf: "2026-11-23" });
    expect(JSON.parse(out).files).toContain("notice.d.ts");
  });

  test("refuses a question that the law does not answer, and a folder that is a file", async () => {
    const unknown = await run(["compile", ...ON, "--question", "none", "--out", temporaryFolder()]);
    expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining("no question `none`")]);
    const file = temporaryFiles({ taken: "" }).taken;
    const refused = await run(["compile", ...ON, "--out", file]);
    expect([refused.exit, refused.err]).toEqual([3, expect.stringContaining("the folder cannot be written to")]);
  });
});
