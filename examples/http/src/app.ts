import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { memoryFor } from "./access/guard.ts";
import type { RequestContext } from "./http/context.ts";
import { doesNotFit } from "./http/does-not-fit.ts";
import type { AnyEndpoint } from "./http/endpoint.ts";
import { knownNames } from "./http/known-names.ts";
import { mount } from "./http/mount.ts";
import { problem, type ProblemKind, problemResponse } from "./http/problem.ts";
import { INTERNAL } from "./http/run.ts";
import { useEverywhere } from "./http/use-everywhere.ts";
import { mountDocument } from "./http/mount-document.ts";
import type { Ports } from "./ports.ts";
import { CASE_ROUTES } from "./routes/cases.ts";
import { DECISION_ROUTES } from "./routes/decisions.ts";
import { EVENT_ROUTES } from "./routes/events.ts";
import { FEED_ROUTES } from "./routes/feeds.ts";
import { HEALTH_ROUTES } from "./routes/health.ts";
import { LEDGER_ROUTES } from "./routes/ledgers.ts";
import { OBLIGATION_ROUTES } from "./routes/obligations.ts";
import { PLAN_ROUTES } from "./routes/plans.ts";
import { RECONCILIATION_ROUTES } from "./routes/reconciliations.ts";
import { REGISTRATION_ROUTES } from "./routes/registrations.ts";
import { SCREEN_ROUTES } from "./routes/screens.ts";
import { SNAPSHOT_ROUTES } from "./routes/snapshots.ts";
import { TASK_ROUTES } from "./routes/tasks.ts";

/** Every route but the document's own. */
export const ROUTES: readonly AnyEndpoint[] = [
  ...DECISION_ROUTES,
  ...PLAN_ROUTES,
  ...EVENT_ROUTES,
  ...FEED_ROUTES,
  ...SNAPSHOT_ROUTES,
  ...RECONCILIATION_ROUTES,
  ...OBLIGATION_ROUTES,
  ...TASK_ROUTES,
  ...REGISTRATION_ROUTES,
  ...LEDGER_ROUTES,
  ...CASE_ROUTES,
  ...SCREEN_ROUTES,
  ...HEALTH_ROUTES,
];

/** The service: a function from a web-standard request to an answer, which runs wherever `fetch` handlers do. */
export type App = OpenAPIHono<RequestContext>;

/**
 * Builds the service on its ports. It reads no clock, no environment and no file of its own, and knows no platform.
 */
export const buildApp = (ports: Ports): App => {
  const known = new Set<string>();
  const app: App = new OpenAPIHono<RequestContext>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      return doesNotFit(context, result.error.issues, { known, under: `$${UNDER[result.target] ?? ""}` });
    },
  });
  useEverywhere(app, ports);
  const memory = memoryFor(ports);
  for (const endpoint of ROUTES) mount({ app, ports, memory, known }, endpoint);
  mountDocument(app, ports);
  for (const path of new Set(ROUTES.map((each) => each.path))) refuseOtherMethods(app, path);
  app.notFound(() => problemResponse(problem("not-found", "there is no such path")));
  app.onError((error, context) => {
    context.set("error", error.name);
    return error instanceof HTTPException ? problemResponse(ofException(error)) : problemResponse(INTERNAL);
  });
  for (const name of knownNames(app)) known.add(name);
  return app;
};

/** Where a part of a request is, in the path of an issue; the body is the root. */
const UNDER: Readonly<Record<string, string>> = { query: "query", param: "path", header: "header" };

const refuseOtherMethods = (app: App, path: string): void => {
  const methods = ROUTES.filter((each) => each.path === path).map(({ method }) => method.toUpperCase());
  const allow = methods.includes("GET") ? [...methods, "HEAD"] : methods;
  app.all(path.replaceAll(/\{(\w+)\}/gu, ":$1"), () =>
    problemResponse(
      problem("method-not-allowed", "this path has other methods", { headers: { allow: allow.join(", ") } }),
    ),
  );
};

const KIND_OF: Readonly<Record<number, ProblemKind>> = { 413: "too-large", 415: "unsupported-media-type" };

/** What the framework refuses: its own words may hold what was sent. */
const ofException = ({ status }: HTTPException) =>
  problem(KIND_OF[status] ?? "bad-request", "the body is not what its media type says");
