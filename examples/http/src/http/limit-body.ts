import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem, problemResponse } from "./problem.ts";

/**
 * Refuses a body of more bytes than this: at once where its length is given, else as it comes. A length that is given is
 * what the platform reads, and no more.
 */
export const limitBody = (mostBytes: number): MiddlewareHandler => {
  const asItComes = bodyLimit({ maxSize: mostBytes, onError: TOO_LARGE });
  return (context, next) => {
    const length = context.req.header("content-length");
    if (length === undefined || context.req.header("transfer-encoding") !== undefined) return asItComes(context, next);
    return Number(length) <= mostBytes ? next() : Promise.resolve(TOO_LARGE());
  };
};

const TOO_LARGE = (): Response => problemResponse(problem("too-large", "send less at once"));
