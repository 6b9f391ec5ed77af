import type { Context } from "hono";
import type { z } from "zod";
import type { RequestContext } from "./context.ts";
import { issuesOf, type KnownNames } from "./issues-of.ts";
import { problem, problemResponse } from "./problem.ts";

/** The answer to a request that no schema of its route reads, with every issue. */
export const doesNotFit = (
  context: Context<RequestContext>,
  found: readonly z.core.$ZodIssue[],
  telling: { readonly known: KnownNames; readonly under?: string },
): Response => {
  context.set("error", "does-not-fit");
  return problemResponse(problem("bad-request", "the request does not fit", { issues: issuesOf(found, telling) }));
};
