/**
 * Decisions over HTTP against a bare `node:http` server that answers a constant: both in this process's own machine, one
 * after another and again, with the same load. Prints requests a second and the ratio of the two.
 */
import { once } from "node:events";
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Worker, isMainThread, workerData, parentPort } from "node:worker_threads";
import { serve } from "@hono/node-server";
import { LocalDate } from "@victim-rights/core";
import { compileQuestion, decide } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { bearer, service, type Service } from "../test/service.ts";

const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 3;

const ASKED = {
  jurisdiction: "us-mo",
  question: "notice",
  asOf: "2026-11-09",
  facts: { "event.kind": "escape", "claimant.kind": "natural-person", "claimant.relation": "self" },
};
const BODY = JSON.stringify(ASKED);

type Load = { readonly port: number; readonly token: string };

const ask = ({ port, token }: Load, agent: Agent): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(BODY),
    authorization: token,
  };
  const asked = request({ agent, host: "127.0.0.1", port, method: "POST", path: "/decisions", headers }, (answer) => {
    answer.resume();
    answer.on("end", () => resolve(answer.statusCode ?? 0));
  });
  asked.on("error", reject);
  asked.end(BODY);
  return promise;
};

/** Asks as often as it can for some seconds; gives how often it was answered with 200. */
const load = async (where: Load): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const until = performance.now() + SECONDS * 1000;
  let answered = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < until) if ((await ask(where, agent)) === 200) answered += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  agent.destroy();
  return answered / SECONDS;
};

/** The load comes from a thread of its own, so that it takes no time of the server's. */
const measured = async (where: Load): Promise<Rate> => {
  const before = process.threadCpuUsage();
  const worker = new Worker(import.meta.filename, { workerData: where });
  const [perSecond] = (await once(worker, "message")) as [number];
  const { user, system } = process.threadCpuUsage(before);
  await once(worker, "exit");
  return { perSecond, micros: (user + system) / (perSecond * SECONDS) };
};

/** How many requests were answered in a second, and how many microseconds of the server's own thread each took. */
type Rate = { readonly perSecond: number; readonly micros: number };

const inWords = ({ perSecond, micros }: Rate): string => `${perSecond.toFixed(0)} req/s (${micros.toFixed(0)} µs each)`;

const ratios = (one: Rate, other: Rate): string =>
  `ratio ${(one.perSecond / other.perSecond).toFixed(3)}, by processor time ${(other.micros / one.micros).toFixed(3)}`;

const portOf = (server: Pick<Server, "address">): number => (server.address() as AddressInfo).port;

const DECISIONS = 2000;

/** What one decision and the text of its answer take without any HTTP: no service can be quicker than this. */
const libraryMicros = ({ ports }: Service): number => {
  const { jurisdiction, question, asOf, facts } = ASKED;
  const law = ports.states.get(jurisdiction)?.law;
  if (law === undefined) throw new Error("the law is loaded");
  const compiled = Result.getOrThrow(compileQuestion(law, question, { asOf: LocalDate.parse(asOf) }));
  const once = (): string => JSON.stringify(Result.getOrThrow(decide(compiled, facts)));
  for (let at = 0; at < DECISIONS; at += 1) once();
  const before = process.threadCpuUsage();
  for (let at = 0; at < DECISIONS; at += 1) once();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / DECISIONS;
};

const compare = async (): Promise<void> => {
  const running = service();
  const token = await bearer("liaison");
  const first = await running.ask("POST", "/decisions", { token, body: BODY });
  const answer = await first.text();
  if (first.status !== 200) throw new Error(`not decided: ${answer}`);
  const ours = serve({ fetch: running.app.fetch, port: 0, hostname: "127.0.0.1" });
  const bare = createServer((asked, given) => {
    asked.resume();
    asked.on("end", () => given.writeHead(200, { "content-type": "application/json" }).end(answer));
  }).listen(0, "127.0.0.1");
  await Promise.all([once(ours, "listening"), once(bare, "listening")]);
  console.log(
    `${join("examples", "http")}: ${CONNECTIONS} connections, ${SECONDS} s a turn, an answer of ${answer.length} bytes`,
  );
  console.log(`  the library alone, with the text of its answer: ${libraryMicros(running).toFixed(0)} µs each`);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const constant = await measured({ port: portOf(bare), token });
    const decided = await measured({ port: portOf(ours as Server), token });
    console.log(
      `  round ${round}: bare ${inWords(constant)}; decide ${inWords(decided)}; ${ratios(decided, constant)}`,
    );
  }
  ours.close();
  bare.close();
};

if (isMainThread) await compare();
else parentPort?.postMessage(await load(workerData as Load));
