import { z } from "@hono/zod-openapi";
import type { Revision } from "@victim-rights/core";
import { LedgerId } from "@victim-rights/restitution";
import * as Effect from "effect/Effect";
import { endpoint, ok } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import type { Ports } from "../ports.ts";

const TAG = "Health";
const Standing = z.object({ status: z.literal("ok") });

const live = endpoint({
  operation: "is-alive",
  method: "get",
  path: "/health/live",
  tag: TAG,
  summary: "Whether the process answers",
  answers: { 200: { description: "It does", schema: Standing } },
  handle: () => Effect.succeed(ok({ status: "ok" })),
});

const ready = endpoint({
  operation: "is-ready",
  method: "get",
  path: "/health/ready",
  tag: TAG,
  summary: "Whether every store answers and some law is loaded",
  answers: { 200: { description: "All do", schema: Standing } },
  handle: ({ ports }) =>
    Effect.gen(function* () {
      yield* asking(ports);
      if (ports.states.size === 0) return yield* Effect.fail(problem("unavailable", "no law is loaded"));
      return ok({ status: "ok" });
    }),
});

/** Routes for whoever watches over the service. */
export const HEALTH_ROUTES = [live, ready];

const asking = (ports: Ports) =>
  Effect.all([
    ports.obligations.listTasks({ limit: 1, afterSequence: 0 }),
    ports.ledgers.read(LedgerId.parse("health"), 0 as Revision),
    ports.cases.list({ programme: "dialogue", after: null, limit: 1 }),
    ports.registry.about("health"),
    ports.feeds.listHeard,
  ]);
