/**
 * Decisions over HTTP beside a bare `node:http` server and a bare Hono app that answer the same bytes, in one run and in
 * turns, with the load from a process of its own. Prints for each: requests and decisions a second, microseconds of the
 * server's processor time for each, the time to an answer at the median and the 99th percentile under load and with one
 * connection, and the ratios. Of several turns the one that took least processor time is told: what others do on the
 * machine only adds to it.
 *
 *     node bench/decide.ts [turns] [seconds]
 */
import { once } from "node:events";
import { openSync, writeSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { devNull } from "node:os";
import { serve } from "@hono/node-server";
import { LocalDate } from "@victim-rights/core";
import { type CompiledQuestion, compileQuestion, decide, decideText, type Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { Hono } from "hono";
import { lineWriter } from "../src/node/line-writer.ts";
import { nodePorts } from "../src/node/node-ports.ts";
import { bearer, service, type Service } from "../test/service.ts";
import { factsOfMany } from "./facts-of-many.ts";
import { type Load, type Loaded, startLoad } from "./raw-load.ts";

const [TURNS = 5, SECONDS = 1] = process.argv.slice(2).map(Number);
const CONNECTIONS = 20;
const BATCH = 50;
const MANY = 200;

const ASKED = {
  jurisdiction: "us-mo",
  question: "notice",
  asOf: "2026-11-09",
  facts: { "event.kind": "escape", "claimant.kind": "natural-person", "claimant.relation": "self" },
};

type Asking = Pick<Load, "method" | "path" | "headers" | "bodies">;

/** What is measured: where, what it is asked, and how many decisions one answer holds. */
type Target = { readonly name: string; readonly port: number; readonly asking: Asking; readonly decisions: number };

/** A service as it is served, whose log is written and read by nobody, and whose limits let everything through. */
const measuredService = (): Service => {
  const { ids, measure, clientOf, limits } = nodePorts();
  const sink = openSync(devNull, "w");
  const write = lineWriter((text) => void writeSync(sink, text));
  const plenty = { perMinute: Number.MAX_SAFE_INTEGER };
  return service({
    ports: {
      ids,
      measure,
      clientOf,
      traced: null,
      log: (line) => write(JSON.stringify(line)),
      limits: { ...limits, perClient: plenty, perCaller: plenty, publicWrites: plenty },
    },
  });
};

const portOf = async (server: Server): Promise<number> => {
  if (!server.listening) await once(server, "listening");
  return (server.address() as AddressInfo).port;
};

const served = (fetch: (request: Request, environment: never) => Response | Promise<Response>): Promise<number> =>
  portOf(serve({ fetch: fetch as never, port: 0, hostname: "127.0.0.1" }) as Server);

const JSON_MEDIA = { "content-type": "application/json" };

const bareNode = (answer: string): Promise<number> =>
  portOf(
    createServer((asked, given) => {
      asked.resume();
      asked.on("end", () =>
        given.writeHead(200, { ...JSON_MEDIA, "content-length": Buffer.byteLength(answer) }).end(answer),
      );
    }).listen(0, "127.0.0.1"),
  );

const bareHono = (answer: string): Promise<number> => {
  const app = new Hono();
  app.post("/decisions", async (context) => {
    await context.req.text();
    return new Response(answer, { headers: JSON_MEDIA });
  });
  return served(app.fetch);
};

/** What one decision and the text of its answer take without any HTTP: no service can be quicker than this. */
const libraryMicros = (law: Law, write: (compiled: CompiledQuestion) => unknown): number => {
  const compiled = Result.getOrThrow(compileQuestion(law, ASKED.question, { asOf: LocalDate.parse(ASKED.asOf) }));
  const turn = (): number => {
    const before = process.threadCpuUsage();
    for (let at = 0; at < 5000; at += 1) write(compiled);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 5000;
  };
  return Math.min(...Array.from({ length: 5 }, turn));
};

/** Tells what the library takes without any HTTP. */
const tellLibrary = (law: Law): void => {
  const ways: Readonly<Record<string, (compiled: CompiledQuestion) => unknown>> = {
    "decide and JSON.stringify": (compiled) => JSON.stringify(Result.getOrThrow(decide(compiled, ASKED.facts))),
    decideText: (compiled) => Result.getOrThrow(decideText(compiled, ASKED.facts)),
    "decideText in outline": (compiled) => Result.getOrThrow(decideText(compiled, ASKED.facts, "outline")),
  };
  const told = Object.entries(ways).map(([name, write]) => `${name} ${libraryMicros(law, write).toFixed(0)} µs`);
  console.log(`the library alone: ${told.join(", ")}`);
};

/** What the service is asked: the same person or many, in full or in outline, alone or in batches. */
const asksOf = async (law: Law) => {
  const headers = { ...JSON_MEDIA, authorization: await bearer("liaison") };
  const short = { ...headers, prefer: "return=minimal" };
  const many = factsOfMany(law, ASKED.question, MANY).map((facts) => ({ ...ASKED, facts }));
  const one: Asking = { method: "POST", path: "/decisions", headers, bodies: [JSON.stringify(ASKED)] };
  const each: Asking = { ...one, bodies: many.map((asked) => JSON.stringify(asked)) };
  const parts = Array.from({ length: MANY / BATCH }, (_, at) => many.slice(at * BATCH, (at + 1) * BATCH));
  const bodies = parts.map((decisions) => JSON.stringify({ decisions }));
  const batch: Asking = { ...one, path: "/decisions/batch", bodies };
  const inOutline = (asking: Asking): Asking => ({ ...asking, headers: short });
  return { one, each, batch, inOutline };
};

const answerTo = async (port: number, { path, headers, bodies }: Asking): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body: bodies[0] ?? "" });
  if (answer.status !== 200) throw new Error(`not decided: ${answer.status}`);
  return answer.text();
};

const targetsOf = async (): Promise<readonly Target[]> => {
  const { app, ports } = measuredService();
  const law = ports.states.get(ASKED.jurisdiction)?.law;
  if (law === undefined) throw new Error("the law is loaded");
  tellLibrary(law);
  const port = await served(app.fetch as never);
  const { one, each, batch, inOutline } = await asksOf(law);
  const [full, outline] = [await answerTo(port, one), await answerTo(port, inOutline(one))];
  console.log(`answers: ${full.length} bytes in full, ${outline.length} in outline`);
  const [bare, hono, bareOutline] = [await bareNode(full), await bareHono(full), await bareNode(outline)];
  return [
    { name: "bare node:http, same bytes", port: bare, asking: one, decisions: 1 },
    { name: "bare Hono, same bytes", port: hono, asking: one, decisions: 1 },
    { name: "decide", port, asking: one, decisions: 1 },
    { name: `decide, ${MANY} people in turn`, port, asking: each, decisions: 1 },
    { name: "bare node:http, outline's bytes", port: bareOutline, asking: one, decisions: 1 },
    { name: "decide in outline", port, asking: inOutline(one), decisions: 1 },
    { name: `in outline, ${MANY} people in turn`, port, asking: inOutline(each), decisions: 1 },
    { name: `batches of ${BATCH} in outline`, port, asking: inOutline(batch), decisions: BATCH },
    { name: `batches of ${BATCH} in full`, port, asking: batch, decisions: BATCH },
  ];
};

/** One turn of one target, with the processor time of this process for each answer. */
type Turn = Loaded & { readonly micros: number };

const load = startLoad();

const measured = async ({ port, asking }: Target, connections: number): Promise<Turn> => {
  const before = process.cpuUsage();
  const loaded = await load.run({ ...asking, port, connections, seconds: SECONDS });
  const { user, system } = process.cpuUsage(before);
  const answers = Object.values(loaded.statuses).reduce((sum, count) => sum + count, 0);
  return { ...loaded, micros: (user + system) / answers };
};

const least = (turns: readonly Turn[]): Turn => turns.reduce((best, turn) => (turn.micros < best.micros ? turn : best));

const refusedIn = ({ statuses }: Turn): string => {
  const others = Object.entries(statuses).filter(([status]) => status !== "200");
  return others.length === 0 ? "" : `; not 200: ${others.map(([status, count]) => `${count} of ${status}`).join(", ")}`;
};

const tell = (
  { name, decisions }: Target,
  busy: Turn,
  { idle, bare }: { readonly idle: Turn; readonly bare: Turn },
) => {
  const each = busy.micros / decisions;
  const rate = busy.perSecond * decisions;
  console.log(
    `${name.padEnd(34)} ${rate.toFixed(0).padStart(6)} /s, ${each.toFixed(0).padStart(4)} µs each; ratio to bare node:http ${(rate / bare.perSecond).toFixed(3)}, by processor time ${(bare.micros / each).toFixed(3)}; ` +
      `p50 ${busy.p50.toFixed(2)} ms, p99 ${busy.p99.toFixed(2)} ms; idle p50 ${idle.p50.toFixed(2)} ms, p99 ${idle.p99.toFixed(2)} ms${refusedIn(busy)}`,
  );
};

const compare = async (): Promise<void> => {
  const targets = await targetsOf();
  const turns = new Map(targets.map((target) => [target, { busy: [] as Turn[], idle: [] as Turn[] }]));
  for (const target of targets) await measured(target, CONNECTIONS);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [target, { busy, idle }] of turns) {
      busy.push(await measured(target, CONNECTIONS));
      idle.push(await measured(target, 1));
    }
  console.log(`${CONNECTIONS} connections, the best of ${TURNS} turns of ${SECONDS} s each:`);
  const [first] = turns.values();
  if (first === undefined) return;
  const bare = least(first.busy);
  for (const [target, { busy, idle }] of turns) tell(target, least(busy), { idle: least(idle), bare });
};

await compare();
load.end();
process.exit(0);
