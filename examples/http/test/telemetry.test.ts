import type { AddressInfo } from "node:net";
import { measures } from "@victim-rights-examples/observability";
import * as Effect from "effect/Effect";
import { expect, onTestFinished, test } from "vitest";
import { serveMetrics } from "../src/node/serve-metrics.ts";
import type { Measured } from "../src/ports.ts";
import { bearer, service } from "./service.ts";

test("each request is measured by the operation that its route is, and what has no route by none", async () => {
  const told: Measured[] = [];
  const { ask } = service({ ports: { measure: (each) => void told.push(each) } });
  await ask("GET", "/health/live");
  await ask("GET", "/obligations/canary%40example.org", { token: await bearer("liaison") });
  await ask("GET", "/canary-path");
  expect(told.map(({ operation, status }) => [operation, status])).toEqual([
    ["is-alive", 200],
    ["read-obligation", 404],
    ["none", 404],
  ]);
  expect(told.every(({ seconds }) => seconds >= 0)).toBe(true);
  expect(JSON.stringify(told)).not.toContain("canary");
});

test("what a route does runs with the tracer that the service was given", async () => {
  let traced = 0;
  const { ask } = service({
    ports: {
      traced: (effect) => {
        traced += 1;
        return effect;
      },
    },
  });
  await ask("GET", "/health/live");
  expect(traced).toBe(1);
});

test("measures are served to this machine alone, and nothing beside them", async () => {
  const server = serveMetrics(0);
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { address, port } = server.address() as AddressInfo;
  expect(address).toBe("127.0.0.1");
  Effect.runSync(measures.request({ operation: "is-alive", status: "200" }, 0.01));
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(await answer.text()).toContain('victim_rights_http_requests_total{operation="is-alive",status="200"}');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
});
