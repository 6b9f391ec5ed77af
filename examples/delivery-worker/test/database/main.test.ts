import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

test("a worker refuses to start on a bad configuration, with every problem at once and no value", () => {
  const env = { PATH: process.env["PATH"] ?? "", DATABASE_URL: "canary-word", SMTP_PORT: "25" };
  const { status, stderr, stdout } = spawnSync(process.execPath, [MAIN], { env, encoding: "utf8" });
  expect(status).toBe(78);
  expect(stdout).toBe("");
  expect(stderr.trim().split("\n")).toEqual([
    "DATABASE_URL: write a `postgres://` address",
    "AGENCY_MODULE: set it",
    "WORKER_NAME: set it",
    "SMTP_HOST: set it",
    "SMTP_FROM: set it",
  ]);
});
