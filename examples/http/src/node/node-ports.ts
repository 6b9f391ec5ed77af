import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { measures } from "@victim-rights-examples/observability";
import { instantAt } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import type { Ports } from "../ports.ts";
import { lineWriter } from "./line-writer.ts";

const CODE_FROM = 10_000_000;
const CODE_BELOW = 100_000_000;

/** What the platform itself gives: time, chance, waiting, the log and the address of whoever asks. */
export const nodePorts = (): Pick<
  Ports,
  "clock" | "ids" | "wait" | "log" | "measure" | "clientOf" | "referenceScript" | "limits"
> => ({
  clock: () => instantAt(Date.now()),
  ids: { next: () => randomUUID(), code: () => String(randomInt(CODE_FROM, CODE_BELOW)) },
  wait: async (milliseconds, signal) => {
    await setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  },
  log: jsonLines(lineWriter((text) => void process.stdout.write(text))),
  measure: ({ operation, status, seconds }) =>
    Effect.runSync(measures.request({ operation, status: String(status) }, seconds)),
  clientOf: addressOf,
  referenceScript: readScript(),
  limits: {
    bodyBytes: 256_000,
    timeoutMilliseconds: 10_000,
    perClient: { perMinute: 1200 },
    perCaller: { perMinute: 600 },
    publicWrites: { perMinute: 20 },
  },
});

const jsonLines =
  (write: (line: string) => void): Ports["log"] =>
  (line) =>
    write(JSON.stringify(line));

/** The address of the connection. Behind a proxy this is the proxy's: count there. */
const addressOf = (environment: unknown): string => {
  const { incoming } = environment as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "unknown";
};

/** The package's own ready-made script, read once. */
const readScript = (): (() => Promise<string>) => {
  const path = new URL("browser/standalone.js", import.meta.resolve("@scalar/api-reference"));
  let script: Promise<string> | null = null;
  return () => (script ??= readFile(fileURLToPath(path), "utf8"));
};
