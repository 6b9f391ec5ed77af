import type { MiddlewareHandler } from "hono";
import type { RequestContext } from "../http/context.ts";
import { problem, problemResponse } from "../http/problem.ts";
import { type RateLimit, rateLimit } from "../http/rate-limit.ts";
import type { Ports } from "../ports.ts";
import { isPublic, type Operation, reachOf } from "./access-table.ts";
import type { Caller } from "./caller.ts";
import { type TokenReader, tokenReader } from "./read-token.ts";

/** What one service remembers between requests. */
export type Memory = {
  readonly perCaller: RateLimit;
  readonly publicWrites: RateLimit;
  readonly readToken: TokenReader;
};

/** Nothing counted, and no token read yet. */
export const memoryFor = ({ limits, trust }: Ports): Memory => ({
  perCaller: rateLimit(limits.perCaller),
  publicWrites: rateLimit(limits.publicWrites),
  readToken: tokenReader(trust),
});

/** What the guard of a route is told. */
export type Guarded = { readonly operation: Operation; readonly isWrite: boolean };

/** Lets through whom the table lets through, before anything of the request is read. Everybody else is refused. */
export const guard =
  (ports: Ports, memory: Memory, { operation, isWrite }: Guarded): MiddlewareHandler<RequestContext> =>
  async (context, next) => {
    context.set("operation", operation);
    const now = ports.clock();
    if (isPublic(operation)) {
      const wait = isWrite ? memory.publicWrites.take(ports.clientOf(context.env), now) : null;
      return wait === null ? next() : tooMany(wait);
    }
    const caller = await memory.readToken(context.req.header("authorization"), now);
    if (caller === null) return UNAUTHENTICATED();
    context.set("caller", caller);
    const reach = reachOf(operation, caller);
    if (reach === "-") return problemResponse(problem("forbidden", "neither role nor purpose of the token opens this"));
    context.set("reach", reach);
    const wait = memory.perCaller.take(nameOf(caller), now);
    return wait === null ? next() : tooMany(wait);
  };

const nameOf = ({ role, subject }: Caller): string => `${role} ${subject}`;

/** Counts a request that is many in one as the rest of them; `null` lets it through. */
export const countFurther = (ports: Ports, { perCaller }: Memory, further: Further): Response | null => {
  const { caller, count } = further;
  const wait = caller === null || count === 0 ? null : perCaller.take(nameOf(caller), ports.clock(), count);
  return wait === null ? null : tooMany(wait);
};

/** Who asked for more than one at once, and how many more. */
export type Further = { readonly caller: Caller | null; readonly count: number };

/** The answer to whoever asks too often. */
export const tooMany = (seconds: number): Response =>
  problemResponse(
    problem("too-many-requests", "wait as long as `Retry-After` says", { headers: { "retry-after": String(seconds) } }),
  );

const UNAUTHENTICATED = (): Response =>
  problemResponse(
    problem("unauthenticated", "send a bearer token of the agency's issuer that is still good", {
      headers: { "www-authenticate": 'Bearer realm="victim-rights"' },
    }),
  );
