/**
 * Runs the service on every runtime that is there, asks each the same, and compares with Node's what they answer: status,
 * headers and body, byte for byte.
 *
 *     npx -y -p deno@2.9.6 -p bun@1.4.5 -p workerd@1.20261117.1 -p esbuild@0.28.2 -c "node examples/http/runtimes/compare.ts"
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { instantAt } from "@victim-rights/core";
import { PURPOSES_OF } from "../src/access/purposes-of.ts";
import { developmentIssuer, type DevelopmentIssuer } from "../src/access/development-issuer.ts";
import { ROLES } from "../src/access/caller.ts";
import { readFiles } from "../src/node/load-states.ts";
import { readSeed } from "../src/node/seed.ts";
import { askAll, asksWith, type Asked, type Given } from "./ask-all.ts";
import type { PortableSettings } from "./portable-service.ts";

const HERE = import.meta.dirname;
const RULES = join(HERE, "..", "..", "..", "rules");
const STATES = ["us-mo", "us-ms", "us-mt"];
const FIRST_PORT = 18_790;
const PATIENCE_MS = 120_000;

/** How a runtime is started; `needs` are the commands without which it is left out. */
type Runtime = {
  readonly name: string;
  readonly needs: readonly string[];
  readonly command: (settings: string, port: number) => readonly string[];
};

const RUNTIMES: readonly Runtime[] = [
  {
    name: "node",
    needs: [],
    command: (settings, port) => [process.execPath, join(HERE, "node.ts"), settings, `${port}`],
  },
  {
    name: "deno",
    needs: ["deno"],
    command: (settings, port) => [
      ..."deno run --no-lock --node-modules-dir=manual --allow-net=127.0.0.1 --allow-read --allow-env".split(" "),
      join(HERE, "deno.ts"),
      settings,
      `${port}`,
    ],
  },
  {
    name: "bun",
    needs: ["bun"],
    command: (settings, port) => ["bun", "run", join(HERE, "bun.ts"), settings, `${port}`],
  },
  {
    name: "workerd",
    needs: ["workerd", "esbuild"],
    command: (settings, port) => ["workerd", "serve", bundled(settings, port)],
  },
];

const versionOf = (command: string): string | null => {
  try {
    return (
      execFileSync(command, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\n")[0] ??
      ""
    );
  } catch {
    return null;
  }
};

/** A worker is one file: it is bundled for no platform, so that anything of Node's would fail here. */
const bundled = (settings: string, port: number): string => {
  const folder = join(settings, "..");
  const options = [
    "--bundle",
    "--format=esm",
    "--platform=neutral",
    "--main-fields=module,main",
    "--conditions=workerd,worker,browser",
  ];
  execFileSync("esbuild", [
    join(HERE, "worker.ts"),
    ...options,
    `--outfile=${join(folder, "worker.js")}`,
    "--log-level=error",
  ]);
  const config = join(folder, "worker.capnp");
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    bindings = [(name = "SETTINGS", text = embed "settings.json")],
    compatibilityDate = "2026-11-01"
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
`,
  );
  return config;
};

const settingsOf = async ({ privateJwk }: DevelopmentIssuer): Promise<PortableSettings> => {
  const { d: _, ...key } = privateJwk;
  const { offenses, registrations } = readSeed(STATES);
  const states = await Promise.all(
    STATES.map(async (state) => Object.fromEntries(await readFiles(join(RULES, state)))),
  );
  return { states, key: { ...key, alg: "EdDSA", use: "sig" }, seed: { offenses, registrations } };
};

const tokensOf = async (issuer: DevelopmentIssuer): Promise<ReadonlyMap<string, string>> => {
  const now = instantAt(Date.now());
  const signed = ROLES.map(
    async (role) =>
      [role, await issuer.sign({ subject: `${role}-1`, role, purposes: PURPOSES_OF[role] }, now)] as const,
  );
  return new Map(await Promise.all(signed));
};

/** Waits until a service answers; throws what it wrote when it ended before. */
const untilReady = async (address: string, child: ChildProcess, wrote: readonly string[]): Promise<void> => {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await setTimeout(100)) {
    if (child.exitCode !== null) throw new Error(`it ended: ${wrote.join("").slice(0, 2000)}`);
    const isReady = await fetch(`${address}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
  }
  throw new Error(`it does not answer: ${wrote.join("").slice(0, 2000)}`);
};

type Asking = {
  readonly asks: readonly Asked[];
  readonly tokens: ReadonlyMap<string, string>;
  readonly settings: string;
};

const answersOf = async (
  runtime: Runtime,
  port: number,
  { asks, tokens, settings }: Asking,
): Promise<readonly Given[]> => {
  const [command = "", ...given] = runtime.command(settings, port);
  const child = spawn(command, given, { stdio: ["ignore", "ignore", "pipe"] });
  const wrote: string[] = [];
  child.stderr.on("data", (part: Buffer) => wrote.push(part.toString()));
  try {
    await untilReady(`http://127.0.0.1:${port}`, child, wrote);
    return await askAll(`http://127.0.0.1:${port}`, asks, tokens);
  } finally {
    child.kill("SIGKILL");
  }
};

/** What differs, in words. */
const differences = (expected: readonly Given[], given: readonly Given[]): readonly string[] =>
  expected.flatMap((one, place) => {
    const other = given[place];
    const parts = (["status", "headers", "body"] as const).filter((part) => one[part] !== other?.[part]);
    return parts.map((part) => `${one.what}: ${part}\n      ${short(one[part])}\n      ${short(other?.[part])}`);
  });

const short = (value: unknown): string => JSON.stringify(value)?.slice(0, 600) ?? "nothing";

const compare = async (settings: string): Promise<boolean> => {
  const issuer = await developmentIssuer();
  writeFileSync(settings, JSON.stringify(await settingsOf(issuer)));
  const escape = readSeed(["us-mo"]).events.find(({ kind }) => kind === "escape");
  if (escape === undefined) throw new Error("somebody escapes in the demonstration");
  const asking = { asks: asksWith(escape), tokens: await tokensOf(issuer), settings };
  let expected: readonly Given[] | null = null;
  let isSame = true;
  for (const [place, runtime] of RUNTIMES.entries()) {
    const versions = runtime.needs.map(versionOf);
    if (versions.includes(null)) {
      console.log(`${runtime.name}: NOT RUN, for want of ${runtime.needs.join(" and ")}`);
      continue;
    }
    const given = await answersOf(runtime, FIRST_PORT + place, asking);
    expected ??= given;
    const found = differences(expected, given);
    isSame &&= found.length === 0;
    const statuses = given.map(({ status }) => status).join(" ");
    console.log(
      `${runtime.name} ${versions[0] ?? process.version}: ${given.length} answers (${statuses}), ${found.length} differences from Node's`,
    );
    for (const difference of found) console.log(`    ${difference}`);
  }
  return isSame;
};

const folder = mkdtempSync(join(tmpdir(), "victim-rights-runtimes-"));
try {
  process.exitCode = (await compare(join(folder, "settings.json"))) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
