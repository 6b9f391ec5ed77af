import { z } from "@hono/zod-openapi";

/** A problem as it is documented. */
export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    issues: z.array(z.object({ path: z.string(), problem: z.string(), fix: z.string().nullable() })).optional(),
    error: z.string().optional(),
  })
  .openapi("Problem");
