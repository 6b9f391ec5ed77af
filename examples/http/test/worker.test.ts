import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readFiles } from "../src/node/load-states.ts";
import worker from "../runtimes/worker.ts";
import { issuer } from "./service.ts";

const RUNTIMES = join(import.meta.dirname, "..", "runtimes");

test("a worker answers from its settings alone", async () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  onTestFinished(() => log.mockRestore());
  const { d: _, ...key } = issuer.privateJwk;
  const state = Object.fromEntries(await readFiles(join(import.meta.dirname, "../../../rules/us-mo")));
  const settings = { states: [state], key: { ...key, alg: "EdDSA" }, seed: { offenses: [], registrations: [] } };
  const bindings = { SETTINGS: JSON.stringify(settings) };
  const ask = async (path: string, asked: RequestInit = {}) =>
    worker.fetch(new Request(`http://worker.test${path}`, asked), bindings);
  expect((await ask("/health/live")).status).toBe(200);
  expect((await ask("/jurisdictions")).status).toBe(200);
  expect((await ask("/decisions", { method: "POST", body: "{}" })).status).toBe(401);
});

test("what a worker is made of imports nothing of Node", () => {
  const files = readdirSync(RUNTIMES).filter((name) => /^(portable-service|worker|deno|bun)[.]ts$/u.test(name));
  const texts = files.map((name) => readFileSync(join(RUNTIMES, name), "utf8"));
  expect(files).toHaveLength(4);
  for (const text of texts)
    expect(text).not.toMatch(/from "node:|^import (?!type).*\/node\/|\bprocess[.]|\bBuffer[.]|import[.]meta[.]dir/mu);
});
