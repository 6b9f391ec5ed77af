import { createRoute, type OpenAPIHono, type RouteConfig, type z } from "@hono/zod-openapi";
import { spanned } from "@victim-rights-examples/observability";
import type { Context } from "hono";
import * as Result from "effect/Result";
import { isPublic } from "../access/access-table.ts";
import { type Memory, guard } from "../access/guard.ts";
import type { Ports } from "../ports.ts";
import type { RequestContext } from "./context.ts";
import { documentOfEndpoint } from "./document-of-endpoint.ts";
import type { AnyEndpoint, Asked } from "./endpoint.ts";
import { limitBody } from "./limit-body.ts";
import { problem, problemResponse } from "./problem.ts";
import { respond } from "./respond.ts";
import { readIfMatch } from "./revision-header.ts";

/** What routes are mounted with. */
export type Mounting = {
  readonly app: OpenAPIHono<RequestContext>;
  readonly ports: Ports;
  readonly memory: Memory;
};

/** Mounts a route: guarded, limited, documented, read at the door and answered in one way. */
export const mount = ({ app, ports, memory }: Mounting, endpoint: AnyEndpoint): void => {
  // What a route is asked is known to itself alone; here it is any schema.
  const route = createRoute({
    ...(documentOfEndpoint(endpoint) as unknown as RouteConfig),
    middleware: [
      guard(ports, memory, { operation: endpoint.operation, isWrite: endpoint.method === "post" }),
      limitBody(endpoint.mostBytes ?? ports.limits.bodyBytes),
    ],
  });
  const handler = (context: Context<RequestContext>) => handle(context, endpoint, ports);
  app.openapi(route as Parameters<typeof app.openapi>[0], handler as Parameters<typeof app.openapi>[1]);
};

const handle = async (context: Context<RequestContext>, endpoint: AnyEndpoint, ports: Ports): Promise<Response> => {
  const caller = context.get("caller") ?? null;
  const expected = readIfMatch(context.req.header("if-match"), endpoint.needsRevision?.(caller) ?? false);
  if (Result.isFailure(expected)) return problemResponse(expected.failure);
  const key = readKey(context.req.header("idempotency-key"), endpoint);
  if (key === undefined) return KEY_NEEDED();
  const asked = askedIn(context, endpoint, { ports, expected: expected.success, idempotencyKey: key });
  const span = spanned(endpoint.operation, { request: context.get("requestId") });
  const effect = ports.traced(span(endpoint.handle(asked)));
  return respond({ ports, context, effect, ...(await keeping(context, endpoint, asked)) });
};

/** Under which key the answer of a request is kept, and what stands for the request. */
const keeping = async (
  context: Context<RequestContext>,
  { once, operation }: AnyEndpoint,
  asked: Asked<never, never, never>,
): Promise<{ readonly key: string | null; readonly digest: string }> => {
  const { caller, idempotencyKey, ports } = asked;
  if (once !== true || idempotencyKey === null) return { key: null, digest: "" };
  const who = caller === null ? "anybody" : `${caller.role} ${caller.subject}`;
  const digest = await ports.digest(requestText(context, asked));
  return { key: `${operation} ${who} ${idempotencyKey}`, digest };
};

type Reading = { readonly ports: Ports } & Pick<Asked<never, never, never>, "expected" | "idempotencyKey">;

const askedIn = (
  context: Context<RequestContext>,
  { operation, params, query, body }: AnyEndpoint,
  { ports, expected, idempotencyKey }: Reading,
): Asked<never, never, never> => ({
  ports,
  params: valid(context, "param", params),
  query: valid(context, "query", query),
  body: valid(context, "json", body),
  caller: context.get("caller") ?? null,
  reach: isPublic(operation) ? "all" : context.get("reach"),
  request: context.req.raw,
  expected,
  idempotencyKey,
});

const valid = (
  context: Context<RequestContext>,
  part: "param" | "query" | "json",
  schema: z.ZodType | undefined,
): never => (schema === undefined ? undefined : context.req.valid(part as never)) as never;

const requestText = (context: Context<RequestContext>, { body, expected }: Asked<never, never, never>): string =>
  JSON.stringify([context.req.path, expected, body ?? null]);

/** `undefined` for a key that is none, and for none where one is asked for. */
const readKey = (header: string | undefined, { once }: AnyEndpoint): string | null | undefined => {
  if (header === undefined) return once === true ? undefined : null;
  return /^[A-Za-z0-9._:-]{8,200}$/u.test(header) ? header : undefined;
};

const KEY_NEEDED = (): Response =>
  problemResponse(
    problem("bad-request", "the `Idempotency-Key` header is missing or does not fit", {
      issues: [
        {
          path: "$header.Idempotency-Key",
          problem: "is missing or does not fit",
          fix: "give 8 to 200 letters, digits, or `.`, `_`, `:`, `-`, new for each request",
        },
      ],
    }),
  );
