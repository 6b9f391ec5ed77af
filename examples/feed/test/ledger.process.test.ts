import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { LEDGER_OUT, ledgerLines, PAGE } from "../ledger-scene.ts";

const root = join(import.meta.dirname, "../../..");
const out = mkdtempSync(join(tmpdir(), "victim-rights-ledger-"));
afterAll(() => rmSync(out, { recursive: true }));

/** Runs the command, with the scene's files in a folder of this test. */
const ask = async (argv: readonly string[]): Promise<string> => {
  const here = argv.map((each) => each.replace(LEDGER_OUT, out));
  return (await promisify(execFile)(process.execPath, ["packages/cli/bin/victim-rights.js", ...here], { cwd: root }))
    .stdout;
};

test("the ledger's scene: who got what, who is held, and why", { timeout: 120_000 }, async () => {
  const lines = await ledgerLines(ask);
  const text = lines.map((line) => line.text).join("\n");
  expect(text).toContain("payment-1: victim-1 $41.67 (victim-1-losses), victim-2 $83.33 (victim-2-losses)");
  expect(text).toContain("$41.67 paid to 1 payee on 2026-04-01");
  expect(text).toContain("victim-2: $83.33 held: no address is known");
  expect(text).toContain("Why did victim-1 get $41.67? $41.67 sent to victim-1 on 2026-04-01");
  expect(text).toContain("ARM 20.12.111");
  expect(text).toContain("person-1 owes $4,125.00, and person-2 owes $4,125.00");
  expect(text).toContain("11 entries stand as they were written");
  expect(text).not.toMatch(/made-up|Example Street/u);
  expect(readFileSync(PAGE.replace(LEDGER_OUT, out), "utf8")).toContain("$41.67");
});
