import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { escape, registration, REGISTRY_HEADER, STATUS_HEADER } from "./plan-run.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const MAIN = join(import.meta.dirname, "../bin/victim-rights.js");

const start = (argv: readonly string[]) => {
  const child = spawn(process.execPath, [MAIN, ...argv], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }>((resolve) =>
    child.on("close", (exit) => resolve({ exit, ...said })),
  );
  return { child, ended };
};

describe("the process", { timeout: 60_000 }, () => {
  test("runs and exits with the command's code", async () => {
    expect(await start(["check", "state"]).ended).toEqual({
      exit: 0,
      out: "Clearwater\n  7 rules, 3 of 3 cases hold\n",
      err: "",
    });
    expect((await start(["check", "nowhere"]).ended).exit).toBe(3);
  });

  test("stops at Ctrl-C and leaves nothing behind", async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => registration(String(at), String(at % 100)));
    const files = temporaryFiles({
      "status.csv": [STATUS_HEADER, ...Array.from({ length: 100 }, (_, at) => escape(String(at)))].join("\n"),
      "registry.csv": [REGISTRY_HEADER, ...rows].join("\n"),
    });
    const out = temporaryFolder();
    writeFileSync(join(out, "report.html"), "yesterday");
    const { child, ended } = start([
      "plan",
      "--rules",
      "state",
      "--map",
      "feed/mapping.json",
      "--events",
      files["status.csv"],
      "--registrations",
      files["registry.csv"],
      "--now",
      "2026-11-23T13:00:00Z",
      "--out",
      out,
    ]);
    while (readdirSync(out).length === 1) await setTimeout(5);
    child.kill("SIGINT");
    expect(await ended).toEqual({ exit: 130, out: "", err: "stopped: nothing was written\n" });
    expect(readdirSync(out)).toEqual(["report.html"]);
  });
});
