import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary.ts";
import { openOutputs } from "./output-files.ts";

describe("openOutputs", () => {
  test("moves every file into place at the end, for its owner alone", () => {
    const out = join(temporaryFolder(), "new", "folder");
    const outputs = openOutputs(out);
    outputs.write("notices.jsonl", { a: 1 });
    outputs.write("notices.jsonl", { a: 2 });
    expect(existsSync(join(out, "notices.jsonl"))).toBe(false);
    outputs.publish("<p>");
    outputs.discard();
    expect(readdirSync(out).sort()).toEqual([
      "needs-a-person.jsonl",
      "not-owed.jsonl",
      "notices.jsonl",
      "rejects.jsonl",
      "report.html",
    ]);
    expect(readFileSync(join(out, "notices.jsonl"), "utf8")).toBe('{"a":1}\n{"a":2}\n');
    expect(statSync(join(out, "notices.jsonl")).mode & 0o077).toBe(0);
  });

  test("a run that stops leaves what was there before", () => {
    const out = temporaryFolder();
    writeFileSync(join(out, "notices.jsonl"), "yesterday\n");
    const outputs = openOutputs(out);
    outputs.write("notices.jsonl", { a: 1 });
    outputs.discard();
    expect(readdirSync(out)).toEqual(["notices.jsonl"]);
    expect(readFileSync(join(out, "notices.jsonl"), "utf8")).toBe("yesterday\n");
  });
});
