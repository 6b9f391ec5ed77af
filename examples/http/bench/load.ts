/**
 * Load on a few kinds of route over loopback, for so many seconds each and no more: the service in a thread of its own, the
 * load from this one. Prints requests a second, the median and the 99th percentile of the time to an answer, and the share
 * that was not answered with a 2xx; beside a bare `node:http` server that answers a constant, in the same run.
 *
 *     node bench/load.ts [seconds] [connections]
 */
import { once } from "node:events";
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { serve } from "@hono/node-server";
import { bearer, service } from "../test/service.ts";

const [SECONDS = 4, CONNECTIONS = 20] = process.argv.slice(2).map(Number);
/** Before it is measured, each route is asked for so long. */
const WARM_SECONDS = Math.min(1, SECONDS / 4);

type Route = {
  readonly what: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly token?: string;
  readonly body?: string;
};

/** Where the two servers are, and what the service is asked. */
type Started = { readonly service: number; readonly bare: number; readonly routes: readonly Route[] };

const DECISION = JSON.stringify({
  jurisdiction: "us-mo",
  question: "notice",
  asOf: "2026-11-09",
  facts: { "event.kind": "escape", "claimant.kind": "natural-person", "claimant.relation": "self" },
});
const REGISTRATION = JSON.stringify({
  jurisdiction: "us-mo",
  supervisedPersonId: "1100201",
  contact: { method: "email", value: "person@contact.example" },
});

const routes = async (): Promise<readonly Route[]> => {
  const token = await bearer("liaison");
  return [
    { what: "live (nothing to do)", method: "GET", path: "/health/live" },
    { what: "jurisdictions (a read)", method: "GET", path: "/jurisdictions", token },
    { what: "decisions (the law)", method: "POST", path: "/decisions", token, body: DECISION },
    { what: "tasks (a guarded list)", method: "GET", path: "/tasks", token },
    { what: "registrations (a write)", method: "POST", path: "/registrations", body: REGISTRATION },
  ];
};

/** The servers' thread. It ends when this process does. */
const startServers = async (): Promise<Started> => {
  const ours = serve({ fetch: service().app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
  const bare = createServer((asked, given) => {
    asked.resume();
    asked.on("end", () => given.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}'));
  }).listen(0, "127.0.0.1");
  await Promise.all([once(ours, "listening"), once(bare, "listening")]);
  const portOf = (server: Server): number => (server.address() as AddressInfo).port;
  return { service: portOf(ours), bare: portOf(bare), routes: await routes() };
};

const headersOf = ({ token, body }: Route): Readonly<Record<string, string>> => ({
  ...(token === undefined ? {} : { authorization: token }),
  ...(body === undefined
    ? {}
    : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
});

type Target = { readonly port: number; readonly route: Route; readonly agent: Agent };

/** Asks once. @returns the status; 0 where the connection failed. */
const ask = ({ port, route, agent }: Target): Promise<number> => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { method, path, body } = route;
  const asked = request({ agent, host: "127.0.0.1", port, method, path, headers: headersOf(route) }, (answer) => {
    answer.resume();
    answer.on("end", () => resolve(answer.statusCode ?? 0));
    answer.on("error", () => resolve(0));
  });
  asked.on("error", () => resolve(0));
  asked.end(body);
  return promise;
};

/** What came of a load; times in milliseconds. */
type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly notOk: number;
  readonly statuses: ReadonlyMap<number, number>;
};

const load = async (port: number, route: Route, seconds: number): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const target = { port, route, agent };
  const took: number[] = [];
  const statuses = new Map<number, number>();
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = async (): Promise<void> => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      const status = await ask(target);
      took.push(performance.now() - from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  took.sort((before, after) => before - after);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  const ok = [...statuses].reduce((sum, [status, count]) => sum + (status >= 200 && status < 300 ? count : 0), 0);
  return {
    perSecond: took.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    notOk: took.length === 0 ? 1 : 1 - ok / took.length,
    statuses,
  };
};

const say = (what: string, { perSecond, p50, p99, notOk, statuses }: Measured, bare: Measured): void => {
  const ratio = (perSecond / bare.perSecond).toFixed(3);
  const others = [...statuses].filter(([status]) => status < 200 || status >= 300);
  const which = others.length === 0 ? "" : ` (${others.map(([status, count]) => `${status}: ${count}`).join(", ")})`;
  console.log(
    `  ${what.padEnd(26)} ${perSecond.toFixed(0).padStart(7)} req/s  p50 ${p50.toFixed(2).padStart(7)} ms  p99 ${p99.toFixed(2).padStart(7)} ms  not 2xx ${(notOk * 100).toFixed(2)} %${which}  ratio ${ratio}`,
  );
};

const measured = async (port: number, route: Route): Promise<Measured> => {
  await load(port, route, WARM_SECONDS);
  return load(port, route, SECONDS);
};

const compare = async (): Promise<void> => {
  const thread = new Worker(import.meta.filename);
  const [started] = (await once(thread, "message")) as [Started];
  console.log(
    `load on examples/http: ${CONNECTIONS} connections, ${SECONDS} s for each route; ratio to the bare server`,
  );
  for (const route of started.routes) {
    // The bare server is measured again beside each route: a machine that others use is not the same a minute later.
    const bare = await measured(started.bare, route);
    say("bare, asked the same", bare, bare);
    say(route.what, await measured(started.service, route), bare);
  }
  await thread.terminate();
};

if (isMainThread) await compare();
else parentPort?.postMessage(await startServers());
