import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { decideEveryCase } from "./decide-every-case.ts";

const SCRIPT = pathToFileURL(join(import.meta.dirname, "decide-every-case.ts")).href;
const STATES = readdirSync(join(import.meta.dirname, "../../../rules"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(entry.parentPath, entry.name));

/** Decides in a process that may not make code from text, and first proves that it may not. */
const PROGRAM = `
  import { decideEveryCase } from ${JSON.stringify(SCRIPT)};
  let isBarred = false;
  try { new Function("return 1")(); } catch { isBarred = true; }
  process.stdout.write(JSON.stringify({ isBarred, answers: decideEveryCase(process.argv.slice(1)) }));
`;

const decideWhereBarred = (): unknown => {
  const flags = ["--disallow-code-generation-from-strings", "--no-warnings", "--input-type=module", "-e", PROGRAM];
  return JSON.parse(execFileSync(process.execPath, [...flags, "--", ...STATES], { encoding: "utf8" }));
};

describe("deciding where the platform bars code generation", () => {
  test("answers every case of every state alike", { timeout: 60_000 }, () => {
    expect(decideWhereBarred()).toEqual({ isBarred: true, answers: decideEveryCase(STATES) });
  });
});
