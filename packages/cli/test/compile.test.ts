import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
    expect([refused.exit, refused.err]).toEqual([
      3,
      `error: ${file}: a file stands where a folder should be; nothing was written\n`,
    ]);
  });

  test("writes no module when one of them cannot be written", async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, "notice.js"));
    writeFileSync(join(out, "index.js"), "yesterday");
    const { exit, err } = await run(["compile", ...ON, "--out", out]);
    expect([exit, err]).toEqual([3, expect.stringContaining("notice.js: a folder stands where a file should be")]);
    expect(readFileSync(join(out, "index.js"), "utf8")).toBe("yesterday");
    expect(readdirSync(out).toSorted()).toEqual(["index.js", "notice.js"]);
  });

  test("writes nothing once Ctrl-C was pressed", async () => {
    const out = temporaryFolder();
    const { exit, err } = await run(["compile", ...ON, "--out", out], { signal: AbortSignal.abort() });
    expect([exit, err]).toEqual([130, "stopped: nothing was written\n"]);
    expect(readdirSync(out)).toEqual([]);
  });

  test("refuses a question that has the name of a file which all of them share", async () => {
    const rules = temporaryFolder();
    cpSync(join(import.meta.dirname, "state"), rules, { recursive: true });
    const place = join(rules, "xx-cl", "facts.json");
    const { question, ...rest } = JSON.parse(readFileSync(join(rules, "xx-cl", "notification.json"), "utf8"));
    expect(question).toBe("notice");
    writeFileSync(place, JSON.stringify({ question: "facts", ...rest }).replaceAll("xx-cl/notice/", "xx-cl/facts/"));
    const out = temporaryFolder();
    const { exit, err } = await run(["compile", ...ON, "--rules", rules, "--out", out]);
    expect([exit, err]).toEqual([
      2,
      "error: a module of `facts` would take the place of `facts.d.ts`, which all modules share: write the other questions by name, or give this one another\n",
    ]);
    expect(readdirSync(out)).toEqual([]);
  });
});
