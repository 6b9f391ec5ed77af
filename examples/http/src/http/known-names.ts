import type { OpenAPIHono } from "@hono/zod-openapi";
import { documentOf } from "./mount-document.ts";
import type { RequestContext } from "./context.ts";

/** Every name of a field or parameter that the interface has, read off its own document. */
export const knownNames = (app: OpenAPIHono<RequestContext>): ReadonlySet<string> => {
  const names = new Set<string>();
  gather(documentOf(app), names);
  return names;
};

const gather = (value: unknown, names: Set<string>): void => {
  if (!isObject(value)) return;
  if (typeof value["in"] === "string" && typeof value["name"] === "string") names.add(value["name"]);
  for (const [key, inside] of Object.entries(value)) {
    if (key === "properties" && isObject(inside)) for (const name of Object.keys(inside)) names.add(name);
    gather(inside, names);
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
