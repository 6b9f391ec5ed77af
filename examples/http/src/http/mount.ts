import { createRoute, type OpenAPIHono, type RouteConfig, type z } from "@hono/zod-openapi";
import { spanned } from "@victim-rights-examples/observability";
import type { Context } from "hono";
import * as Result from "effect/Result";
import { isPublic } from "../access/access-table.ts";
import type { Caller } from "../access/caller.ts";
import { countFurther, type Memory, guard } from "../access/guard.ts";
import type { Ports } from "../ports.ts";
import type { RequestContext } from "./context.ts";
import { documentOfEndpoint } from "./document-of-endpoint.ts";
import { doesNotFit } from "./does-not-fit.ts";
import type { AnyEndpoint, Asked } from "./endpoint.ts";
import type { KnownNames } from "./issues-of.ts";
import { limitBody } from "./limit-body.ts";
import { problem, problemResponse } from "./problem.ts";
import { type BodyRead, readBody } from "./read-body.ts";
import { respond } from "./respond.ts";
import { readIfMatch } from "./revision-header.ts";

/** What routes are mounted with. */
export type Mounting = {
  readonly app: OpenAPIHono<RequestContext>;
  readonly ports: Ports;
  readonly memory: Memory;
  /** Told to a caller whose request does not fit. */
  readonly known: KnownNames;
};

/** Mounts a route: guarded, limited, documented, read at the door and answered in one way. */
export const mount = ({ app, ...mounted }: Mounting, endpoint: AnyEndpoint): void => {
  const { ports, memory } = mounted;
  // What a route is asked is known to itself alone; here it is any schema.
  const documented = documentOfEndpoint(endpoint) as unknown as RouteConfig;
  const { body: _, headers, ...parts } = documented.request ?? {};
  const hasHeaders = endpoint.once === true || endpoint.needsRevision !== undefined;
  const route = createRoute({
    ...documented,
    request: { ...parts, ...(hasHeaders && headers !== undefined && { headers }) },
    hide: true,
    middleware: [
      guard(ports, memory, { operation: endpoint.operation, isWrite: endpoint.method === "post" }),
      limitBody(endpoint.mostBytes ?? ports.limits.bodyBytes),
    ],
  });
  const handler = (context: Context<RequestContext>) => handle(context, endpoint, mounted);
  app.openAPIRegistry.registerPath(documented);
  app.openapi(route as Parameters<typeof app.openapi>[0], handler as Parameters<typeof app.openapi>[1]);
};

type Mounted = Omit<Mounting, "app">;

const handle = async (
  context: Context<RequestContext>,
  endpoint: AnyEndpoint,
  { ports, memory, known }: Mounted,
): Promise<Response> => {
  const body = endpoint.body === undefined ? NO_BODY : await readBody(context, endpoint.body);
  if (!body.success) return doesNotFit(context, body.issues, { known });
  const caller = context.get("caller") ?? null;
  const refused = countFurther(ports, memory, { caller, count: costOf(endpoint, body.data) - 1 });
  if (refused !== null) return refused;
  const conditions = readConditions(context, endpoint, caller);
  if (conditions instanceof Response) return conditions;
  const asked = askedIn(context, endpoint, { ports, body: body.data, ...conditions });
  const effect = traced(context, endpoint, { ports, effect: endpoint.handle(asked) });
  const kept = endpoint.once === true ? await keeping(context, endpoint, asked) : NOT_KEPT;
  return respond({ ports, context, effect, ...kept });
};

const costOf = ({ cost }: AnyEndpoint, body: unknown): number => cost?.(body as never) ?? 1;

type Conditions = Pick<Reading, "expected" | "idempotencyKey">;

/** Under what conditions a change is asked for, by `If-Match` and `Idempotency-Key`; or why it cannot be. */
const readConditions = (
  context: Context<RequestContext>,
  endpoint: AnyEndpoint,
  caller: Caller | null,
): Conditions | Response => {
  const expected = readIfMatch(context.req.header("if-match"), endpoint.needsRevision?.(caller) ?? false);
  if (Result.isFailure(expected)) return problemResponse(expected.failure);
  const idempotencyKey = readKey(context.req.header("idempotency-key"), endpoint);
  return idempotencyKey === undefined ? KEY_NEEDED() : { expected: expected.success, idempotencyKey };
};

const NO_BODY: BodyRead = { success: true, data: undefined };

type Effected = { readonly ports: Ports; readonly effect: ReturnType<AnyEndpoint["handle"]> };

const traced = (
  context: Context<RequestContext>,
  { operation }: AnyEndpoint,
  { ports, effect }: Effected,
): ReturnType<AnyEndpoint["handle"]> =>
  ports.traced === null ? effect : ports.traced(spanned(operation, { request: context.get("requestId") })(effect));

/** What an answer is kept under: nothing, and it is not kept. */
type Keeping = { readonly key: string | null; readonly digest: string };

const NOT_KEPT: Keeping = { key: null, digest: "" };

/** Under which key the answer of a request is kept, and what stands for the request. */
const keeping = async (
  context: Context<RequestContext>,
  { operation }: AnyEndpoint,
  asked: Asked<never, never, never>,
): Promise<Keeping> => {
  const { caller, idempotencyKey, ports } = asked;
  if (idempotencyKey === null) return NOT_KEPT;
  const who = caller === null ? "anybody" : `${caller.role} ${caller.subject}`;
  const digest = await ports.digest(requestText(context, asked));
  return { key: `${operation} ${who} ${idempotencyKey}`, digest };
};

type Reading = { readonly ports: Ports; readonly body: unknown } & Pick<
  Asked<never, never, never>,
  "expected" | "idempotencyKey"
>;

const askedIn = (
  context: Context<RequestContext>,
  { operation, params, query }: AnyEndpoint,
  { ports, body, expected, idempotencyKey }: Reading,
): Asked<never, never, never> => ({
  ports,
  params: valid(context, "param", params),
  query: valid(context, "query", query),
  body: body as never,
  caller: context.get("caller") ?? null,
  reach: isPublic(operation) ? "all" : context.get("reach"),
  request: context.req.raw,
  expected,
  idempotencyKey,
});

const valid = (context: Context<RequestContext>, part: "param" | "query", schema: z.ZodType | undefined): never =>
  (schema === undefined ? undefined : context.req.valid(part as never)) as never;

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
