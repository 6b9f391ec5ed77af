import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";
import type { RequestContext } from "./context.ts";

/** JSON by its media type, with parameters or without. */
const JSON_MEDIA = /^application\/(?:[a-z.-]+\+)?json(?:;\s*[\w-]+=[^;]+)*$/iu;

/** A body as its schema reads it, or what is wrong with it. */
export type BodyRead =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly issues: readonly z.core.$ZodIssue[] };

/**
 * Reads the JSON of a request. The framework's own readers of the same go through four steps that each wait for the next.
 * @throws `HTTPException` with 415 for another media type, and with 400 for what is no JSON.
 */
export const readBody = async (context: Context<RequestContext>, schema: z.ZodType): Promise<BodyRead> => {
  const media = context.req.header("content-type");
  const text = await textOf(context);
  if (media === undefined ? text !== "" : !JSON_MEDIA.test(media)) throw new HTTPException(415);
  const read = schema.safeParse(media === undefined ? {} : parsed(text));
  return read.success ? read : { success: false, issues: read.error.issues };
};

const textOf = async (context: Context<RequestContext>): Promise<string> => {
  try {
    return await context.req.text();
  } catch {
    throw new HTTPException(400);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HTTPException(400);
  }
};
