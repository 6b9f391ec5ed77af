import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { layOut, RESTORATIVE_OUT, restorativeLines } from "../restorative-scene.ts";

const root = join(import.meta.dirname, "../../..");
const out = mkdtempSync(join(tmpdir(), "victim-rights-restorative-"));
afterAll(() => rmSync(out, { recursive: true }));

/** Runs the command, with the scene's cases in a folder of this test. */
const ask = async (argv: readonly string[]): Promise<string> => {
  const here = argv.map((each) => each.replace(RESTORATIVE_OUT, out));
  return (await promisify(execFile)(process.execPath, ["packages/cli/bin/victim-rights.js", ...here], { cwd: root }))
    .stdout;
};

test(
  "the restorative scene: which gate holds, what would lift it, and a letter that waits",
  { timeout: 120_000 },
  async () => {
    layOut(out);
    const text = (await restorativeLines(ask)).map((line) => line.text).join("\n");
    expect(text).toContain("G10: hold\n      would lift it: a new check for orders");
    expect(text).toContain("G12: hold\n      would lift it: a specialist approval that meets every condition");
    expect(text).toContain("What the other side is shown of it until then: signals: none.");
    expect(text).toContain("G-LB-opt-in: hold\n      would lift it: the victim's own wish to hear of letters");
    expect(text).not.toMatch(/pass|block|V-/u);
    for (const file of ["dialogue.json", "letter.json"])
      expect(readFileSync(join(out, file), "utf8")).toBe(
        readFileSync(join(root, "examples/feed/restorative", file), "utf8"),
      );
  },
);
