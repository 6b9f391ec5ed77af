import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sampleOpening } from "@victim-rights/notification/testing";
import * as Effect from "effect/Effect";
import { expect, inject, onTestFinished, test } from "vitest";
import { openPglite } from "../src/database/open-pglite.ts";
import { obligationStore } from "../src/obligations/obligation-store.ts";
import { checkRecord } from "../src/restore/check-record.ts";
import { problemsIn } from "../src/restore/finding.ts";
import { quiet } from "./support/quiet.ts";

const WRITER = fileURLToPath(new URL("crash/write-until-killed.ts", import.meta.url));
const ENOUGH = 5;

/** Lets a process write into a directory, kills it in the middle, and tells how many writes it had acknowledged. */
const killWriter = async (directory: string): Promise<number> => {
  const writer = spawn(process.execPath, [WRITER, directory, inject("pgliteSnapshot")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void writer.kill("SIGKILL"));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => writer.once("exit", (_, signal) => resolve(signal)));
  let acknowledged = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === ENOUGH) writer.kill("SIGKILL");
  }
  expect(await ended).toBe("SIGKILL");
  return acknowledged;
};

test("a process that is killed while it writes loses no acknowledged write, and leaves no lock that needs a hand", async () => {
  const folder = mkdtempSync(join(tmpdir(), "victim-rights-crash-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const directory = join(folder, "data");
  const acknowledged = await killWriter(directory);
  expect(acknowledged).toBeGreaterThanOrEqual(ENOUGH);
  expect(readdirSync(folder).toSorted()).toEqual(["data", "data.lock"]);

  const opened = await openPglite({ directory, notices: quiet });
  const store = obligationStore(opened.db);
  for (let number = 1; number <= acknowledged; number++)
    expect(await Effect.runPromise(store.find(sampleOpening(number).obligation))).toMatchObject({ revision: 2 });
  const findings = await checkRecord(opened.db, { tables: null, cipher: null, trust: { keys: [] } });
  expect(problemsIn(findings)).toEqual([]);
  await opened.close();
  expect(readdirSync(folder)).toEqual(["data"]);
});
