import type { OpenAPIHono } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";
import { tooMany } from "../access/guard.ts";
import type { Ports } from "../ports.ts";
import { completeHeaders } from "./answer-headers.ts";
import type { RequestContext } from "./context.ts";
import { problem, problemResponse } from "./problem.ts";
import { rateLimit } from "./rate-limit.ts";

/** What happens to every request before its route: a line in the log, headers, other origins, and a first count. */
export const useEverywhere = (app: OpenAPIHono<RequestContext>, ports: Ports): void => {
  app.use(logged(ports));
  app.use("/reference", REFERENCE_HEADERS);
  if (ports.origins.length > 0)
    app.use(cors({ origin: [...ports.origins], allowHeaders: ALLOWED, exposeHeaders: EXPOSED }));
  app.use(counted(ports));
};

const ALLOWED = ["authorization", "content-type", "idempotency-key", "if-match", "last-event-id", "prefer"];
const EXPOSED = ["etag", "preference-applied", "retry-after", "x-request-id"];

const logged =
  (ports: Ports): MiddlewareHandler<RequestContext> =>
  async (context, next) => {
    const request = ports.ids.next();
    context.set("requestId", request);
    context.set("operation", "none");
    context.set("error", null);
    context.set("whole", null);
    const started = performance.now();
    await next();
    completeHeaders(context);
    ports.log({
      at: ports.clock(),
      request,
      operation: context.get("operation"),
      status: context.res.status,
      role: context.get("caller")?.role ?? null,
      error: context.get("error"),
    });
    const [operation, seconds] = [context.get("operation"), (performance.now() - started) / 1000];
    ports.measure({ operation, status: context.res.status, seconds });
  };

const counted = (ports: Ports): MiddlewareHandler<RequestContext> => {
  const limit = rateLimit(ports.limits.perClient);
  return async (context, next) => {
    if (context.req.raw.url.length > LONGEST_URL) return problemResponse(problem("bad-request", "the URL is too long"));
    const wait = limit.take(ports.clientOf(context.env), ports.clock());
    return wait === null ? next() : tooMany(wait);
  };
};

/** Ids of obligations and tasks may be long, and stand in a path percent-encoded. */
const LONGEST_URL = 12_000;

/** The reference page runs its own two scripts and asks this service alone; its styles stand in its elements. */
const REFERENCE_HEADERS = secureHeaders({
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  referrerPolicy: "no-referrer",
  strictTransportSecurity: "max-age=63072000; includeSubDomains",
  xFrameOptions: "DENY",
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [NONCE],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
});
