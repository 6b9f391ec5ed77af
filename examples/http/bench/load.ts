/**
 * Load on a few kinds of route over loopback, for so many seconds each and no more, from a process of its own. Prints
 * requests a second, the median and the 99th percentile of the time to an answer, the server's processor time for each, and
 * the share that was not answered with a 2xx; beside a bare `node:http` server that answers a constant, in the same run.
 *
 *     node bench/load.ts [seconds] [connections]
 */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { bearer, service } from "../test/service.ts";
import { type Load, type Loaded, startLoad } from "./raw-load.ts";

const [SECONDS = 4, CONNECTIONS = 20] = process.argv.slice(2).map(Number);
/** Before it is measured, each route is asked for so long. */
const WARM_SECONDS = Math.min(1, SECONDS / 4);

type Route = Pick<Load, "method" | "path" | "headers" | "bodies"> & { readonly what: string };

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

const JSON_MEDIA = { "content-type": "application/json" };

const routes = async (): Promise<readonly Route[]> => {
  const authorization = await bearer("liaison");
  const asked = { ...JSON_MEDIA, authorization };
  const get = { method: "GET", headers: { authorization }, bodies: [""] } as const;
  const post = { method: "POST", headers: asked } as const;
  return [
    { ...get, what: "live (nothing to do)", path: "/health/live" },
    { ...get, what: "jurisdictions (a read)", path: "/jurisdictions" },
    { ...post, what: "decisions (the law)", path: "/decisions", bodies: [DECISION] },
    { ...get, what: "tasks (a guarded list)", path: "/tasks" },
    { ...post, what: "registrations (a write)", path: "/registrations", headers: JSON_MEDIA, bodies: [REGISTRATION] },
  ];
};

const portOf = async (server: Server): Promise<number> => {
  if (!server.listening) await once(server, "listening");
  return (server.address() as AddressInfo).port;
};

type Measured = Loaded & { readonly micros: number };

const load = startLoad();

const measured = async (port: number, { method, path, headers, bodies }: Route): Promise<Measured> => {
  const loading = { method, path, headers, bodies, port, connections: CONNECTIONS };
  await load.run({ ...loading, seconds: WARM_SECONDS });
  const before = process.cpuUsage();
  const loaded = await load.run({ ...loading, seconds: SECONDS });
  const { user, system } = process.cpuUsage(before);
  return { ...loaded, micros: (user + system) / (loaded.perSecond * SECONDS) };
};

const say = (what: string, { perSecond, p50, p99, micros, statuses }: Measured, bare: Measured): void => {
  const others = Object.entries(statuses).filter(([status]) => !status.startsWith("2"));
  const notOk = others.reduce((sum, [, count]) => sum + count, 0) / (perSecond * SECONDS);
  const which = others.length === 0 ? "" : ` (${others.map(([status, count]) => `${status}: ${count}`).join(", ")})`;
  console.log(
    `  ${what.padEnd(26)} ${perSecond.toFixed(0).padStart(7)} req/s  ${micros.toFixed(0).padStart(4)} µs each  p50 ${p50.toFixed(2).padStart(7)} ms  p99 ${p99.toFixed(2).padStart(7)} ms  not 2xx ${(notOk * 100).toFixed(2)} %${which}  ratio ${(perSecond / bare.perSecond).toFixed(3)}`,
  );
};

const compare = async (): Promise<void> => {
  const ours = await portOf(serve({ fetch: service().app.fetch, port: 0, hostname: "127.0.0.1" }) as Server);
  const constant = createServer((asked, given) => {
    asked.resume();
    asked.on("end", () => given.writeHead(200, { ...JSON_MEDIA, "content-length": 15 }).end('{"status":"ok"}'));
  });
  const bareAt = await portOf(constant.listen(0, "127.0.0.1"));
  console.log(
    `load on examples/http: ${CONNECTIONS} connections, ${SECONDS} s for each route; ratio to the bare server`,
  );
  for (const route of await routes()) {
    // The bare server is measured again beside each route: a machine that others use is not the same a minute later.
    const bare = await measured(bareAt, route);
    say("bare, asked the same", bare, bare);
    say(route.what, await measured(ours, route), bare);
  }
};

await compare();
load.end();
process.exit(0);
